import { LINE_FEED } from './sql-token'

/** No text that is kept is longer, nor a row that can be read anew. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024
/** What may be read anew: so much, and so many times what the file has had until there. Of damage within damage there may be no end. */
const [MAX_REREAD, REREAD_FACTOR] = [16 * 1024 * 1024, 4]
/** How much is kept of either end of what is let go. */
const ENDS = 64

/** The part of a dump that is being read: the piece given last, and a row or a text that began before it. */
export class SqlBytes {
  all: Buffer = Buffer.alloc(0)
  at = 0
  line = 1
  /** How far a text has been looked at whose end has not been met. */
  seen = 0
  #pending: Uint8Array[] = []
  #pendingSize = 0
  /** Bytes of the file before these. */
  #gone = 0
  /** Where a row began that may have to be read anew. */
  #mark: { at: number; line: number } | null = null
  /** Bytes that were read anew so far. */
  #reread = 0
  /** What was let go of a text that is too long to be kept. */
  #cut = { bytes: 0, lines: 0 }

  /** False when it is better to wait for more: of a long text all is copied again, which is done only when it has grown by as much. */
  push(chunk: Uint8Array, isEnd: boolean): boolean {
    const from = Math.min(this.at, this.#mark?.at ?? this.at)
    this.#pending.push(chunk)
    this.#pendingSize += chunk.length
    if (!isEnd && this.#pendingSize < this.all.length - from) return false
    this.all = Buffer.concat([this.all.subarray(from), ...this.#pending])
    this.#pending = []
    this.#pendingSize = 0
    this.#gone += from
    this.at -= from
    this.seen = Math.max(0, this.seen - from)
    if (this.#mark !== null) this.#mark.at -= from
    if (this.all.length > MAX_KEPT_BYTES * 2) this.#mark = null
    return true
  }

  /** The byte of the file that comes next, counted from 1. */
  get byte(): number {
    return this.#gone - this.#cut.bytes + this.at + 1
  }

  /** What begins on this byte may be read anew. */
  mark(byte: number, line: number): void {
    const at = byte - 1 - this.#gone
    this.#mark = at < 0 ? null : { at, line }
  }

  release(): void {
    this.#mark = null
  }

  /** Back to behind the first sign of what was marked, if not too much was read anew already. */
  rewind(): void {
    const back = this.#mark === null ? 0 : this.at - this.#mark.at
    if (this.#mark !== null && this.#reread + back <= MAX_REREAD + this.byte * REREAD_FACTOR) {
      ;[this.at, this.line] = [this.#mark.at + 1, this.#mark.line]
      this.#reread += back
    }
    this.#mark = null
    this.seen = 0
  }

  /** Of what began at `start` and is too long only the beginning is kept, and what its end is looked for in. */
  keepShort(start: number): void {
    const [from, to] = [start + ENDS, this.seen - ENDS]
    if (to - from <= MAX_KEPT_BYTES) return
    this.#cut = { bytes: this.#cut.bytes + to - from, lines: this.#cut.lines + this.#countLines(from, to) }
    this.#mark = null
    this.#gone += to - from
    this.seen -= to - from
    this.all = Buffer.concat([this.all.subarray(0, from), this.all.subarray(to)])
  }

  /** Null when a part of it was let go. */
  take(from: number, to: number): Buffer | null {
    return this.#cut.bytes > 0 ? null : this.all.subarray(from, to)
  }

  /** Goes on at `to`, and counts the lines up to there. */
  advance(to: number): void {
    this.line += this.#countLines(this.at, to) + this.#cut.lines
    this.at = to
    this.seen = 0
    this.#cut = { bytes: 0, lines: 0 }
  }

  #countLines(from: number, to: number): number {
    let count = 0
    for (let at = from; at < to; at += 1) if (this.all[at] === LINE_FEED) count += 1
    return count
  }
}
