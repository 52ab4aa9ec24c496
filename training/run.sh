#!/usr/bin/env bash
# Trains everything and writes weights and report: bash training/run.sh DATA_FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
data=${1:?the folder with the data}
glove="$data/glove-100d-int8"
python3 training/collect.py "$data"
node --import tsx training/read-words.ts "$glove"
python3 training/train.py "$glove" 1 4
python3 training/train.py "$glove" 2 4 --without civil-1k,civil-seed,hatemoji-check
node --import tsx training/word-lists.ts
python3 training/topicality.py "$data"
python3 training/finish.py "$glove" 1
node --import tsx training/fit-tone.ts "$data"
python3 training/report.py "$glove" 1 training/cache/net-2.pt
