import { createHash } from 'node:crypto'

/** Two halves of the id's hash, and what is kept with it. */
const CELLS = 4
const FIRST_CAPACITY = 1 << 10
/** Of these no more are kept; 128 MB. Those after them are taken as they come. */
const MAX_KEPT = 4_000_000

/** An id's hash, in two halves. */
export type IdHash = readonly [high: number, low: number]

/**
 * Two numbers for each id of a file, by the hash of the id: 32 bytes or less for each, because a file may hold millions. That two ids have
 * the same 64 bits does not happen in files of such a size.
 */
export class IdTable {
  #cells = new Uint32Array(FIRST_CAPACITY * CELLS)
  #count = 0

  /** Keeps two numbers for an id; the first ones stay. */
  put([high, low]: IdHash, first: number, second: number): void {
    if (this.#count >= MAX_KEPT) return
    if (this.#count * 2 >= this.#cells.length / CELLS) this.#grow()
    const at = this.#find(high, low)
    if (this.#isTaken(at)) return
    this.#cells.set([high, low, first, second], at)
    this.#count += 1
  }

  get([high, low]: IdHash): [first: number, second: number] | null {
    const at = this.#find(high, low)
    return this.#isTaken(at) ? [this.#cells[at + 2] ?? 0, this.#cells[at + 3] ?? 0] : null
  }

  #isTaken(at: number): boolean {
    return this.#cells[at] !== 0
  }

  /** Where an id is, or would be. */
  #find(high: number, low: number): number {
    const size = this.#cells.length
    let at = (low % (size / CELLS)) * CELLS
    while (this.#isTaken(at) && (this.#cells[at] !== high || this.#cells[at + 1] !== low)) at = (at + CELLS) % size
    return at
  }

  #grow(): void {
    const old = this.#cells
    this.#cells = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += CELLS) {
      const [high = 0, low = 0] = old.subarray(at, at + 2)
      if (high !== 0) this.#cells.set(old.subarray(at, at + CELLS), this.#find(high, low))
    }
  }
}

/** The first half is never 0, which marks an empty place. */
export function hashId(externalId: string): IdHash {
  const hash = createHash('sha1').update(externalId).digest()
  return [hash.readUInt32LE(0) || 1, hash.readUInt32LE(4)]
}
