import { getDb } from '../../db/connection'
import { purgeOldMails } from '../alert/purge-mail'
import { expireTasks } from '../remote-scorer/dispatch'
import { purgeOldLikenesses } from '../wave/purge'
import { repeatWork } from './repeat'

const HOUR_MS = 3_600_000

/** Throws away, once an hour until `signal` is aborted, what nobody will ask for any more. */
export async function tidyUp(signal: AbortSignal): Promise<void> {
  await repeatWork(signal, HOUR_MS, 'old rows could not be thrown away', async () => {
    await expireTasks(getDb(), new Date())
    await purgeOldLikenesses(getDb(), new Date())
    await purgeOldMails(getDb(), new Date())
    return false
  })
}
