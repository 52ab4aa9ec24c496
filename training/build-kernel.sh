#!/usr/bin/env bash
# Compiles kernel.c and encoder.c (needs clang and lld) into the modules that lib/scoring/incivility/kernel.ts and
# lib/scoring/topicality/encoder/kernel.mjs load.
set -euo pipefail
cd "$(dirname "$0")"

build() {
  local source=$1
  shift
  clang --target=wasm32 -O3 -msimd128 -nostdlib -ffast-math -fno-builtin -Wl,--no-entry,--strip-all "${@/#/-Wl,--}" \
    -o "../lib/scoring/weights/$source.wasm" "$source.c"
}

build kernel import-memory export={project,pack,unpack,fetch,pool,spot}
build encoder export={keep,pack,place,quantise,normalise,multiply,attend,average,__heap_base}
