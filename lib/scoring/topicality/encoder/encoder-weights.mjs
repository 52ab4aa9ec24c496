// @ts-check

/**
 * @typedef {import('./kernel.mjs').EncoderKernel} EncoderKernel
 * @typedef {import('./packaged-model.mjs').PackagedModel} PackagedModel
 *
 * @typedef {object} Table A table of weights as the kernel multiplies by it, with what is added.
 * @property {number} weights
 * @property {number} scales
 * @property {number} bias
 * @property {number} depth
 * @property {number} width
 *
 * @typedef {{ gain: number, bias: number }} Norm
 *
 * @typedef {object} Layer
 * @property {number} size numbers of a piece that come in
 * @property {Norm} norm
 * @property {Table} asked what pieces ask, offer and say
 * @property {Table} answer what is made of the answers
 * @property {Table | null} shortcut past the attention, where what comes in has another size than what goes out
 * @property {Norm} secondNorm
 * @property {Table} widen
 * @property {Table} narrow
 *
 * @typedef {object} EncoderWeights
 * @property {{ vectors: number, scales: number }} pieces
 * @property {number} signals
 * @property {Layer[]} layers
 * @property {Table} last
 */

/** The most pieces of a text that the model reads: of longer texts it takes the first. */
export const MOST_PIECES = 128
/** Numbers of a piece, at first and behind the first layer; the second is a vector's too. */
export const PIECE_SIZE = 256
export const STATE_SIZE = 512
export const WIDE = 1536
const PIECES = 8002
/** So many vectors of pieces are read at once, into the room that the largest table takes. */
const LOT = 2000

const APPLIED = 'module_apply_default/Encoder_en/KonaTransformer/Encode'
const KEPT = 'module/Encoder_en/KonaTransformer/Encode'
const FOLDED = 'ConcatPartitions/concat'

/**
 * Reads the packaged model into the kernel's memory, as whole numbers of 16 bits. `room` holds the largest table of it while it is read:
 * WIDE · STATE_SIZE numbers.
 *
 * @param {PackagedModel} model @param {EncoderKernel} kernel @param {number} room
 * @returns {EncoderWeights}
 */
export function readEncoderWeights(model, kernel, room) {
  /** @param {string} name @param {number} count */
  const keepFloats = (name, count) => {
    const address = kernel.allocate(count * 4)
    model.read(name, kernel.bytes(address, count * 4))
    return address
  }
  /** @param {string} name @param {string} bias @param {number} depth @param {number} width @returns {Table} */
  const keepTable = (name, bias, depth, width) => {
    const weights = kernel.allocate(depth * width * 2)
    const scales = kernel.allocate(width * 4)
    model.read(name, kernel.bytes(room, depth * width * 4))
    kernel.run.pack(room, width, depth, width, weights, scales)
    return { weights, scales, bias: keepFloats(bias, width), depth, width }
  }
  /** @param {string} part @param {number} size @returns {Norm} */
  const keepNorm = (part, size) => {
    const [gain = 0, bias = 0] = ['scale', 'bias'].map((what) =>
      keepFloats(`${APPLIED}/${part}/layer_prepostprocess/layer_norm/layer_norm_${what}/${FOLDED}`, size),
    )
    return { gain, bias }
  }
  /** @param {number} at @param {number} size @returns {Layer} */
  const keepLayer = (at, size) => {
    const part = `Layer_${at}/TransformerLayer`
    /** @param {string} what @param {number} width */
    const attention = (what, width) => {
      const name = `${part}/MultiheadAttention/${what}_transform_single`
      return keepTable(`${KEPT}/${name}/kernel/part_0`, `${APPLIED}/${name}/bias/${FOLDED}`, size, width)
    }
    /** @param {string} what @param {number} depth @param {number} width */
    const forward = (what, depth, width) =>
      keepTable(
        `${APPLIED}/TransformerStack/${part}/FFN/${what}/Tensordot/Reshape_1`,
        `${APPLIED}/${part}/FFN/${what}/bias/${FOLDED}`,
        depth,
        width,
      )
    const dense = `${APPLIED}/${part}/dense`
    return {
      size,
      norm: keepNorm(part, size),
      asked: attention('qkv', 3 * size),
      answer: attention('output', STATE_SIZE),
      shortcut: size === STATE_SIZE ? null : keepTable(`${dense}/kernel/${FOLDED}`, `${dense}/bias/${FOLDED}`, size, STATE_SIZE),
      secondNorm: keepNorm(`${part}/FFN`, STATE_SIZE),
      widen: forward('conv1', STATE_SIZE, WIDE),
      narrow: forward('conv2', WIDE, STATE_SIZE),
    }
  }
  const hidden = 'module/Encoder_en/hidden_layers/tanh_layer_0'
  return {
    pieces: keepPieces(model, kernel, room),
    signals: keepSignals(model, kernel),
    layers: [keepLayer(0, PIECE_SIZE), keepLayer(1, STATE_SIZE)],
    last: keepTable(`${hidden}/weights`, `${hidden}/bias`, STATE_SIZE, STATE_SIZE),
  }
}

/** @param {PackagedModel} model @param {EncoderKernel} kernel @param {number} room */
function keepPieces(model, kernel, room) {
  const vectors = kernel.allocate(PIECES * PIECE_SIZE * 2)
  const scales = kernel.allocate(PIECES * 4)
  for (let from = 0; from < PIECES; from += LOT) {
    const count = Math.min(LOT, PIECES - from)
    model.read('module/Embeddings_en', kernel.bytes(room, count * PIECE_SIZE * 4), from * PIECE_SIZE * 4)
    kernel.run.keep(room, count, PIECE_SIZE, vectors + from * PIECE_SIZE * 2, scales + from * 4)
  }
  return { vectors, scales }
}

/** What tells the place of a piece: sines of the place times each speed, then their cosines. @param {PackagedModel} model @param {EncoderKernel} kernel */
function keepSignals(model, kernel) {
  const half = PIECE_SIZE / 2
  const speeds = new Float32Array(half)
  model.read(`${APPLIED}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`, new Uint8Array(speeds.buffer))
  const address = kernel.allocate(MOST_PIECES * PIECE_SIZE * 4)
  const signals = kernel.floats(address, MOST_PIECES * PIECE_SIZE)
  for (let place = 0; place < MOST_PIECES; place += 1) {
    signals.set(
      speeds.map((speed) => Math.sin(place * speed)),
      place * PIECE_SIZE,
    )
    signals.set(
      speeds.map((speed) => Math.cos(place * speed)),
      place * PIECE_SIZE + half,
    )
  }
  return address
}
