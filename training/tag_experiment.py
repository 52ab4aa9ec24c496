import sys, time, numpy as np, torch
from torch.nn import functional as F
from data import Forms, Texts
from tagger import Tagger
from learn import batches, span_f1
torch.set_num_threads(1)
forms, texts = Forms('/work/shared/data/glove-100d-int8'), Texts()
seed=int(sys.argv[1]); out=sys.argv[2]; epochs=int(sys.argv[3])
torch.manual_seed(seed); rng=np.random.default_rng(seed)
index=np.array([i for i in range(len(texts)) if texts.source[i]=='civil-spans' and texts.split[i]!='test' and texts.in_span[i] is not None]
 +[i for i in range(len(texts)) if texts.source[i]=='civil-sentences' and texts.split[i]!='test' and rng.random()<0.15])
test=np.array([i for i in range(len(texts)) if texts.source[i]=='civil-spans' and texts.split[i]=='test'])
print(len(index),len(test),'empty share train',np.mean([not texts.spans[i] for i in index]),'test',np.mean([not texts.spans[i] for i in test]))
net=Tagger(forms)
tables=[p for n,p in net.named_parameters() if n.startswith('vectors.')]
others=[p for n,p in net.named_parameters() if not n.startswith('vectors.')]
opts=[torch.optim.SparseAdam(tables,lr=2e-3),torch.optim.Adam(others,lr=2e-3,weight_decay=1e-5)]
size=32; steps=epochs*(len(index)//size+2)
sch=[torch.optim.lr_scheduler.OneCycleLR(o,max_lr=2e-3,total_steps=steps,pct_start=.15,cycle_momentum=False) for o in opts]
for epoch in range(epochs):
    net.train(); t=time.time(); total=0
    for chunk,words,mask in batches(texts,index,size,rng):
        y=torch.zeros(len(chunk),words.shape[1])
        for r,i in enumerate(chunk): y[r,:len(texts.in_span[i])]=torch.from_numpy(texts.in_span[i])
        m=torch.from_numpy(mask)
        o=net(torch.from_numpy(words),m,0.15)
        loss=(F.binary_cross_entropy_with_logits(o,y,reduction='none')*m).sum(1)/m.sum(1).float().sqrt()
        loss=loss.mean()
        for p in opts: p.zero_grad()
        loss.backward(); torch.nn.utils.clip_grad_norm_(others,5.)
        for p,s in zip(opts,sch): p.step(); s.step()
        total+=float(loss)*len(chunk)
    net.eval(); tokens={}
    with torch.no_grad():
        for chunk,words,mask in batches(texts,test,128):
            o=net(torch.from_numpy(words),torch.from_numpy(mask))
            for r,i in enumerate(chunk): tokens[i]=o[r,:len(texts.words[i])].numpy()
    f=[(round(span_f1(texts,test,tokens,th),4),th) for th in (-1.5,-1.2,-.9,-.6,-.3,0,.3)]
    print(epoch+1,round(total/len(index),4),round(time.time()-t),'s',max(f),f,flush=True)
    torch.save(net.state_dict(),out)
