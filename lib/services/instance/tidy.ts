import { getDb, type Db } from '../../db/connection'
import { describeError } from '../../domain/errors'
import { log } from '../../log'
import { eraseOldTexts } from '../erasure/old-texts'
import { expireTasks } from '../remote-scorer/dispatch'
import { purgeOldLikenesses } from '../wave/purge'
import { KEPT, purgeOld } from './purge'
import { repeatWork } from './repeat'

const HOUR_MS = 3_600_000

/** Throws away, once an hour until `signal` is aborted, what nobody will ask for any more. */
export async function tidyUp(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, HOUR_MS, 'old rows could not be thrown away', async () => {
    await tidyOnce(getDb(), new Date())
    return false
  })
}

/** Each kind of rows apart: one that cannot be thrown away keeps no other. */
export async function tidyOnce(db: Db, now: Date): Promise<void> {
  const works: [what: string, work: () => Promise<unknown>][] = [
    ['tasks of scorers', () => expireTasks(db, now)],
    ['likenesses', () => purgeOldLikenesses(db, now)],
    ['texts', () => eraseOldTexts(db, now)],
    ...Object.entries(KEPT).map(([what, kept]): [string, () => Promise<unknown>] => [what, () => purgeOld(db, kept, now)]),
  ]
  for (const [what, work] of works) {
    await work().catch((error: unknown) => {
      log().warn({ what, err: describeError(error) }, 'old rows could not be thrown away')
    })
  }
}
