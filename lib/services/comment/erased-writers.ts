import { HIGHEST_REVISION } from '../../domain/edit'
import type { SentComment } from './parse-items'

/**
 * Whether a comment was written before its writer was erased and comes only now. Without a time it was: like a deletion, an erasure is
 * final for what cannot be told from a late repetition.
 */
export function isFromErased({ author, postedAt }: SentComment, erasedAt: ReadonlyMap<string, Date>): boolean {
  const until = author === null ? undefined : erasedAt.get(author.externalId)
  return until !== undefined && (postedAt === null || postedAt <= until)
}

interface Erasable {
  author: SentComment['author']
  body: string
  language: string | null
  sourceRevision: number
  isRemoved: boolean
  isErased: boolean
}

/** It keeps its place in the thread, so that replies have one, and nothing else. */
export function emptyDraft<Draft extends Erasable>(draft: Draft): Draft {
  return { ...draft, author: null, body: '', language: null, sourceRevision: HIGHEST_REVISION, isRemoved: true, isErased: true }
}

/** An erased text is brought back by a newer revision alone, and told nothing more by any other message. */
export function isFinal({ isErased, sourceRevision }: Erasable, sent: SentComment): boolean {
  return isErased && (sent.sourceRevision === null || sent.sourceRevision <= sourceRevision)
}
