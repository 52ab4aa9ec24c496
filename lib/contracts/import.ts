import { z } from 'zod'
import { ColumnChoice, IMPORT_FORMATS, type ImportFormat, type ImportReport } from './settings'
import { ExternalId, TimeZone } from './text'

export const IMPORT_STATES = ['waiting', 'running', 'done', 'failed', 'stopped'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

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
