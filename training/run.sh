#!/usr/bin/env bash
# Trains everything and writes weights and report: bash training/run.sh DATA_FOLDER
#   SAMPLE=0.05   tries all of it on so much of each source, in a copy of the project that it names: nothing here is changed
#   TOGETHER=1    makes sentence vectors while the nets are trained, where there are two cores to spare
#   FROM=STEP     begins at one of the steps below, with what the earlier ones left in training/cache
#   PYTHON=...    a Python with PyTorch, scikit-learn and pandas
set -euo pipefail
cd "$(dirname "$0")/.."
data=$(realpath "${1:?the folder with the data}")
glove="$data/glove-100d-int8"
python=${PYTHON:-python3}
held_out=civil-1k,civil-seed,hatemoji-check
steps=(gather first second pieces word-lists sentences put-downs topicality finish spans tones report versions check)

gather() {
  "$python" training/collect.py "$data"
  node --import tsx training/read-words.ts "$glove"
}
# A net of everything, and one for the report that never saw the sources held out.
first() { train first; }
second() { train second; }
train() {
  "$python" training/train.py "$glove" "$1" 1 4
  "$python" training/train.py "$glove" "$1" 2 4 --without $held_out
}
# The same of the net over the sentence encoder's pieces of words.
pieces() {
  node --import tsx training/pieces.ts
  "$python" training/encoder.py
  "$python" training/piece_net.py 1
  "$python" training/piece_net.py 2 --without $held_out
}
word-lists() { node --import tsx training/word-lists.ts; }
sentences() {
  if [[ -n ${vectors:-} ]]; then wait "$vectors"; else "$python" training/sentences.py; fi
}
put-downs() { "$python" training/put_downs.py "$glove"; }
topicality() { "$python" training/topicality.py "$data"; }
finish() {
  "$python" training/finish.py "$glove" 1
  "$python" training/finish.py "$glove" 2 --without $held_out
}
# Learns from what the nets say of words, so after them; the report's nets, which were trained without some sources, take it as it is.
spans() {
  node --import tsx training/span-words.ts
  "$python" training/spans.py
  cp lib/scoring/weights/spans.bin training/cache/held-out/lib/scoring/weights/
}
tones() {
  node --import tsx training/tone-readings.ts "$data"
  "$python" training/tones.py
}
report() {
  "$python" training/report.py "$glove"
  npx prettier --write docs/models.md
}
versions() { node --import tsx training/name-versions.ts; }
# The run-time must give the trainer's numbers.
check() { npx vitest run --project unit tests/unit/scoring/incivility -t "trainer's numbers"; }

"$python" -c 'import pandas, sklearn, torch' || { echo "$python lacks PyTorch, scikit-learn or pandas: name another with PYTHON=" >&2; exit 1; }
if [[ -n ${SAMPLE:-} && -z ${IN_COPY:-} ]]; then
  copy=${COPY:-$(mktemp -d)}
  if [[ -z ${FROM:-} ]]; then
    git ls-files -z | xargs -0 cp --parents -t "$copy"
    ln -sfn "$(realpath node_modules)" "$copy/node_modules"
  fi
  echo "A sample of $SAMPLE: weights and report come to be in $copy"
  IN_COPY=1 PYTHON=$python exec bash "$copy/training/run.sh" "$data"
fi
mkdir -p training/cache
from=${FROM:-gather}
[[ " ${steps[*]} " == *" $from "* ]] || { echo "There is no step $from: ${steps[*]}" >&2; exit 1; }
for step in "${steps[@]}"; do
  if [[ $step == "$from" ]]; then from=; fi
  if [[ -n $from ]]; then continue; fi
  echo "== $step"
  started=$SECONDS
  if [[ $step =~ ^(first|second)$ && -n ${TOGETHER:-} && -z ${vectors:-} ]]; then
    "$python" training/sentences.py >training/cache/sentences.log 2>&1 &
    vectors=$!
  fi
  "$step"
  echo "== $step: $((SECONDS - started)) s"
done
