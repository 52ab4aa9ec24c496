import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** Clock ticks of /proc are hundredths of a second on every Linux that matters. */
const TICK_MS = 10

/** Milliseconds of processor time by who had them. */
export type CostByPart = Record<string, number>

/**
 * What the server's threads, the database's processes and this process have had of the processors so far, and how long both
 * processors were busy with anything at all. Empty on other systems than Linux.
 *
 * @param server the process id of the server
 * @param dir the folder the embedded database was started on
 */
export function readCostByPart(server: number, dir: string): CostByPart {
  if (process.platform !== 'linux') return {}
  const threads = readdirSync(`/proc/${server}/task`).map((id) => ({ id, ms: readTicks(`/proc/${server}/task/${id}/stat`)?.ms ?? 0 }))
  const main = threads.find(({ id }) => id === String(server))?.ms ?? 0
  const { user, system } = process.cpuUsage()
  return {
    'server, main thread': main,
    'server, other threads': threads.reduce((sum, { ms }) => sum + ms, 0) - main,
    ...readDatabase(dir),
    'client (this process)': (user + system) / 1000,
    'both processors busy, by whomever': readBusy(),
  }
}

/** How much came to be between two readings. */
export function costBetween(before: CostByPart, after: CostByPart): CostByPart {
  return Object.fromEntries(Object.entries(after).map(([part, ms]) => [part, ms - (before[part] ?? 0)]))
}

function readDatabase(dir: string): CostByPart {
  const [postmaster = ''] = readFileSync(path.join(dir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')
  const own = readTicks(`/proc/${postmaster}/stat`)
  const costs = { 'database, connections': 0, 'database, the rest': (own?.ms ?? 0) + (own?.endedChildrenMs ?? 0) }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const one = readTicks(`/proc/${pid}/stat`)
    if (one?.parent !== postmaster) continue
    costs[isConnection(pid) ? 'database, connections' : 'database, the rest'] += one.ms
  }
  return costs
}

/** Connections are named by their client's address. */
function isConnection(pid: string): boolean {
  try {
    return /^postgres: \S+ \S+ \d+\.\d+\.\d+\.\d+\(/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return false
  }
}

/** Null for a process that has just ended. */
function readTicks(file: string): { parent: string; ms: number; endedChildrenMs: number } | null {
  try {
    // The name of a process, in brackets, may hold anything.
    const fields = readFileSync(file, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ms = (...at: number[]) => at.reduce((sum, field) => sum + Number(fields[field]), 0) * TICK_MS
    return { parent: fields[1] ?? '', ms: ms(11, 12), endedChildrenMs: ms(13, 14) }
  } catch {
    return null
  }
}

/** User, nice, system, interrupts: all but idling and waiting for a disk. */
function readBusy(): number {
  const [, ...fields] = readFileSync('/proc/stat', 'utf8').split('\n')[0]?.trim().split(/\s+/) ?? []
  return [0, 1, 2, 5, 6].reduce((sum, at) => sum + Number(fields[at]), 0) * TICK_MS
}
