// The two inner loops of the net, for WebAssembly with SIMD. No memory of its own: the caller lays everything out.
// Built by training/build-kernel.sh into lib/scoring/weights/kernel.wasm.
#include <wasm_simd128.h>

// out[n] = x[m] times a matrix of m rows and n columns. n is a multiple of 16; the matrix lies in strips of 16 columns, each strip
// row by row, so that sums stay in registers and memory is read from front to end. Zeros at the front of x, of which an unknown
// word's vector has many, are passed over.
void project(const float *x, const float *strips, float *out, int m, int n) {
  int first = 0;
  while (first < m && x[first] == 0) first++;
  for (int j = 0; j < n; j += 16) {
    v128_t a = wasm_f32x4_splat(0), b = a, c = a, d = a;
    strips += first * 16;
    for (int i = first; i < m; i++, strips += 16) {
      v128_t v = wasm_v128_load32_splat(x + i);
      a = wasm_f32x4_add(a, wasm_f32x4_mul(v, wasm_v128_load(strips)));
      b = wasm_f32x4_add(b, wasm_f32x4_mul(v, wasm_v128_load(strips + 4)));
      c = wasm_f32x4_add(c, wasm_f32x4_mul(v, wasm_v128_load(strips + 8)));
      d = wasm_f32x4_add(d, wasm_f32x4_mul(v, wasm_v128_load(strips + 12)));
    }
    wasm_v128_store(out + j, a);
    wasm_v128_store(out + j + 4, b);
    wasm_v128_store(out + j + 8, c);
    wasm_v128_store(out + j + 12, d);
  }
}

// One window width: rows[t] points at the projection of word t; part `offset + step * filters` of it belongs to step.
// best[filters] = the maximum over all windows of relu(sum + bias); sums[filters] += the same, when sums is given. Word by word,
// because rows lie far apart and each is read faster in one piece; sixteen filters at a time; filters is a multiple of 16.
void pool(const float *const *rows, int length, int offset, int width, int filters, const float *bias, float *best, float *sums) {
  v128_t zero = wasm_f32x4_splat(0);
  for (int j = 0; j < filters; j += 4) {
    wasm_v128_store(best + j, zero);
    if (sums) wasm_v128_store(sums + j, zero);
  }
  for (int t = 0; t < length; t++) {
    int steps = t + width > length ? length - t : width;
    for (int j = 0; j < filters; j += 16) {
      v128_t value[4];
      for (int k = 0; k < 4; k++) value[k] = wasm_v128_load(bias + j + k * 4);
      for (int step = 0; step < steps; step++) {
        const float *part = rows[t + step] + offset + step * filters + j;
        for (int k = 0; k < 4; k++) value[k] = wasm_f32x4_add(value[k], wasm_v128_load(part + k * 4));
      }
      for (int k = 0; k < 4; k++) {
        value[k] = wasm_f32x4_max(value[k], zero);
        wasm_v128_store(best + j + k * 4, wasm_f32x4_max(wasm_v128_load(best + j + k * 4), value[k]));
      }
      if (sums) for (int k = 0; k < 4; k++) wasm_v128_store(sums + j + k * 4, wasm_f32x4_add(wasm_v128_load(sums + j + k * 4), value[k]));
    }
  }
}

// Of each word, by the window of five around it; filters is a multiple of 16: out[t] = weights · relu(sum + bias) + last; best[filters] = the maximum over all words.
void spot(const float *const *rows, int length, int offset, int filters, const float *bias, const float *weights, float last, float *best, float *out) {
  for (int j = 0; j < filters; j += 4) wasm_v128_store(best + j, wasm_f32x4_splat(0));
  for (int t = 0; t < length; t++) {
    v128_t score = wasm_f32x4_splat(0);
    int from = t < 2 ? 2 - t : 0, to = t + 3 > length ? length + 2 - t : 5;
    for (int j = 0; j < filters; j += 16) {
      v128_t value[4];
      for (int k = 0; k < 4; k++) value[k] = wasm_v128_load(bias + j + k * 4);
      for (int step = from; step < to; step++) {
        const float *part = rows[t + step - 2] + offset + step * filters + j;
        for (int k = 0; k < 4; k++) value[k] = wasm_f32x4_add(value[k], wasm_v128_load(part + k * 4));
      }
      for (int k = 0; k < 4; k++) {
        value[k] = wasm_f32x4_max(value[k], wasm_f32x4_splat(0));
        wasm_v128_store(best + j + k * 4, wasm_f32x4_max(wasm_v128_load(best + j + k * 4), value[k]));
        score = wasm_f32x4_add(score, wasm_f32x4_mul(value[k], wasm_v128_load(weights + j + k * 4)));
      }
    }
    out[t] = wasm_f32x4_extract_lane(score, 0) + wasm_f32x4_extract_lane(score, 1) + wasm_f32x4_extract_lane(score, 2) + wasm_f32x4_extract_lane(score, 3) + last;
  }
}
