import { setTimeout as wait } from 'node:timers/promises'
import { ImportOptions } from '../../contracts/import'
import { getDb } from '../../db/connection'
import { claimImportRun, endImportRun, listNeededFiles, noteImportAlive, noteImportProgress, type ImportRunRow } from '../../db/import-run'
import { describeError, DomainError } from '../../domain/errors'
import { log } from '../../log'
import { createContext } from '../create-context'
import { deleteFile, listFiles, openFile } from './files'
import { runImport, type ImportProgress } from './run'
import type { ReportState } from './report'

const LOOK_MS = 500
const ALIVE_MS = 10_000
const CLEAN_MS = 60 * 60 * 1000
/** What was written to within so long may be on its way in. */
const LEFT_MS = 24 * 60 * 60 * 1000
/** How long a file is kept whose import was stopped, failed or never begun. */
const KEPT_DAYS = 14

/**
 * Reads and imports files one after the other until `signal`. A run whose process was killed is taken up again after half
 * a minute, and goes on after the last part that was written; one that is interrupted by `signal` is given back at once.
 */
export async function runImports(signal: AbortSignal): Promise<void> {
  for (let cleanedAt = 0; !signal.aborted;) {
    try {
      if (Date.now() - cleanedAt > CLEAN_MS) {
        cleanedAt = Date.now()
        await deleteOldFiles()
      }
      const since = new Date()
      const run = await claimImportRun(getDb(), since)
      if (run) await work(run, since, signal)
      else await wait(LOOK_MS, undefined, { signal })
    } catch (error) {
      if (signal.aborted) return
      log().error({ err: describeError(error) }, 'an import could not be run')
      await wait(LOOK_MS * 10, undefined, { signal }).catch(() => undefined)
    }
  }
}

/** One run, claimed at `since`, from where it was to its end; left alone as soon as another process has taken it over. */
async function work(run: ImportRunRow, since: Date, signal: AbortSignal): Promise<void> {
  const ctx = createContext({ kind: 'system', name: run.actorName, siteId: run.siteId })
  const options = ImportOptions.parse(run.options)
  let bytesDone = 0
  let { recordsDone } = run
  let standing = 'running' as 'running' | 'stopped' | 'taken over'
  // What a rehearsal has seen is forgotten with its process.
  const isGoingOn = run.recordsDone > 0 && run.report !== null && !run.isDryRun
  const watch = {
    ...(isGoingOn ? { done: { records: run.recordsDone, report: run.report as ReportState } } : {}),
    onPart: async ({ format, records, report }: ImportProgress) => {
      const progress = { ...run, format, recordsDone: records, bytesDone, report: report.state }
      const noted = await noteImportProgress(ctx.db, progress, { since, recordsDone }, ctx.now())
      recordsDone = records
      if (noted === null) standing = 'taken over'
      else if (noted.isStopping) standing = 'stopped'
      return standing !== 'running' || signal.aborted
    },
  }
  const end = (state: Parameters<typeof endImportRun>[2], refusal: string | null = null) =>
    endImportRun(ctx.db, { ...run, recordsDone }, state, refusal, ctx.now())
  const alive = setInterval(() => void noteImportAlive(ctx.db, run, ctx.now()).catch(() => undefined), ALIVE_MS)
  try {
    const source = openFile(run.id, (bytes) => (bytesDone = bytes))
    await runImport(ctx, { name: run.fileName, source, isDryRun: run.isDryRun, ...options }, watch)
    if (standing === 'taken over') return
    if (standing === 'stopped') return await end('stopped')
    if (signal.aborted) return await end('waiting')
    await end('done')
    if (!run.isDryRun) await deleteFile(run.id)
  } catch (error) {
    if (error instanceof DomainError) return end('failed', error.message)
    log().error({ importId: run.id, err: describeError(error) }, 'an import failed')
    await end('failed', 'Something went wrong inside Parley. What was written stays; go on, or see the server’s log.')
  } finally {
    clearInterval(alive)
  }
}

async function deleteOldFiles(): Promise<void> {
  const { ids, leftovers } = await listFiles(new Date(Date.now() - LEFT_MS))
  for (const name of leftovers) await deleteFile(name)
  const needed = new Set(await listNeededFiles(getDb(), ids, new Date(), KEPT_DAYS))
  for (const id of ids) if (!needed.has(id)) await deleteFile(id)
}
