import { z } from 'zod'
import { ArticleInput, CommentInput } from '../contracts/ingest'
import '../contracts/input-words'
import { ExternalId } from '../contracts/text'
import { endLinesInLineFeeds, readByteLines } from './byte-lines'
import { lose, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { decodeUtf8 } from './line-decoder'

/** An article's body has at most 500,000 characters, each of up to six bytes when it is escaped. */
const MAX_LINE_BYTES = 4 * 1024 * 1024

/** What old Macs ended lines with. Within JSON it may stand as a space. */
const CR_WITHIN = /\r(?!$)/
const ENDS_WITH_CR = 'This line is not JSON. Lines have to end with LF (\\n), not with CR (\\r).'

const Header = z.object({ type: z.enum(['article', 'comment']).default('comment') })
const ArticleLine = ArticleInput.extend({ type: z.literal('article'), externalId: ExternalId })
const CommentLine = CommentInput.extend({ type: z.literal('comment').default('comment') })

/**
 * Our own format: one JSON object a line, in UTF-8. The fields are those of the API; a line without a type is a comment.
 *
 *     {"type":"article","externalId":"a-1","title":"Title","body":"First paragraph.\n\nSecond."}
 *     {"type":"comment","externalId":"c-1","articleExternalId":"a-1","body":"Text","author":{"name":"Ann"},"postedAt":"2026-03-01T09:30:00Z"}
 *     {"type":"comment","externalId":"c-2","articleExternalId":"a-1","parentExternalId":"c-1","body":"A reply"}
 *
 * An article stands above its comments, or is known already; a reply may stand above what it answers. Comments without
 * `articleExternalId` belong to the article the caller names. Empty lines are passed over. A line that cannot be read
 * is told with its number, and the others are read.
 */
export async function* readNdjson(source: ByteSource, options: ImportOptions): AsyncGenerator<ImportRecord> {
  for await (const { number, bytes } of readByteLines(endLinesInLineFeeds(source), MAX_LINE_BYTES)) {
    const record =
      bytes === null ? lose(number, 'This line is longer than 4 MB. Lines have to end with LF (\\n).') : readLine(number, bytes, options)
    if (record !== null) yield record
  }
}

function readLine(line: number, bytes: Buffer, options: ImportOptions): ImportRecord | null {
  const text = decodeUtf8(bytes)
  if (text === null) return lose(line, 'This line is not valid UTF-8.')
  if (text.trim() === '') return null
  const parsed = parseJson(text)
  if ('problem' in parsed) return lose(line, CR_WITHIN.test(text) ? ENDS_WITH_CR : parsed.problem)
  if (Array.isArray(parsed.value)) return lose(line, 'This line is a list. Write one object a line instead.')
  const header = Header.safeParse(parsed.value)
  if (!header.success) return lose(line, 'This line needs "type": "article" or "type": "comment".')
  return header.data.type === 'article' ? readArticle(line, parsed.value) : readComment(line, parsed.value, options)
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    // V8 quotes the line in its message; the place is enough and gives no text away.
    const message = error instanceof Error ? error.message : ''
    const position = /position (\d+)/.exec(message)?.[1]
    if (position !== undefined) return { problem: `This line is not JSON (character ${Number(position) + 1}).` }
    // Of a short line that goes wrong midway V8 gives no place.
    return { problem: /end of JSON input/.test(message) ? 'This line is not JSON (it ends too early).' : 'This line is not JSON.' }
  }
}

function readArticle(line: number, value: unknown): ImportRecord {
  const result = ArticleLine.safeParse(value)
  if (!result.success) return lose(line, explain(result.error))
  const { type: _type, externalId, ...input } = result.data
  return { kind: 'article', line, externalId, input, isOnlyIfMissing: false }
}

function readComment(line: number, value: unknown, options: ImportOptions): ImportRecord {
  const given = options.articleExternalId === undefined ? {} : { articleExternalId: options.articleExternalId }
  const result = CommentLine.safeParse({ ...given, ...(value as object) })
  if (!result.success) return lose(line, explain(result.error))
  const { type: _type, ...input } = result.data
  return { kind: 'comment', line, input, isQuoteLink: false }
}

/** The first thing wrong, with the field it is in. Fields of the source's own making are not repeated. */
function explain(error: z.ZodError): string {
  const [issue] = error.issues
  if (issue?.code === 'unrecognized_keys') return 'This line has a field that is not known.'
  const field = issue?.path.join('.') ?? ''
  return `${field === '' ? 'This line' : field}: ${issue?.message ?? 'is not valid'}.`
}
