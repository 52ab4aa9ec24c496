import type { BatchResource } from '@/lib/contracts/batch'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { QueueRow } from '@/lib/contracts/queue'
import { listSorts, QUEUES } from '@/lib/domain/queues'
import type { DeskClient } from './desk-client'
import { measureBoth, summarise, type Times } from './measure'
import { REJECT } from './measure-bulk'
import { approve, collectRows } from './measure-decisions'
import { findHundredth, listFiltered } from './measure-queue'
import { listSearches } from './measure-search'
import { openDesk, type OpenDesk } from './open-desk'

type Side = Pick<OpenDesk, 'desk' | 'seeded'>

const RUNS = 60
const DECISIONS = 150
const BATCHES = 20
const BATCH_SIZE = 100

/**
 * Asks the same of the desk over a large site and over a smaller one, turn by turn in one run: how much longer each takes among more
 * comments. What else the machine did meanwhile is in both.
 */
export async function measureGrowth(large: Side, smallerDir: string): Promise<void> {
  const small = await openDesk(smallerDir, 0)
  try {
    for (const queue of QUEUES.filter((name) => name !== 'mine'))
      for (const sort of listSorts(queue)) {
        const address = `/queue?queue=${queue}&sort=${sort}`
        await compare(`${queue} by ${sort}, first page`, large, small, () => address)
        const pages = new Map([
          [large.desk, await findHundredth(large.desk, address)],
          [small.desk, await findHundredth(small.desk, address)],
        ])
        await compare(`${queue} by ${sort}, page 100`, large, small, ({ desk }) => pages.get(desk) ?? address)
      }
    for (const list of [listFiltered, listSearches])
      for (const name of Object.keys(list(large.seeded))) await compare(name, large, small, ({ seeded }) => list(seeded)[name] ?? '')
    await compare('counts of all queues', large, small, () => '/counts')
    await compareContext(large, small)
    await compareDecisions(large, small)
    await compareBatches(large, small)
  } finally {
    await small.stop()
  }
}

async function compare(what: string, large: Side, small: Side, addressOf: (side: Side) => string): Promise<void> {
  printGrowth(what, await measureBoth([() => large.desk.get(addressOf(large)), () => small.desk.get(addressOf(small))], RUNS))
}

async function compareContext(large: Side, small: Side): Promise<void> {
  const [ofLarge, ofSmall] = await takeRows(large, small, 100)
  const open = (desk: DeskClient, rows: readonly QueueRow[]) => {
    let run = 0
    return () => desk.get(`/comments/${rows[run++ % rows.length]?.id}`)
  }
  printGrowth('context of a comment', await measureBoth([open(large.desk, ofLarge), open(small.desk, ofSmall)], RUNS))
}

/** Decisions that are taken back, so that both sites are as they were. */
async function compareDecisions(large: Side, small: Side): Promise<void> {
  const pairs = await pairRows(large, small, DECISIONS)
  const [decided, undone] = [
    [[], []],
    [[], []],
  ] as [number[][], number[][]]
  for (const pair of pairs)
    for (const [side, { desk }, row] of pair) {
      const started = performance.now()
      const { decisionId } = await approve(desk, row)
      const again = performance.now()
      await desk.post<DecisionAnswer>(`/decisions/${decisionId}/undo`, undefined)
      decided[side]?.push(again - started)
      undone[side]?.push(performance.now() - again)
    }
  printGrowth('a decision', summariseBoth(decided))
  printGrowth('its undo', summariseBoth(undone))
}

async function compareBatches(large: Side, small: Side): Promise<void> {
  const pairs = await pairRows(large, small, BATCHES * BATCH_SIZE)
  const times: number[][] = [[], []]
  for (let from = 0; from < pairs.length; from += BATCH_SIZE) {
    const lot = pairs.slice(from, from + BATCH_SIZE)
    for (const side of from % (2 * BATCH_SIZE) === 0 ? [0, 1] : [1, 0]) {
      const { desk } = side === 0 ? large : small
      const items = lot.flatMap((pair) => pair.filter(([of]) => of === side).map(([, , { id, version }]) => ({ id, version })))
      const started = performance.now()
      const { id } = await desk.post<BatchResource>('/batches', { of: { kind: 'comments', items }, act: REJECT, isStarted: true })
      times[side]?.push(performance.now() - started)
      await desk.post<BatchResource>(`/batches/${id}/undo`, undefined)
    }
  }
  printGrowth(`a batch of ${BATCH_SIZE}`, summariseBoth(times))
}

type Turn = [side: 0 | 1, of: Side, row: QueueRow]

/** A row of each site at a time; now the one is first, now the other. */
async function pairRows(large: Side, small: Side, count: number): Promise<Turn[][]> {
  const [ofLarge, ofSmall] = await takeRows(large, small, count)
  return ofLarge.flatMap((row, index) => {
    const other = ofSmall[index]
    if (!other) return []
    const pair: Turn[] = [
      [0, large, row],
      [1, small, other],
    ]
    return [index % 2 === 0 ? pair : pair.reverse()]
  })
}

async function takeRows(large: Side, small: Side, count: number): Promise<[QueueRow[], QueueRow[]]> {
  const [ofLarge, ofSmall] = await Promise.all([collectRows(large.desk, count), collectRows(small.desk, count)])
  return [ofLarge.slice(0, count), ofSmall.slice(0, count)]
}

const summariseBoth = (times: number[][]): [Times, Times] => [summarise(times[0] ?? []), summarise(times[1] ?? [])]

function printGrowth(what: string, [large, small]: [Times, Times]): void {
  const figures = `p50 ${large.p50.toFixed(2)} ms among many, ${small.p50.toFixed(2)} among fewer`
  console.log(`${what.padEnd(44)} ${figures.padEnd(46)} ${(large.p50 / small.p50).toFixed(2)} ×`)
}
