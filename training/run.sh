#!/usr/bin/env bash
# Trains everything and writes weights and report: bash training/run.sh DATA_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:?the folder with the data}
glove="$data/glove-100d-int8"
python3 training/collect.py "$data"
node --import tsx training/read-words.ts "$glove"
held_out=civil-1k,civil-seed,hatemoji-check
for kind in first second; do
  python3 training/train.py "$glove" $kind 1 4
  python3 training/train.py "$glove" $kind 2 4 --without $held_out
done
node --import tsx training/word-lists.ts
python3 training/sentences.py
python3 training/topicality.py "$data"
python3 training/finish.py "$glove" 1
node --import tsx training/fit-tone.ts "$data"
python3 training/report.py "$glove" 1 2
node --import tsx training/name-versions.ts
npx prettier --write docs/models.md
