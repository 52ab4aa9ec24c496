import { CommentInput } from '../contracts/ingest'
import { tellProblem } from '../contracts/parse'
import type { CsvField } from '../contracts/import'
import { LanguageTag } from '../contracts/text'
import type { SkipReason } from '../domain/skip-reasons'
import { readSkipReason } from './csv-status'
import { createCommentNamer, idOfAddress, slugOf } from './external-ids'
import { lose, tell, type ImportRecord } from './import-record'
import { toSoundText, UNSOUND_TEXT } from './sound-text'
import { TimeReader } from './time-reader'

/** What one row of a table, or one object of a list, says of a comment, as it is written there. */
export type CommentRow = Partial<Record<CsvField, string>>

export interface RowOptions {
  /** The article of rows that name none. */
  articleExternalId?: string | undefined
  /** Whose clock the times are of that name no offset. */
  timeZone?: string | undefined
  /** Whether the ids are numbers that count the comments of one article. */
  isNumbered?: boolean
  /** What the source calls a row. */
  what: 'row' | 'comment'
}

const MAX_TITLE = 1000
const MAX_NAME = 200
/** What stands before a number, such as in `Nr. 7`. */
const NUMBER_WORDS = /^(?:#|nr\.?|no\.?)\s*(?=\d)/i
/** Beyond it, numbers are no longer told apart. */
const REVISION = /^\d{1,15}$/
const NO_REVISION = 'This revision is no whole number. Revisions like it are left out.'

/**
 * Turns rows into articles and comments, as csv.ts says. What is the same in every row as a rule, such as times without an offset, is
 * told once.
 */
export class CommentRows {
  readonly #namers = new Map<string, (text: string) => string>()
  readonly #articles = new Set<string>()
  readonly #times: TimeReader
  #hasToldStatus = false
  #hasToldRevision = false

  constructor(private readonly options: RowOptions) {
    this.#times = new TimeReader(options.timeZone)
  }

  *read(line: number, row: CommentRow): Generator<ImportRecord> {
    const why = yield* this.#readStatus(line, row)
    if (why !== null) {
      yield { kind: 'skipped', line, why }
      return
    }
    const url = readAddress(row)
    const title = readCell(row, 'articleTitle') ?? url
    const named = readCell(row, 'articleExternalId') ?? this.options.articleExternalId
    const articleExternalId = named ?? (title === undefined ? undefined : title === url ? idOfAddress(url) : slugOf(title))
    if (articleExternalId === undefined) {
      yield lose(line, `This ${this.options.what} names no article.`)
      return
    }
    const isOfRow = title !== undefined || readCell(row, 'articleExternalId') !== undefined
    if (isOfRow && !this.#articles.has(articleExternalId)) {
      this.#articles.add(articleExternalId)
      const known = (title ?? articleExternalId).slice(0, MAX_TITLE).toWellFormed()
      const input = { title: known, ...(url === undefined ? {} : { url }) }
      yield { kind: 'article', line, externalId: articleExternalId, input, isOnlyIfMissing: true }
    }
    yield* this.#readComment(line, row, articleExternalId)
  }

  /** Why the row was not shown where it comes from. */
  *#readStatus(line: number, row: CommentRow): Generator<ImportRecord, SkipReason | null> {
    const why = readSkipReason({ status: row.status ?? '', deleted: row.deleted ?? '', spam: row.spam ?? '' })
    if (why !== undefined) return why
    if (!this.#hasToldStatus)
      yield tell(line, `This status is not known. ${PLURAL[this.options.what]} with a status that is not known come in.`)
    this.#hasToldStatus = true
    return null
  }

  *#readComment(line: number, row: CommentRow, articleExternalId: string): Generator<ImportRecord> {
    const text = row.body ?? ''
    const body = toSoundText(text)
    if (body !== text) yield tell(line, UNSOUND_TEXT)
    const name = readCell(row, 'authorName')?.slice(0, MAX_NAME).toWellFormed()
    const authorId = readAuthorId(row)
    const number = readCell(row, 'externalId')
    const scope = (text: string | undefined) =>
      text === undefined || this.options.isNumbered !== true ? text : idOfAddress(`${articleExternalId}#${text.replace(NUMBER_WORDS, '')}`)
    const id = scope(number)
    const parent = scope(readParent(readCell(row, 'parentExternalId'), number))
    const revision = yield* this.#readRevision(line, row)
    const time = readCell(row, 'postedAt')
    const postedAt = time === undefined ? undefined : yield* this.#times.read(line, time)
    const language = yield* this.#readLanguage(line, row)
    const result = CommentInput.safeParse({
      externalId: id ?? this.#nameComment(articleExternalId, body),
      articleExternalId,
      body,
      ...(name === undefined && authorId === undefined ? {} : { author: omitUndefined({ name, externalId: authorId }) }),
      ...(parent === undefined ? {} : { parentExternalId: parent }),
      ...omitUndefined({ postedAt, language, revision }),
    })
    if (result.success) yield { kind: 'comment', line, input: result.data, isQuoteLink: false }
    else yield lose(line, `${tellProblem(result.error)}.`)
  }

  *#readRevision(line: number, row: CommentRow): Generator<ImportRecord, number | undefined> {
    const text = readCell(row, 'revision')
    if (text === undefined || REVISION.test(text)) return text === undefined ? undefined : Number(text)
    if (!this.#hasToldRevision) yield tell(line, NO_REVISION)
    this.#hasToldRevision = true
    return undefined
  }

  *#readLanguage(line: number, row: CommentRow): Generator<ImportRecord, string | undefined> {
    const tag = readCell(row, 'language')?.replaceAll('_', '-')
    if (tag === undefined || LanguageTag.safeParse(tag).success) return tag
    yield tell(line, 'The language is not a tag such as de or pt-BR and was left out.')
    return undefined
  }

  #nameComment(articleExternalId: string, body: string): string {
    const namer = this.#namers.get(articleExternalId) ?? createCommentNamer(articleExternalId)
    this.#namers.set(articleExternalId, namer)
    return namer(body)
  }
}

const PLURAL = { row: 'Rows', comment: 'Comments' }

/** The article's address, if it is one. */
function readAddress(row: CommentRow): string | undefined {
  const url = readCell(row, 'articleUrl')
  return url !== undefined && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined
}

function readCell(row: CommentRow, field: CsvField): string | undefined {
  const text = row[field]?.trim()
  return text === undefined || NOTHING.has(text) ? undefined : text
}

/** How databases write that there is nothing. */
const NOTHING = new Set(['', 'NULL', '\\N'])
/** And how a comment that answers nothing, or was written by nobody known, is written beside that. */
const NO_ID = /^(?:0+(?:\.0+)?|-1(?:\.0+)?|null|none|nil|nan|undefined)$/i

/** Whoever had no account is nobody in particular, and not all of them one. */
function readAuthorId(row: CommentRow): string | undefined {
  const text = readCell(row, 'authorExternalId')
  return text === undefined || NO_ID.test(text) ? undefined : text
}

/** The parent's id. A column of numbers with gaps in it comes out of some programs as 17.0 where the ids are 17. */
function readParent(text: string | undefined, ownId: string | undefined): string | undefined {
  if (text === undefined || NO_ID.test(text) || text.toLowerCase() === 'root') return undefined
  return ownId !== undefined && /^\d+$/.test(ownId) ? text.replace(/^(\d+)\.0$/, '$1') : text
}

function omitUndefined<Value extends Record<string, unknown>>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Partial<Value>
}
