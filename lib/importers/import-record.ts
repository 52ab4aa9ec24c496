import { type ArticleInput, type CommentInput } from '../contracts/ingest'
import type { ColumnChoice, CsvField } from '../contracts/import'
import type { SkipReason } from '../domain/skip-reasons'

/** What a file is read from: its bytes, in pieces of any size. */
export type ByteSource = AsyncIterable<Uint8Array>

/**
 * One thing found in a file; `line` is where it begins, counted from 1.
 *
 * article: `isOnlyIfMissing` when the file merely names the article, so that it must not overwrite a known one.
 * comment: `isQuoteLink` when the parent is known only because its text is quoted; `isPageId` when its id may be one that is
 * given anew on each page.
 * skipped: a row that is no comment to be shown, because its source says so.
 * columns: the header of a table, and what each column was taken for.
 * problem: a sentence without any comment text; `isLost` when a row of the file could not be read because of it.
 */
export type ImportRecord =
  | { kind: 'article'; line: number; externalId: string; input: ArticleInput; isOnlyIfMissing: boolean }
  | { kind: 'comment'; line: number; input: CommentInput; isQuoteLink: boolean; isPageId?: boolean }
  | { kind: 'skipped'; line: number; why: SkipReason }
  | { kind: 'columns'; line: number; columns: { name: string; field: CsvField | null }[] }
  | { kind: 'problem'; line: number; message: string; isLost: boolean }

export interface ImportOptions {
  /** The article that what the file does not assign belongs to, by its external id. */
  articleExternalId?: string
  /** Which columns of a table hold what; without it, their names tell. */
  columns?: ColumnChoice
  /** Whose clock the times are of that name no offset. */
  timeZone?: string
}

/** Reads one format. Never throws for what is in the file, except that the whole of it is too large. */
export type Importer = (source: ByteSource, options: ImportOptions) => AsyncIterable<ImportRecord>

/** A row of the file that could not be read. */
export function lose(line: number, message: string): ImportRecord {
  return { kind: 'problem', line, message, isLost: true }
}

/** Something to know of a file that loses nothing. */
export function tell(line: number, message: string): ImportRecord {
  return { kind: 'problem', line, message, isLost: false }
}
