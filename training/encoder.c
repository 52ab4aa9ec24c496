// The sentence encoder's arithmetic, for WebAssembly with SIMD. The caller lays everything out, from __heap_base on.
// Built by training/build-kernel.sh into lib/scoring/weights/encoder.wasm; called by lib/scoring/topicality/encoder/.
#include <wasm_simd128.h>

// Tables are multiplied as whole numbers of 16 bits: one instruction takes eight products of them and adds them in pairs, where of real numbers
// it takes four and adds none. Each row of what goes in has a scale of its own, by which its largest is TOP; each column of weights one by which
// TOP times the sum of its absolutes stays below 2³¹: no sum can overflow, whatever comes.
#define TOP 4095.0f
#define MOST_SUM 2147483647.0f
#define MOST_WEIGHT 32767.0f

// The most pieces that the encoder reads of a text, and the widest head of its attention.
#define PIECES 128
#define HEAD 128

typedef const float *floats;
typedef const short *shorts;

static inline float sum_lanes(v128_t v) {
  return (wasm_f32x4_extract_lane(v, 0) + wasm_f32x4_extract_lane(v, 1)) + (wasm_f32x4_extract_lane(v, 2) + wasm_f32x4_extract_lane(v, 3));
}

static inline float max_lane(v128_t v) {
  v = wasm_f32x4_pmax(v, wasm_i32x4_shuffle(v, v, 2, 3, 0, 1));
  v = wasm_f32x4_pmax(v, wasm_i32x4_shuffle(v, v, 1, 0, 3, 2));
  return wasm_f32x4_extract_lane(v, 0);
}

static inline v128_t round_to_16(floats from, v128_t scale) {
  v128_t low = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(from), scale)));
  v128_t high = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(from + 4), scale)));
  return wasm_i16x8_narrow_i32x4(low, high);
}

// Rows as whole numbers up to `top`, and what one of them stands for. `size` is a multiple of 8; rows lie `stride` apart.
static void round_rows(floats from, int stride, int count, int size, float top, short *to, float *scales) {
  for (int r = 0; r < count; r++, from += stride, to += size) {
    v128_t most = wasm_f32x4_splat(1e-20f);
    for (int i = 0; i < size; i += 4) most = wasm_f32x4_pmax(most, wasm_f32x4_abs(wasm_v128_load(from + i)));
    float largest = max_lane(most);
    v128_t scale = wasm_f32x4_splat(top / largest);
    for (int i = 0; i < size; i += 8) wasm_v128_store(to + i, round_to_16(from + i, scale));
    scales[r] = largest / top;
  }
}

void quantise(floats from, int stride, int count, int size, short *to, float *scales) { round_rows(from, stride, count, size, TOP, to, scales); }

// A table of weights as `multiply` reads it: strips of eight columns, in each pair after pair of rows, with zeros up to a depth
// that is a multiple of 8, as `width` is. Rows lie `stride` apart. scales[width]: what one stands for, by column.
void pack(floats from, int stride, int depth, int width, short *to, float *scales) {
  v128_t bound = wasm_f32x4_splat(MOST_SUM / TOP - depth), tiny = wasm_f32x4_splat(1e-20f), odd = wasm_i32x4_splat(0xffff);
  for (int j = 0; j < width; j += 4) {
    v128_t most = tiny, sum = tiny;
    for (int i = 0; i < depth; i++) {
      v128_t size = wasm_f32x4_abs(wasm_v128_load(from + i * stride + j));
      most = wasm_f32x4_pmax(most, size);
      sum = wasm_f32x4_add(sum, size);
    }
    v128_t scale = wasm_f32x4_pmin(wasm_f32x4_div(bound, sum), wasm_f32x4_div(wasm_f32x4_splat(MOST_WEIGHT), most));
    wasm_v128_store(scales + j, wasm_f32x4_div(wasm_f32x4_splat(1), scale));
    int whole = (depth + 7) & ~7;
    short *strip = to + (j & ~7) * whole + (j & 4) * 2;
    for (int i = 0; i < whole; i += 2, strip += 16) {
      v128_t low = wasm_i32x4_splat(0), high = low;
      if (i < depth) low = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(from + i * stride + j), scale)));
      if (i + 1 < depth) high = wasm_i32x4_trunc_sat_f32x4(wasm_f32x4_nearest(wasm_f32x4_mul(wasm_v128_load(from + (i + 1) * stride + j), scale)));
      wasm_v128_store(strip, wasm_v128_or(wasm_v128_and(low, odd), wasm_i32x4_shl(high, 16)));
    }
  }
}

enum { PLAIN, RECTIFIED, ADDED };

// So many rows at once: their sums, two vectors each, and what they are made of fill the sixteen registers.
#define ROWS 4

// `rows` rows by one strip of eight columns.
static inline __attribute__((always_inline)) void block(int rows, shorts x, floats rowScales, shorts strip, v128_t scaleLow, v128_t scaleHigh, v128_t biasLow, v128_t biasHigh, float *out, int depth, int stride, int mode) {
  v128_t low[ROWS], high[ROWS];
  for (int r = 0; r < rows; r++) low[r] = high[r] = wasm_i32x4_splat(0);
  for (int i = 0; i < depth; i += 2, strip += 16) {
    v128_t a = wasm_v128_load(strip), b = wasm_v128_load(strip + 8);
    for (int r = 0; r < rows; r++) {
      v128_t pair = wasm_v128_load32_splat(x + r * depth + i);
      low[r] = wasm_i32x4_add(low[r], wasm_i32x4_dot_i16x8(pair, a));
      high[r] = wasm_i32x4_add(high[r], wasm_i32x4_dot_i16x8(pair, b));
    }
  }
  for (int r = 0; r < rows; r++, out += stride) {
    v128_t scale = wasm_f32x4_splat(rowScales[r]);
    v128_t left = wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_convert_i32x4(low[r]), wasm_f32x4_mul(scale, scaleLow)), biasLow);
    v128_t right = wasm_f32x4_add(wasm_f32x4_mul(wasm_f32x4_convert_i32x4(high[r]), wasm_f32x4_mul(scale, scaleHigh)), biasHigh);
    if (mode == RECTIFIED) left = wasm_f32x4_pmax(wasm_f32x4_splat(0), left), right = wasm_f32x4_pmax(wasm_f32x4_splat(0), right);
    if (mode == ADDED) left = wasm_f32x4_add(left, wasm_v128_load(out)), right = wasm_f32x4_add(right, wasm_v128_load(out + 4));
    wasm_v128_store(out, left);
    wasm_v128_store(out + 4, right);
  }
}

// out[count][width] = (or, ADDED, +=) rows times weights plus bias; depth is even, width a multiple of 8, bias may be none (0). A strip
// stays in the nearest cache while all rows pass by it.
void multiply(shorts rows, floats rowScales, shorts weights, floats scales, floats bias, float *out, int count, int depth, int width, int stride, int mode) {
  for (int j = 0; j < width; j += 8, weights += depth * 8) {
    v128_t scaleLow = wasm_v128_load(scales + j), scaleHigh = wasm_v128_load(scales + j + 4), biasLow = wasm_f32x4_splat(0), biasHigh = biasLow;
    if (bias) biasLow = wasm_v128_load(bias + j), biasHigh = wasm_v128_load(bias + j + 4);
    int r = 0;
#define BLOCK(n) block(n, rows + r * depth, rowScales + r, weights, scaleLow, scaleHigh, biasLow, biasHigh, out + r * stride + j, depth, stride, mode)
    for (; r + ROWS <= count; r += ROWS) BLOCK(ROWS);
    if (count - r == 3) BLOCK(3);
    if (count - r == 2) BLOCK(2);
    if (count - r == 1) BLOCK(1);
  }
}

// What a text's pieces are before the first layer: twice the vector of the piece, and the signal of its place. Both tables have rows of `size`.
void place(shorts vectors, floats vectorScales, floats signals, const int *pieces, int count, int size, float *out) {
  for (int t = 0; t < count; t++, signals += size, out += size) {
    shorts vector = vectors + pieces[t] * size;
    v128_t scale = wasm_f32x4_splat(2 * vectorScales[pieces[t]]);
    for (int i = 0; i < size; i += 4) {
      v128_t value = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(wasm_i32x4_load16x4(vector + i)), scale);
      wasm_v128_store(out + i, wasm_f32x4_add(value, wasm_v128_load(signals + i)));
    }
  }
}

// A table of vectors as whole numbers of 16 bits, row by row.
void keep(floats from, int count, int size, short *to, float *scales) { round_rows(from, size, count, size, MOST_WEIGHT, to, scales); }

// Each row about its mean, of variance 1, times gain plus bias, as whole numbers. `room` is for one row.
void normalise(floats from, floats gain, floats bias, int count, int size, short *to, float *scales, float *room) {
  for (int r = 0; r < count; r++, from += size) {
    v128_t sum = wasm_f32x4_splat(0), squares = sum;
    for (int i = 0; i < size; i += 4) sum = wasm_f32x4_add(sum, wasm_v128_load(from + i));
    v128_t mean = wasm_f32x4_splat(sum_lanes(sum) / size);
    for (int i = 0; i < size; i += 4) {
      v128_t off = wasm_f32x4_sub(wasm_v128_load(from + i), mean);
      squares = wasm_f32x4_add(squares, wasm_f32x4_mul(off, off));
    }
    v128_t scale = wasm_f32x4_splat(1 / __builtin_sqrtf(sum_lanes(squares) / size + 1e-6f));
    for (int i = 0; i < size; i += 4) {
      v128_t off = wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(from + i), mean), scale);
      wasm_v128_store(room + i, wasm_f32x4_add(wasm_f32x4_mul(off, wasm_v128_load(gain + i)), wasm_v128_load(bias + i)));
    }
    quantise(room, size, 1, size, to + r * size, scales + r);
  }
}

// e to the power of numbers that are not above 0: two to a whole power by its bits, times the series of what is left.
static inline v128_t exponential(v128_t x) {
  v128_t y = wasm_f32x4_mul(wasm_f32x4_pmax(wasm_f32x4_splat(-80), x), wasm_f32x4_splat(1.44269504f));
  v128_t whole = wasm_f32x4_nearest(y), rest = wasm_f32x4_mul(wasm_f32x4_sub(y, whole), wasm_f32x4_splat(0.69314718f));
  v128_t series = wasm_f32x4_splat(1 / 120.0f);
  const float terms[] = {1 / 24.0f, 1 / 6.0f, 0.5f, 1, 1};
  for (int i = 0; i < 5; i++) series = wasm_f32x4_add(wasm_f32x4_mul(series, rest), wasm_f32x4_splat(terms[i]));
  return wasm_f32x4_mul(series, wasm_i32x4_shl(wasm_i32x4_add(wasm_i32x4_trunc_sat_f32x4(whole), wasm_i32x4_splat(127)), 23));
}

// Shares of each row's first `size` numbers as whole numbers: e to the power of `factor` times what each is below the largest. The largest becomes
// TOP; the scale holds what makes their sum 1. Rows of `from` and of `to` lie `stride` apart, a multiple of 8; what is beyond `size` becomes 0.
static void share(float *from, int count, int size, int stride, float factor, short *to, float *scales) {
  for (int r = 0; r < count; r++, from += stride, to += stride) {
    for (int i = size; i < stride; i++) from[i] = -1e30f;
    v128_t most = wasm_v128_load(from), by = wasm_f32x4_splat(factor), total = wasm_f32x4_splat(0);
    for (int i = 4; i < stride; i += 4) most = wasm_f32x4_pmax(most, wasm_v128_load(from + i));
    most = wasm_f32x4_splat(max_lane(most));
    for (int i = 0; i < stride; i += 4) {
      v128_t value = exponential(wasm_f32x4_mul(wasm_f32x4_sub(wasm_v128_load(from + i), most), by));
      wasm_v128_store(from + i, value);
      total = wasm_f32x4_add(total, value);
    }
    for (int i = 0; i < stride; i += 8) wasm_v128_store(to + i, round_to_16(from + i, wasm_f32x4_splat(TOP)));
    scales[r] = 1 / (TOP * sum_lanes(total));
  }
}

// Rows as `multiply` reads weights, each row a column: pairs lie as they are, eight rows beside each other. What is beyond `count` becomes 0.
static void turn(shorts from, int count, int size, int *to) {
  const int *pairs = (const int *)from;
  for (int t = 0; t < count; t += 8)
    for (int i = 0; i < size / 2; i++)
      for (int c = t; c < t + 8; c++) *to++ = c < count ? pairs[c * size / 2 + i] : 0;
}

// What the pieces of one text say to each other. A row of `asked` is what a piece asks, offers and says, `size` numbers each, of which each
// head has its part; out[count][size]. TOP² times HEAD is below 2³¹.
void attend(floats asked, int count, int size, int heads, float *out) {
  static short questions[PIECES * HEAD], offers[PIECES * HEAD], turned[PIECES * HEAD], said[PIECES * HEAD], shares[PIECES * PIECES];
  static float scores[PIECES * PIECES], questionScales[PIECES], offerScales[PIECES], shareScales[PIECES], saidScales[HEAD];
  int part = size / heads, width = (count + 7) & ~7;
  for (int head = 0; head < heads; head++, asked += part, out += part) {
    quantise(asked, 3 * size, count, part, questions, questionScales);
    quantise(asked + size, 3 * size, count, part, offers, offerScales);
    turn(offers, count, part, (int *)turned);
    multiply(questions, questionScales, turned, offerScales, 0, scores, count, part, width, width, PLAIN);
    share(scores, count, count, width, 1 / __builtin_sqrtf(part), shares, shareScales);
    pack(asked + 2 * size, 3 * size, count, part, said, saidScales);
    multiply(shares, shareScales, said, saidScales, 0, out, count, width, part, size, PLAIN);
  }
}

// The mean of rows; of none, zeros.
void average(floats from, int count, int size, float *out) {
  v128_t share = wasm_f32x4_splat(count ? 1.0f / count : 0);
  for (int i = 0; i < size; i += 4) {
    v128_t sum = wasm_f32x4_splat(0);
    for (int r = 0; r < count; r++) sum = wasm_f32x4_add(sum, wasm_v128_load(from + r * size + i));
    wasm_v128_store(out + i, wasm_f32x4_mul(sum, share));
  }
}
