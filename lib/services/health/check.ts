import { getDb } from '../../db/connection'

const PATIENCE_MS = 2000

/** Whether the database answers, within two seconds. Never throws: not answering is an answer here. */
export async function isDatabaseUp(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS)
  })
  try {
    const asked = getDb()
      .query('SELECT 1')
      .then(() => true)
    return await Promise.race([asked, tooLate])
  } catch {
    return false
  } finally {
    clearTimeout(timer)
  }
}
