import type { QueuePage, QueueRow } from '@/lib/contracts/queue'
import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { DeskClient } from './desk-client'
import { print, rate, summarise } from './measure'

/** Single decisions, each with its log, counters and feed: one after the other, and on ten connections. */
export async function measureDecisions(desk: DeskClient): Promise<void> {
  const rows = await collectRows(desk, 16_000)
  const times: number[] = []
  const undo: number[] = []
  for (const row of rows.splice(0, 300)) {
    const started = performance.now()
    const { decisionId } = await approve(desk, row)
    times.push(performance.now() - started)
    const again = performance.now()
    await desk.post<DecisionAnswer>(`/decisions/${decisionId}/undo`, undefined)
    undo.push(performance.now() - again)
  }
  print('a decision', summarise(times))
  print('its undo', summarise(undo))
  print(
    'decisions on 10 connections',
    await rate(10, 4000, async () => {
      const row = rows.pop()
      if (row) await approve(desk, row)
      else throw new Error('there were not enough comments to decide')
    }),
  )
}

export const approve = (desk: DeskClient, row: QueueRow) =>
  desk.post<DecisionAnswer>(`/comments/${row.id}/decisions`, { version: row.version, act: { kind: 'approve' } })

export async function collectRows(desk: DeskClient, count: number): Promise<QueueRow[]> {
  const rows: QueueRow[] = []
  let cursor: string | null = null
  while (rows.length < count) {
    const page: QueuePage = await desk.get<QueuePage>(
      `/queue?queue=review&sort=newest&limit=100${cursor === null ? '' : `&cursor=${cursor}`}`,
    )
    rows.push(...page.rows)
    if (page.nextCursor === null) break
    cursor = page.nextCursor
  }
  return rows
}
