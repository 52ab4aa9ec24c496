// @ts-check

/** The first pieces of the vocabulary stand for no text; the very first is what is unknown. */
const RESERVED = 6
const UNKNOWN = 0
const SPACE = '\u2581'
/** Symbols get numbers below this. */
const MOST_SYMBOLS = 256
const SLOTS = 1 << 16

/**
 * Cuts text into the pieces of a SentencePiece vocabulary, the most probable of all ways (Viterbi). Gives the very pieces that the
 * encoder learnt with, so in its ways too: a sum of nothing counts as none yet, and runs of unknown symbols are one piece.
 */
export class Tokenizer {
  /** @type {Map<string, number>} */
  #symbols = new Map()
  // A tree of the pieces' symbols: its edges in a table with open addresses.
  #edges = new Int32Array(SLOTS).fill(-1)
  #ends = new Int32Array(SLOTS)
  /** @type {number[]} The piece that ends at a node, or −1. */
  #pieces = [-1]
  /** @type {number[]} */
  #scores = [0]

  /** @param {readonly (readonly [string, number | null])[]} vocabulary pieces with their log-probabilities */
  constructor(vocabulary) {
    for (const [piece, [text, score]] of vocabulary.entries()) {
      if (piece < RESERVED) continue
      let node = 0
      for (const symbol of text) node = this.#grow(node, this.#number(symbol))
      this.#pieces[node] = piece
      this.#scores[node] = Number(score)
    }
  }

  /**
   * The numbers of a text's pieces, and where each ends in the text (UTF-16 units, once it is in the form NFKC); none for an empty text.
   *
   * @param {string} text @returns {{ pieces: number[], ends: number[] }}
   */
  cut(text) {
    const normal = text.normalize('NFKC')
    if (normal === '') return { pieces: [], ends: [] }
    const written = Array.from(normal.replaceAll(' ', SPACE))
    const symbols = Int32Array.from([SPACE, ...written], (symbol) => this.#symbols.get(symbol) ?? -1)
    const { pieces, ends } = this.#walkBack(this.#findBest(symbols))
    let unit = 0
    // The first symbol is the blank that stands before every text.
    const units = [0, 0, ...written.map((symbol) => (unit += symbol.length))]
    return { pieces, ends: ends.map((end) => units[end] ?? 0) }
  }

  /** Of the best way to each place, its last piece and where that begins. @param {Int32Array} symbols */
  #findBest(symbols) {
    const best = new Float64Array(symbols.length + 1)
    const last = new Int32Array(symbols.length + 1)
    const starts = new Int32Array(symbols.length + 1)
    /** @param {number} start @param {number} end @param {number} piece @param {number} score */
    const offer = (start, end, piece, score) => {
      const sum = score + (best[start] ?? 0)
      const known = best[end] ?? 0
      if (known !== 0 && sum < known) return
      best[end] = sum
      last[end] = piece
      starts[end] = start
    }
    for (let start = 0; start < symbols.length; start += 1) {
      let isKnown = false
      let node = 0
      for (let at = start; at < symbols.length; at += 1) {
        node = this.#follow(node, symbols[at] ?? -1)
        if (node < 0) break
        const piece = this.#pieces[node] ?? -1
        if (piece < 0) continue
        isKnown = true
        offer(start, at + 1, piece, this.#scores[node] ?? 0)
      }
      if (!isKnown) offer(start, start + 1, UNKNOWN, 0)
    }
    return { last, starts }
  }

  /** @param {{ last: Int32Array, starts: Int32Array }} best */
  #walkBack({ last, starts }) {
    /** @type {number[]} */
    const pieces = []
    /** @type {number[]} */
    const ends = []
    for (let end = last.length - 1; end > 0; end = starts[end] ?? 0) {
      const piece = last[end] ?? UNKNOWN
      if (piece === UNKNOWN && pieces.at(-1) === UNKNOWN) continue
      pieces.push(piece)
      ends.push(end)
    }
    return { pieces: pieces.reverse(), ends: ends.reverse() }
  }

  /** @param {string} symbol */
  #number(symbol) {
    const known = this.#symbols.get(symbol)
    if (known !== undefined) return known
    const number = this.#symbols.size
    if (number === MOST_SYMBOLS) throw new Error('The vocabulary has too many symbols')
    this.#symbols.set(symbol, number)
    return number
  }

  /** The slot of an edge, or the empty one where it would be. @param {number} key */
  #findSlot(key) {
    let slot = Math.imul(key, 0x9e3779b1) >>> 16
    while (this.#edges[slot] !== -1 && this.#edges[slot] !== key) slot = (slot + 1) % SLOTS
    return slot
  }

  /** @param {number} node @param {number} symbol @returns {number} the node after it, or −1 */
  #follow(node, symbol) {
    if (symbol < 0) return -1
    const slot = this.#findSlot(node * MOST_SYMBOLS + symbol)
    return this.#edges[slot] === -1 ? -1 : (this.#ends[slot] ?? -1)
  }

  /** @param {number} node @param {number} symbol */
  #grow(node, symbol) {
    const known = this.#follow(node, symbol)
    if (known >= 0) return known
    const slot = this.#findSlot(node * MOST_SYMBOLS + symbol)
    const end = this.#pieces.length
    if (end * 2 > SLOTS) throw new Error('The vocabulary has too many pieces')
    this.#edges[slot] = node * MOST_SYMBOLS + symbol
    this.#ends[slot] = end
    this.#pieces.push(-1)
    this.#scores.push(0)
    return end
  }
}
