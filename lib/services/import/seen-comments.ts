import { createHash } from 'node:crypto'
import type { CommentInput } from '../../contracts/ingest'
import { hashId, IdTable } from './id-table'

/** Which comments of a file came in, with which text and under which article. */
export class SeenComments {
  /** By the comment's id, hashes of its text and of its article's id. */
  readonly #table = new IdTable()

  /** Keeps a comment; the first one of its id stays. */
  put({ externalId, body, articleExternalId }: Pick<CommentInput, 'externalId' | 'body' | 'articleExternalId'>): void {
    this.#table.put(hashId(externalId), hashText(body), hashText(articleExternalId))
  }

  /** Whether a comment of this id came in, with this text or another. */
  compare(externalId: string, body: string): 'new' | 'same' | 'different' {
    const seen = this.#table.get(hashId(externalId))
    if (seen === null) return 'new'
    return seen[0] === hashText(body) ? 'same' : 'different'
  }

  /** Whether a comment of this id came in under another article than this one. */
  isElsewhere(externalId: string, articleExternalId: string): boolean {
    const seen = this.#table.get(hashId(externalId))
    return seen !== null && seen[1] !== hashText(articleExternalId)
  }
}

function hashText(body: string): number {
  return createHash('sha1').update(body).digest().readUInt32LE(0)
}
