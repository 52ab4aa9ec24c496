import { mkdtemp, statfs } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm'
/** More than all databases of a run take, with their log. */
const ENOUGH = 4 * 1024 ** 3

/**
 * A new folder for a database that need not outlive the run: in memory, where the machine has plenty, since a database is some 900 files,
 * and copying those on a disk took a quarter of the time of the integration tests.
 */
export async function makeFolder(prefix: string): Promise<string> {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }))
  const isRoomy = Math.min(bavail * bsize, process.availableMemory()) > ENOUGH
  return mkdtemp(path.join(isRoomy ? MEMORY : os.tmpdir(), prefix))
}
