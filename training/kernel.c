// The inner loops of the net, for WebAssembly with SIMD. No memory of its own: the caller lays everything out.
// Built by training/build-kernel.sh into lib/scoring/weights/kernel.wasm.
#include <wasm_simd128.h>

// How words are kept: 16 bits of fixed point, half of what has to be fetched from memory. Nothing a net says of a word or a window is
// beyond ±32; what would be is held there.
#define ONE 1024.0f

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

// Keeps n numbers, a multiple of 8, as fixed point.
void pack(const float *from, short *to, int n) {
  v128_t one = wasm_f32x4_splat(ONE);
  for (int j = 0; j < n; j += 8) {
    v128_t low = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(from + j), one)));
    v128_t high = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(from + j + 4), one)));
    wasm_v128_store(to + j, wasm_i16x8_narrow_i32x4(low, high));
  }
}

// Back again.
void unpack(const short *from, float *to, int n) {
  v128_t part = wasm_f32x4_splat(1 / ONE);
  for (int j = 0; j < n; j += 4) wasm_v128_store(to + j, wasm_f32x4_mul(wasm_f32x4_convert_i32x4(wasm_i32x4_load16x4(from + j)), part));
}

// Fetches rows of `size` numbers of 16 bits from memory before anything is done with them: they lie far apart, and what is asked for in a row
// comes together, while a sum waits for each. What it returns means nothing, but keeps the reads.
int fetch(const short *const *rows, int length, int size) {
  int all = 0;
  for (int t = 0; t < length; t++) {
    for (int at = 0; at < size; at += 32) all |= rows[t][at];
    all |= rows[t][size - 1];
  }
  return all;
}

// One window width: rows[t] points at the projection of word t; part `offset + step * filters` of it belongs to step.
// best[filters] = the maximum over all windows of relu(sum + bias); sums[filters] += the same, when sums is given. Word by word,
// because rows lie far apart and each is read faster in one piece; sixteen filters at a time; filters is a multiple of 16. `room` is for
// filters of 16 bits.
void pool(const short *const *rows, int length, int offset, int width, int filters, const short *bias, float *best, float *sums, short *room) {
  v128_t zero = wasm_i16x8_splat(0);
  for (int j = 0; j < filters; j += 8) wasm_v128_store(room + j, zero);
  if (sums) for (int j = 0; j < filters; j += 4) wasm_v128_store(sums + j, zero);
  for (int t = 0; t < length; t++) {
    int steps = t + width > length ? length - t : width;
    for (int j = 0; j < filters; j += 16) {
      v128_t low = wasm_v128_load(bias + j), high = wasm_v128_load(bias + j + 8);
      for (int step = 0; step < steps; step++) {
        const short *part = rows[t + step] + offset + step * filters + j;
        low = wasm_i16x8_add_sat(low, wasm_v128_load(part));
        high = wasm_i16x8_add_sat(high, wasm_v128_load(part + 8));
      }
      low = wasm_i16x8_max(low, zero);
      high = wasm_i16x8_max(high, zero);
      wasm_v128_store(room + j, wasm_i16x8_max(wasm_v128_load(room + j), low));
      wasm_v128_store(room + j + 8, wasm_i16x8_max(wasm_v128_load(room + j + 8), high));
      if (!sums) continue;
      // Whole numbers as yet.
      v128_t *sum = (v128_t *)(sums + j);
      sum[0] = wasm_i32x4_add(sum[0], wasm_i32x4_extend_low_i16x8(low));
      sum[1] = wasm_i32x4_add(sum[1], wasm_i32x4_extend_high_i16x8(low));
      sum[2] = wasm_i32x4_add(sum[2], wasm_i32x4_extend_low_i16x8(high));
      sum[3] = wasm_i32x4_add(sum[3], wasm_i32x4_extend_high_i16x8(high));
    }
  }
  unpack(room, best, filters);
  if (sums) for (int j = 0; j < filters; j += 4) wasm_v128_store(sums + j, wasm_f32x4_mul(wasm_f32x4_convert_i32x4(wasm_v128_load(sums + j)), wasm_f32x4_splat(1 / ONE)));
}

// Of each word, by the window of five around it; filters is a multiple of 16: out[t] = weights · relu(sum + bias) + last; best[filters] = the maximum over all words.
void spot(const short *const *rows, int length, int offset, int filters, const short *bias, const float *weights, float last, float *best, float *out, short *room) {
  v128_t zero = wasm_i16x8_splat(0);
  for (int j = 0; j < filters; j += 8) wasm_v128_store(room + j, zero);
  for (int t = 0; t < length; t++) {
    v128_t score = wasm_f32x4_splat(0);
    int from = t < 2 ? 2 - t : 0, to = t + 3 > length ? length + 2 - t : 5;
    for (int j = 0; j < filters; j += 8) {
      v128_t value = wasm_v128_load(bias + j);
      for (int step = from; step < to; step++) value = wasm_i16x8_add_sat(value, wasm_v128_load(rows[t + step - 2] + offset + step * filters + j));
      value = wasm_i16x8_max(value, zero);
      wasm_v128_store(room + j, wasm_i16x8_max(wasm_v128_load(room + j), value));
      score = wasm_f32x4_add(score, wasm_f32x4_mul(wasm_f32x4_convert_i32x4(wasm_i32x4_extend_low_i16x8(value)), wasm_v128_load(weights + j)));
      score = wasm_f32x4_add(score, wasm_f32x4_mul(wasm_f32x4_convert_i32x4(wasm_i32x4_extend_high_i16x8(value)), wasm_v128_load(weights + j + 4)));
    }
    out[t] = (wasm_f32x4_extract_lane(score, 0) + wasm_f32x4_extract_lane(score, 1) + wasm_f32x4_extract_lane(score, 2) + wasm_f32x4_extract_lane(score, 3)) / ONE + last;
  }
  unpack(room, best, filters);
}
