import type { ColumnChoice } from '../contracts/import'
import { peekBytes, readByteLines, readUtf8Bytes } from './byte-lines'
import { CommentRows, type CommentRow } from './comment-rows'
import { lose, tell, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { type JsonCell } from './json-cells'
import { findFrameFacts, findJsonComments, putUnderArticle, type FoundInJson } from './json-comments'
import { nameFields } from './json-fields'
import { readJsonLists, type JsonPart } from './json-lists'
import { parseJsonValue } from './json-value'
import { DAMAGED_TEXT, LineDecoder } from './line-decoder'
import { Spool } from './spool'
import { flattenYouTube } from './youtube'

/** One object, be it a page with all that was said on it. */
const MAX_ITEM_BYTES = 16 * 1024 * 1024
const HEAD_BYTES = 64 * 1024
const MAX_COLUMNS = 60
const MAX_NAMED = 8
const MAX_SAMPLE = 100

const NO_OBJECTS = 'There are no objects in this JSON.'
const NO_COMMENT =
  'No comment was found in this JSON. A comment needs a text, such as "text", "body", "content" or "comment"; say which field it is.'

/** A comment whose article may be named only further down. */
interface Waiting {
  line: number
  path: string[]
  row: CommentRow
}

/**
 * Comments as JSON of any shape: a list, lists within objects (`{"comments": […]}`, pages with their comments, what an API answers), or an
 * object on each line, as Remark42, Hyvor Talk, Cusdis, Isso, Waline, Twikoo, Artalk, Giscus and many a script write them.
 *
 * What is a comment, and what its values mean, is told by their names (json-fields.ts); `options.columns` says it where they do not,
 * by the names that the report shows, such as `user.name`. Replies may name their parent or stand within it. Comments belong to the
 * article that they name themselves, or to the page they stand in, or to the one that the caller names. HTML becomes text. Deleted, spam
 * and held ones are left out and counted. Objects that are no comments are told once by their list.
 */
export async function* readJson(source: ByteSource, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const { head, source: whole } = await peekBytes(readUtf8Bytes(source), HEAD_BYTES)
  const reader = new JsonReader(options)
  try {
    for await (const part of hasObjectLines(head) ? readLines(whole) : readJsonLists(whole, MAX_ITEM_BYTES)) yield* reader.read(part)
    yield* reader.end()
  } finally {
    await reader.close()
  }
}

/** Whether each line is an object: the first is one by itself, and another begins after it or nothing does. */
function hasObjectLines(head: Buffer): boolean {
  const [first = '', ...more] = head.toString('utf8').trimStart().split(/\r?\n/)
  if (!first.startsWith('{') || parseJsonValue(first) === undefined) return false
  const next = more.find((line) => line.trim() !== '')
  // A whole document on one line is one, too; only the first is read otherwise.
  return next === undefined ? !/[[{]\s*\{/.test(first) : next.trimStart().startsWith('{')
}

async function* readLines(source: ByteSource): AsyncGenerator<JsonPart> {
  for await (const { number: line, bytes } of readByteLines(source, MAX_ITEM_BYTES)) {
    if (bytes === null) yield { kind: 'problem', line, message: 'This line is too long.', isLost: true }
    else if (bytes.length > 0) yield { kind: 'item', line, path: [], bytes }
  }
}

class JsonReader {
  readonly #rows: CommentRows
  readonly #choice: ColumnChoice
  readonly #decoder = new LineDecoder()
  readonly #waiting = new Spool<Waiting>()
  /** A value of each name that was met. */
  readonly #columns = new Map<string, JsonCell>()
  /** Where comments have been found. */
  readonly #lists = new Set<string>()
  readonly #passedOver = new Set<string>()
  /** The fields of the first object that was no comment. */
  #met: { line: number; names: string[] } | null = null
  #count = 0
  #frame: unknown = null

  constructor(private readonly options: ImportOptions) {
    this.#choice = options.columns ?? {}
    this.#rows = new CommentRows({ articleExternalId: options.articleExternalId, timeZone: options.timeZone, what: 'comment' })
  }

  async *read(part: JsonPart): AsyncGenerator<ImportRecord> {
    if (part.kind === 'problem') yield part
    else if (part.kind === 'frame') yield* this.#readFrame(part)
    else {
      const { text, isDamaged } = this.#decoder.decode(part.bytes)
      const value = parseJsonValue(text)
      if (value === undefined) yield lose(part.line, 'What begins here is not JSON.')
      else {
        if (isDamaged) yield tell(part.line, DAMAGED_TEXT)
        for (const found of findJsonComments(flattenYouTube(value), part.path, this.#choice)) yield* this.#take(part.line, part.path, found)
      }
    }
  }

  async *end(): AsyncGenerator<ImportRecord> {
    for await (const { line, path, row } of this.#waiting.read()) {
      const facts = findFrameFacts(this.#frame, path, this.#choice)
      yield* this.#rows.read(line, putUnderArticle(row, facts, true))
    }
    if (this.#count > 0) return
    const { line, names } = this.#met ?? { line: 1, names: [] }
    yield lose(line, names.length === 0 ? NO_OBJECTS : `${NO_COMMENT} What stands here has ${names.join(', ')}.`)
  }

  async close(): Promise<void> {
    await this.#waiting.close()
  }

  async *#take(line: number, path: string[], found: FoundInJson): AsyncGenerator<ImportRecord> {
    if (found.kind === 'too deep') yield lose(line, 'What begins here is nested too deep.')
    else if (found.kind === 'nothing') yield* this.#passOver(line, found)
    else {
      this.#count += 1
      this.#lists.add(found.key)
      if (this.#noteColumns(found.cells)) yield this.#tellColumns(line)
      const { row, facts, isArticleWeak } = found
      const mayBeNamedBelow = isArticleWeak && facts === null && path.length > 0
      if (mayBeNamedBelow) await this.#waiting.add({ line, path, row })
      else yield* this.#rows.read(line, putUnderArticle(row, facts, isArticleWeak))
    }
  }

  *#passOver(line: number, { key, cells, isInComments }: Extract<FoundInJson, { kind: 'nothing' }>): Generator<ImportRecord> {
    this.#met ??= { line, names: cells.slice(0, MAX_NAMED).map(({ name }) => name.slice(0, 100).toWellFormed()) }
    if (isInComments || this.#lists.has(key)) yield lose(line, 'This comment has no text that is known by its name.')
    else if (!this.#passedOver.has(key)) {
      this.#passedOver.add(key)
      const list = key === '' ? '' : ` of "${key.slice(0, 100).toWellFormed()}"`
      yield tell(line, `This object${list} is not a comment. It was skipped, as are others like it.`)
    }
  }

  /** What stands around the lists, and comments in it that stand in no list. */
  async *#readFrame({ line, bytes }: Extract<JsonPart, { kind: 'frame' }>): AsyncGenerator<ImportRecord> {
    const value = bytes === null ? undefined : parseJsonValue(this.#decoder.decode(bytes).text)
    if (value === undefined) {
      if (bytes === null || bytes.length > 0)
        yield tell(line, 'What stands around the lists of this file is too long, or not JSON. It was passed over.')
      return
    }
    this.#frame = value
    for (const found of findJsonComments(value, [], this.#choice)) {
      if (found.kind !== 'nothing') yield* this.#take(line, [], found)
      else this.#met ??= { line, names: found.cells.slice(0, MAX_NAMED).map(({ name }) => name.slice(0, 100).toWellFormed()) }
    }
  }

  /** @returns whether there is something to tell: a value that was not met before */
  #noteColumns(cells: readonly JsonCell[]): boolean {
    const before = this.#columns.size
    for (const cell of cells) {
      if (this.#columns.size >= MAX_COLUMNS) break
      if (!this.#columns.has(cell.name)) this.#columns.set(cell.name, { ...cell, text: cell.text.slice(0, MAX_SAMPLE) })
    }
    return this.#columns.size > before
  }

  #tellColumns(line: number): ImportRecord {
    const fields = nameFields([...this.#columns.values()], this.#choice)
    const columns = [...this.#columns.keys()].map((name) => ({ name: name.slice(0, 200).toWellFormed(), field: fields.get(name) ?? null }))
    return { kind: 'columns', line, columns }
  }
}
