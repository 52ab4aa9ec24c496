import { createHash } from 'node:crypto'
import type { CommentInput } from '../../contracts/ingest'

/** Two halves of the id's hash, one of the text's, and one of its article's. */
const CELLS = 4
const FIRST_CAPACITY = 1 << 10
/** Of these no more are kept; 128 MB. Those after them are taken as they come. */
const MAX_SEEN = 4_000_000

/**
 * Which comments of a file came in, with which text and under which article: by hashes in a table of numbers, 32 bytes or less for each,
 * because a file may hold millions. That two ids have the same 64 bits does not happen in files of such a size.
 */
export class SeenComments {
  #cells = new Uint32Array(FIRST_CAPACITY * CELLS)
  #count = 0

  /** Keeps a comment; the first one of its id stays. */
  put({ externalId, body, articleExternalId }: Pick<CommentInput, 'externalId' | 'body' | 'articleExternalId'>): void {
    if (this.#count >= MAX_SEEN) return
    if (this.#count * 2 >= this.#cells.length / CELLS) this.#grow()
    const [high, low] = hashId(externalId)
    const at = this.#find(high, low)
    if (this.#isTaken(at)) return
    this.#cells.set([high, low, hashText(body), hashText(articleExternalId)], at)
    this.#count += 1
  }

  /** Whether a comment of this id came in, with this text or another. */
  compare(externalId: string, body: string): 'new' | 'same' | 'different' {
    const at = this.#find(...hashId(externalId))
    if (!this.#isTaken(at)) return 'new'
    return this.#cells[at + 2] === hashText(body) ? 'same' : 'different'
  }

  /** Whether a comment of this id came in under another article than this one. */
  isElsewhere(externalId: string, articleExternalId: string): boolean {
    const at = this.#find(...hashId(externalId))
    return this.#isTaken(at) && this.#cells[at + 3] !== hashText(articleExternalId)
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
function hashId(externalId: string): [high: number, low: number] {
  const hash = createHash('sha1').update(externalId).digest()
  return [hash.readUInt32LE(0) || 1, hash.readUInt32LE(4)]
}

function hashText(body: string): number {
  return createHash('sha1').update(body).digest().readUInt32LE(0)
}
