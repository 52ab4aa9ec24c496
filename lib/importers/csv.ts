import { CommentInput } from '../contracts/ingest'
import { tellProblem } from '../contracts/parse'
import type { CsvField } from '../contracts/settings'
import { LanguageTag } from '../contracts/text'
import type { SkipReason } from '../domain/skip-reasons'
import { findMissing, readColumns, type CsvColumns } from './csv-columns'
import { readCsvRows } from './csv-rows'
import { readSkipReason } from './csv-status'
import { createCommentNamer, idOfAddress, slugOf } from './external-ids'
import { lose, tell, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { readInstant } from './instant'
import { LocalClock } from './local-clock'

/**
 * Comments as a table with a header row, one comment a row; csv-columns.ts has the names a header may use.
 *
 * Only the text is needed. Without an article's id its title stands for it, or its address, or the article that the caller names; an
 * article with a title or an address is made when it is not known. Rows that a status, or a column for it, calls deleted, spam, rejected or
 * waiting are left out and counted. Without a comment's id, its text does (external-ids.ts). A time
 * without an offset is left unknown, because nobody can tell which it is, unless the caller names a time zone or the column is one of
 * WordPress's `…_gmt`. Cells are text, whatever they begin with: a
 * formula stays what somebody wrote.
 */
export async function* readCsv(source: ByteSource, options: ImportOptions): AsyncGenerator<ImportRecord> {
  let reader: RowReader | null = null
  for await (const row of readCsvRows(source)) {
    if ('problem' in row) {
      yield { kind: 'problem', line: row.line, message: row.problem, isLost: row.isLost }
    } else if (reader === null) {
      const columns = readColumns(row.cells, options.columns)
      yield { kind: 'columns', line: row.line, columns: nameColumns(row.cells, columns) }
      for (const name of findMissing(row.cells, options.columns ?? {})) yield tell(row.line, `There is no column "${name.slice(0, 100)}".`)
      if (columns.at.body === undefined) {
        yield lose(row.line, 'The header names no column for the text, such as "text", "body" or "comment". Say which column it is.')
        return
      }
      if (columns.unknown.length > 0) yield tell(row.line, countUnknown(columns.unknown.length))
      reader = new RowReader(columns, row.cells, options)
    } else {
      yield* reader.read(row.line, row.cells)
    }
  }
}

const MAX_TITLE = 1000
const NO_OFFSET = 'This time has no offset, such as Z or +01:00. Name the time zone, or times like it are left unknown.'
const NO_TIME = 'This time cannot be read. Times like it are left unknown.'

class RowReader {
  readonly #namers = new Map<string, (text: string) => string>()
  readonly #articles = new Set<string>()
  readonly #header: readonly string[]
  readonly #clock: LocalClock | null
  #hasToldTimes = false
  #hasToldStatus = false

  constructor(
    private readonly columns: CsvColumns,
    header: readonly string[],
    private readonly options: ImportOptions,
  ) {
    this.#header = header.map(bare)
    const isUtc = /_(?:gmt|utc)\s*$/i.test(header[columns.at.postedAt ?? -1] ?? '')
    const timeZone = isUtc ? 'UTC' : options.timeZone
    this.#clock = timeZone === undefined ? null : new LocalClock(timeZone)
  }

  *read(line: number, cells: string[]): Generator<ImportRecord> {
    if (cells.every((cell) => cell.trim() === '')) return
    if (cells.length !== this.#header.length) {
      yield lose(line, `This row has ${cells.length} cells, the header ${this.#header.length}.`)
      return
    }
    if (cells.every((cell, at) => bare(cell) === this.#header[at])) {
      yield tell(line, 'The header stands here again, as where two files were joined. It is no comment.')
      return
    }
    const why = yield* this.#readStatus(line, cells)
    if (why !== null) {
      yield { kind: 'skipped', line, why }
      return
    }
    const url = this.#address(cells)
    const title = this.#cell(cells, 'articleTitle') ?? url
    const named = this.#cell(cells, 'articleExternalId') ?? this.options.articleExternalId
    const articleExternalId = named ?? (title === undefined ? undefined : title === url ? idOfAddress(url) : slugOf(title))
    if (articleExternalId === undefined) {
      yield lose(line, 'This row names no article.')
      return
    }
    if (title !== undefined && !this.#articles.has(articleExternalId)) {
      this.#articles.add(articleExternalId)
      const input = { title: title.slice(0, MAX_TITLE).toWellFormed(), ...(url === undefined ? {} : { url }) }
      yield { kind: 'article', line, externalId: articleExternalId, input, isOnlyIfMissing: true }
    }
    yield* this.#readComment(line, cells, articleExternalId)
  }

  /** Why the row was not shown where it comes from. */
  *#readStatus(line: number, cells: string[]): Generator<ImportRecord, SkipReason | null> {
    const at = (field: CsvField) => cells[this.columns.at[field] ?? -1] ?? ''
    const why = readSkipReason({ status: at('status'), deleted: at('deleted'), spam: at('spam') })
    if (why !== undefined) return why
    if (!this.#hasToldStatus) yield tell(line, 'This status is not known. Rows with a status that is not known come in.')
    this.#hasToldStatus = true
    return null
  }

  /** The article's address, if it is one. */
  #address(cells: string[]): string | undefined {
    const url = this.#cell(cells, 'articleUrl')
    return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined
  }

  *#readComment(line: number, cells: string[], articleExternalId: string): Generator<ImportRecord> {
    const body = cells[this.columns.at.body ?? -1] ?? ''
    const name = this.#cell(cells, 'authorName')
    const authorId = this.#cell(cells, 'authorExternalId')
    const id = this.#cell(cells, 'externalId')
    const parent = readParent(this.#cell(cells, 'parentExternalId'), id)
    const revision = this.#cell(cells, 'revision')
    const postedAt = yield* this.#readTime(line, cells)
    const language = yield* this.#readLanguage(line, cells)
    const result = CommentInput.safeParse({
      externalId: id ?? this.#nameComment(articleExternalId, body),
      articleExternalId,
      body,
      ...(name === undefined && authorId === undefined ? {} : { author: omitUndefined({ name, externalId: authorId }) }),
      ...(parent === undefined ? {} : { parentExternalId: parent }),
      ...omitUndefined({ postedAt, language, revision: revision === undefined ? undefined : Number(revision) }),
    })
    if (result.success) yield { kind: 'comment', line, input: result.data, isQuoteLink: false }
    else yield lose(line, `${tellProblem(result.error)}.`)
  }

  *#readTime(line: number, cells: string[]): Generator<ImportRecord, string | undefined> {
    const text = this.#cell(cells, 'postedAt')
    if (text === undefined) return undefined
    const instant = readInstant(text) ?? this.#clock?.read(text) ?? null
    if (instant !== null) return instant
    // The same in every row as a rule: told once.
    if (!this.#hasToldTimes) yield tell(line, this.#clock === null ? NO_OFFSET : NO_TIME)
    this.#hasToldTimes = true
    return undefined
  }

  *#readLanguage(line: number, cells: string[]): Generator<ImportRecord, string | undefined> {
    const tag = this.#cell(cells, 'language')?.replaceAll('_', '-')
    if (tag === undefined || LanguageTag.safeParse(tag).success) return tag
    yield tell(line, 'The language is not a tag such as de or pt-BR and was left out.')
    return undefined
  }

  #nameComment(articleExternalId: string, body: string): string {
    const namer = this.#namers.get(articleExternalId) ?? createCommentNamer(articleExternalId)
    this.#namers.set(articleExternalId, namer)
    return namer(body)
  }

  #cell(cells: string[], field: CsvField): string | undefined {
    const text = cells[this.columns.at[field] ?? -1]?.trim()
    return text === undefined || NOTHING.has(text) ? undefined : text
  }
}

/** How databases write that there is nothing. */
const NOTHING = new Set(['', 'NULL', '\\N'])
/** And how a comment that answers nothing is written beside that. */
const NO_PARENT = /^(?:0+(?:\.0+)?|-1(?:\.0+)?|null|none|nil|nan|undefined|root)$/i

/** The parent's id. A column of numbers with gaps in it comes out of some programs as 17.0 where the ids are 17. */
function readParent(text: string | undefined, ownId: string | undefined): string | undefined {
  if (text === undefined || NO_PARENT.test(text)) return undefined
  return ownId !== undefined && /^\d+$/.test(ownId) ? text.replace(/^(\d+)\.0$/, '$1') : text
}

/** Two files that are joined bring the mark of the second along. */
function bare(cell: string): string {
  return cell.replace(/^\ufeff/, '').trim()
}

function nameColumns(header: readonly string[], { at }: CsvColumns): { name: string; field: CsvField | null }[] {
  const fields = new Map((Object.entries(at) as [CsvField, number][]).map(([field, index]) => [index, field]))
  return header.map((name, index) => ({ name: name.trim().slice(0, 200).toWellFormed(), field: fields.get(index) ?? null }))
}

function omitUndefined<Value extends Record<string, unknown>>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<Value>
}

function countUnknown(count: number): string {
  return count === 1 ? '1 column is not known and was left out.' : `${count} columns are not known and were left out.`
}
