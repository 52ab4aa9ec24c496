#!/usr/bin/env bash
# Compiles kernel.c (needs clang and lld) into the module that lib/scoring/incivility/kernel.ts loads.
set -euo pipefail
cd "$(dirname "$0")"
clang --target=wasm32 -O3 -msimd128 -nostdlib -ffast-math -fno-builtin -Wl,--no-entry,--import-memory,--export=project,--export=pack,--export=unpack,--export=fetch,--export=pool,--export=spot,--strip-all \
  -o ../lib/scoring/weights/kernel.wasm kernel.c
