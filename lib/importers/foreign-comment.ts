import { CommentInput } from '../contracts/ingest'
import { tell, type ImportRecord } from './import-record'
import { readInstant } from './instant'
import { markupToText } from './markup-text'
import { toSoundText, UNSOUND_TEXT } from './sound-text'

/** A comment as another system exports it: everything is text, empty when it was not said. */
export interface ForeignComment {
  line: number
  externalId: string
  articleExternalId: string
  parentExternalId: string
  authorId: string
  authorName: string
  /** HTML. */
  markup: string
  /** Null when it is unknown and that was told. */
  postedAt: string | null
  /** The source's own count of texts, if it keeps one. */
  revision?: number
}

const MAX_NAME = 200

/** The comment as a record, and what is wrong with it. What cannot be stored is told and lost; a time that cannot be read is left out. */
export function* readForeignComment(comment: ForeignComment): Generator<ImportRecord> {
  const { line, externalId, articleExternalId, parentExternalId, authorId, authorName, markup } = comment
  const postedAt = readInstant(comment.postedAt ?? '')
  if (postedAt === null && comment.postedAt !== null)
    yield { kind: 'problem', line, message: 'The time cannot be read and is left unknown.', isLost: false }
  const name = authorName.trim().slice(0, MAX_NAME).toWellFormed()
  const author = { ...(authorId === '' ? {} : { externalId: authorId }), ...(name === '' ? {} : { name }) }
  const text = markupToText(markup)
  const body = toSoundText(text)
  if (body !== text) yield tell(line, UNSOUND_TEXT)
  const input = CommentInput.safeParse({
    externalId,
    articleExternalId,
    body,
    ...(authorId === '' && name === '' ? {} : { author }),
    ...(parentExternalId === '' ? {} : { parentExternalId }),
    ...(postedAt === null ? {} : { postedAt }),
    ...(comment.revision === undefined ? {} : { revision: comment.revision }),
  })
  if (input.success) yield { kind: 'comment', line, input: input.data, isQuoteLink: false }
  else {
    const [issue] = input.error.issues
    yield { kind: 'problem', line, message: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not valid'}.`.trim(), isLost: true }
  }
}
