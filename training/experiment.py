import sys, numpy as np, torch, time
from data import Forms, Texts, HEADS
from net import ConvNet
from learn import train, predict, measure, span_f1, auc
torch.set_num_threads(1)
forms, texts = Forms('/work/shared/data/glove-100d-int8'), Texts()
held=set(sys.argv[1].split(',')) if len(sys.argv)>1 else set()
epochs=int(sys.argv[2]) if len(sys.argv)>2 else 6
seed=int(sys.argv[3]) if len(sys.argv)>3 else 1
out=sys.argv[4] if len(sys.argv)>4 else None
# exact duplicates of held-out texts leave training
key=[hash(tuple(w)) for w in texts.words]
held_keys={key[i] for i in range(len(texts)) if texts.source[i] in held}
index=np.array([i for i in range(len(texts)) if texts.split[i]=='train' and texts.source[i] not in held and key[i] not in held_keys])
names=sorted(set(texts.source)); number={n:i for i,n in enumerate(names)}
ident=forms.number['<id>']
from collections import Counter
rare=[i for i in range(len(forms)) if 3000<forms.row[i]<40000]
def swap(words, rng):
    hit=(words==ident)
    if not hit.any(): return
    for row in np.where(hit.any(1))[0]:
        if rng.random()<0.35: words[row][hit[row]]=rng.choice(rare)
def report(net):
    logits,tokens,_=predict(net,texts,TEST)
    line=[]
    for s in names:
        ix=np.array([i for i in TEST if texts.source[i]==s and texts.gold[i]>=0])
        if len(ix)<50: continue
        a,ap,tp=measure(texts.gold[ix],logits[ix,0]); line.append(f"{s}{'*' if s in held else ''} {a:.3f}/{tp:.2f}")
    ix=[i for i in TEST if texts.source[i]=='civil-spans' and texts.spans[i] is not None]
    f1=max((span_f1(texts,ix,tokens,t),t) for t in (-1.5,-1,-0.5,0,.5))
    print('   ',' '.join(line),f"spans {f1[0]:.4f}@{f1[1]}",flush=True)
TEST=np.array([i for i in range(len(texts)) if (texts.source[i] in held) or texts.split[i]=='test'])
print(len(index),len(TEST))
net=ConvNet(forms,len(HEADS),sources=len(names))
train(net,texts,index,number,swap,epochs=epochs,seed=seed,report=report)
if out: torch.save(net.state_dict(),out)
