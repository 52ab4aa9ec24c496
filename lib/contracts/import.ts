import { z } from 'zod'
import type { SkipReason } from '../domain/skip-reasons'
import { ExternalId, filledText, TimeZone } from './text'

export const IMPORT_FORMATS = ['article-text', 'ndjson', 'csv', 'commento', 'coral', 'disqus', 'html', 'json', 'sql', 'wordpress'] as const
export type ImportFormat = (typeof IMPORT_FORMATS)[number]
/** What the server and its commands call them. */
export const IMPORT_FORMAT_NAMES: Record<ImportFormat, string> = {
  'article-text': 'saved article page',
  ndjson: 'NDJSON',
  csv: 'CSV',
  commento: 'Commento',
  coral: 'Coral',
  disqus: 'Disqus',
  html: 'saved HTML page',
  json: 'JSON',
  sql: 'SQL dump',
  wordpress: 'WordPress',
}

/** What a column of a table, or a value of JSON, can hold. */
const CSV_FIELD_NAMES = [
  'externalId',
  'articleExternalId',
  'articleTitle',
  'articleUrl',
  'parentExternalId',
  'authorName',
  'authorExternalId',
  'body',
  'postedAt',
  'language',
  'revision',
  'status',
  'deleted',
  'spam',
] as const
export type CsvField = (typeof CSV_FIELD_NAMES)[number]

/** Which header of a table holds a field, where the headers' own names do not tell. */
export const ColumnChoice = z.partialRecord(z.enum(CSV_FIELD_NAMES), filledText(200))
export type ColumnChoice = z.infer<typeof ColumnChoice>

export type ImportState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped'

/** The options that came with the file. */
export const ImportOptions = z.strictObject({
  format: z.enum(IMPORT_FORMATS).optional(),
  /** The article that comments belong to which the file does not assign. */
  articleId: ExternalId.optional(),
  columns: ColumnChoice.optional(),
  /** Whose clock a table's times are of that name no offset; without it they stay unknown. */
  timeZone: TimeZone.optional(),
})
export type ImportOptions = z.infer<typeof ImportOptions>

/**
 * Body of `POST /api/v1/settings/imports/{id}/start`: read the file again without writing (`isDryRun`), with other options if
 * they are given, or import it; a run that was stopped or failed continues where it was.
 */
export const ImportStart = z.strictObject({ isDryRun: z.boolean(), options: ImportOptions.optional() })
export type ImportStart = z.infer<typeof ImportStart>

/** A file that is being read or brought in, or was. */
export interface ImportRunResource {
  id: string
  fileName: string
  /** Bytes. */
  fileSize: number
  /** Null until it is found out. */
  format: ImportFormat | null
  isDryRun: boolean
  options: ImportOptions
  state: ImportState
  /** Somebody waits for it to stop. */
  isStopping: boolean
  /** Bytes of the file that have been read. */
  bytesDone: number
  /** How it stands; null before the first part is done. */
  report: ImportReport | null
  /** Why it failed, in words. */
  refusal: string | null
  startedBy: string
  createdAt: string
  finishedAt: string | null
  /** Whether the file is still here, so that it can be read again or go on. */
  hasFile: boolean
}

/** What an import did, or would do (`isDryRun`). */
export interface ImportReport {
  format: ImportFormat
  isDryRun: boolean
  /** The first articles; `id` is null when a dry run would make it. `comments` counts those that are not refused. */
  articles: { id: string | null; externalId: string; title: string; author: string | null; bodyParagraphs: number; comments: number }[]
  articleCount: number
  /** What became of the comments; `invalid` counts rows that could not be read, too. */
  counts: Record<'created' | 'updated' | 'unchanged' | 'stale' | 'invalid', number>
  /** Rows that were left out as their source meant it. */
  skipped: Record<SkipReason, number>
  /** Comments that name a parent. Reports that were kept before do not say. */
  replies?: number
  /** Replies linked to the comment they quote. */
  quoteLinks: number
  /** The first problems, with the line of the file they are on. */
  problems: { line: number; message: string }[]
  problemCount: number
  /** The columns of a table, and what each is taken for; empty for what is no table. */
  columns: { name: string; field: CsvField | null }[]
  /** The first comments, as they would come in. Reports that were kept before have no times. */
  preview: { author: string | null; excerpt: string; isReply: boolean; postedAt?: string | null }[]
}
