import { CommentInput } from '../../contracts/ingest'
import { listProblems } from '../../contracts/parse'
import type { InputProblem } from '../../domain/errors'
import { listTimeProblems } from './source-time'

/** A comment as it was sent, checked, with absent things as null. */
export interface SentComment {
  externalId: string
  articleExternalId: string
  parentExternalId: string | null
  author: { externalId: string; name: string | null } | null
  body: string
  language: string | null
  postedAt: Date | null
  /** The source's own revision, null when it does not count. */
  sourceRevision: number | null
}

/** One item of a request: a comment, or what is wrong with it. */
export type ParsedItem = { sent: SentComment } | { externalId: string | null; problems: InputProblem[] }

/** Checks one item by itself. */
export function parseItem(item: unknown, now: Date): ParsedItem {
  const parsed = CommentInput.safeParse(item)
  if (!parsed.success) return { externalId: readExternalId(item), problems: listProblems(parsed.error) }
  const { externalId, articleExternalId, parentExternalId, author, body, language, postedAt, revision } = parsed.data
  const sent: SentComment = {
    externalId,
    articleExternalId,
    parentExternalId: parentExternalId ?? null,
    author: identifyAuthor(author),
    body,
    language: language ?? null,
    postedAt: typeof postedAt === 'string' ? new Date(postedAt) : null,
    // -0 is a number JSON can say; it is 0.
    sourceRevision: revision === undefined ? null : revision + 0,
  }
  const problems = listTimeProblems('postedAt', sent.postedAt, now)
  return problems.length > 0 ? { externalId, problems } : { sent }
}

/** Somebody the source names without an id is the same person wherever the same name stands, however it is encoded. */
function identifyAuthor(author: CommentInput['author']): SentComment['author'] {
  const name = author?.name?.trim().normalize('NFC') ?? null
  if (author?.externalId !== undefined) return { externalId: author.externalId, name }
  return name === null ? null : { externalId: `name:${name}`, name }
}

/** The id of an item that is wrong otherwise, so that the answer can name it. */
function readExternalId(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const id = (item as { externalId?: unknown }).externalId
  return typeof id === 'string' && id.length <= 200 ? id.toWellFormed() : null
}
