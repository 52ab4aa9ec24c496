import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Clock ticks of /proc are hundredths of a second on every Linux that matters. */
const TICK_MS = 10

/**
 * Milliseconds of processor time that this process and an embedded PostgreSQL have used: what else the machine does is not in it,
 * which the clock on the wall cannot say. On other systems than Linux that clock.
 *
 * @param dir the folder the server was started on
 */
export function readCpuTime(dir: string): number {
  if (process.platform !== 'linux') return performance.now()
  const [postmaster] = readFileSync(path.join(dir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  const { user, system } = process.cpuUsage()
  const ticks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => readTicks(pid, postmaster ?? ''))
    .reduce((sum, one) => sum + one, 0)
  return ticks * TICK_MS + (user + system) / 1000
}

/** What a child of the server has used; 0 for every other process, and for one that has just ended. */
function readTicks(pid: string, parent: string): number {
  try {
    // The name of a process, in brackets, may hold anything.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return fields[1] === parent ? Number(fields[11]) + Number(fields[12]) : 0
  } catch {
    return 0
  }
}
