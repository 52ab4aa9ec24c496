import { DomainError } from '../domain/errors'
import { readArticlePart } from './article-part'
import { readByteLines } from './byte-lines'
import { findCommentList, type CommentList } from './comment-list'
import { createCommentNamer, slugOf } from './external-ids'
import { type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { hasUtf8, LineDecoder } from './line-decoder'
import { findQuotedComments } from './quote-links'
import { type TextLine } from './text-line'

const MAX_BYTES = 10 * 1024 * 1024
const MAX_LINES = 200_000
const NO_LIST = 'Up to here no list of comments was found: a heading such as "38 Comments", and bulleted comments after it.'

/**
 * Plain text that was saved from an article's page: furniture, title, image, paragraphs, author, `38 Comments`, and
 * bulleted comments. The rules are documented where they stand: article-part.ts, article-author.ts, page-furniture.ts,
 * comment-list.ts, quote-links.ts.
 *
 * The comments have no authors and no times, and get none. A reply is known only by quoting. The article's external id
 * is the one given, else its address if the page tells it, else the title as a slug; the comments' are made from it
 * (external-ids.ts). UTF-8, UTF-16 and Windows-1252 are read.
 *
 * @throws DomainError too_large over 10 MB or 200,000 lines: it is read as a whole
 */
export async function* readArticleText(source: ByteSource, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const { lines, problems } = await readTextLines(source)
  yield* problems
  const list = findCommentList(lines)
  if (!list.isAnnounced) {
    // Any text has a first line; only a page that speaks of its comments is taken for an article.
    yield tell({ line: Math.max(1, lines.length), message: NO_LIST }, true)
    return
  }
  const part = readArticlePart(lines.slice(0, list.headingAt ?? lines.length))
  const externalId = options.articleExternalId ?? (part.input === null ? null : externalIdOf(part.input.url, part.input.title))
  if (part.input === null) {
    const where = externalId === null ? ' Name the article they belong to, or nothing can be imported.' : ''
    yield tell({ line: part.titleLine, message: `No title was found above the comments.${where}` }, externalId === null)
  }
  if (externalId === null) return
  if (part.input !== null) yield { kind: 'article', line: part.titleLine, externalId, input: part.input, isOnlyIfMissing: false }
  for (const problem of [...part.problems, ...list.problems].sort((a, b) => a.line - b.line)) yield tell(problem, false)
  yield* readComments(list, externalId)
}

function externalIdOf(url: string | null | undefined, title: string): string {
  const address = url?.replace(/#.*$/, '')
  return address !== undefined && address.length <= 200 ? address : slugOf(title)
}

function* readComments(list: CommentList, articleExternalId: string): Generator<ImportRecord> {
  const nameComment = createCommentNamer(articleExternalId)
  const ids = list.comments.map(({ text }) => nameComment(text))
  const quoted = findQuotedComments(list.comments.map(({ text }) => text))
  for (const [at, { line, text }] of list.comments.entries()) {
    const parent = ids[quoted[at] ?? -1]
    const input = {
      externalId: ids[at] ?? '',
      articleExternalId,
      body: text,
      ...(parent === undefined ? {} : { parentExternalId: parent }),
    }
    yield { kind: 'comment', line, input, isQuoteLink: parent !== undefined }
  }
}

async function readTextLines(source: ByteSource): Promise<{ lines: TextLine[]; problems: ImportRecord[] }> {
  const raw: Buffer[] = []
  let size = 0
  for await (const { bytes } of readByteLines(source, MAX_BYTES)) {
    size += (bytes?.length ?? MAX_BYTES) + 1
    if (bytes === null || size > MAX_BYTES || raw.length === MAX_LINES) {
      throw new DomainError('too_large', 'A saved page may have 10 MB and 200,000 lines. Nothing was imported.')
    }
    raw.push(bytes)
  }
  const decoder = new LineDecoder(hasUtf8(raw))
  const lines: TextLine[] = []
  const problems: ImportRecord[] = []
  for (const bytes of raw) {
    const { text, isDamaged } = decoder.decode(bytes)
    // A lone CR ended lines on old Macs.
    for (const part of text.split('\r')) lines.push({ number: lines.length + 1, text: part.trimEnd() })
    if (isDamaged)
      problems.push(tell({ line: lines.length, message: 'Some bytes of this line cannot be read; \ufffd stands for them.' }, false))
  }
  return { lines, problems }
}

function tell(problem: { line: number; message: string }, isLost: boolean): ImportRecord {
  return { kind: 'problem', ...problem, isLost }
}
