import { createHash } from 'node:crypto'
import type { BatchPreview, BatchResource } from '@/lib/contracts/batch'
import { getDb } from '@/lib/db/connection'
import type { DeskClient } from './desk-client'
import { collectRows } from './measure-decisions'
import { print, summarise } from './measure'
import type { Seeded } from './seed'

export const REJECT = { kind: 'reject', reason: 'spam' } as const

/** Batches of 100 by name, then one of 10,000 by filter: preview, start and undo, after which everything is as it was. */
export async function measureBulk(desk: DeskClient, { siteId }: Seeded): Promise<void> {
  const rows = await collectRows(desk, 3000)
  const times: number[] = []
  for (let from = 0; from + 100 <= rows.length; from += 100) {
    const items = rows.slice(from, from + 100).map(({ id, version }) => ({ id, version }))
    const started = performance.now()
    await desk.post<BatchResource>('/batches', { of: { kind: 'comments', items }, act: REJECT, isStarted: true })
    times.push(performance.now() - started)
  }
  print('a batch of 100', summarise(times))

  const filter = { status: ['published'], q: 'suggests:off_topic' }
  const before = await hashStates(siteId)
  const preview = await time(() => desk.post<BatchPreview>('/batches', { of: { kind: 'queue', queue: 'review', filter }, act: REJECT }))
  const { id, total } = preview.answer
  const start = await time(() => desk.post<BatchResource>(`/batches/${id}/start`, undefined))
  const undo = await time(() => desk.post<BatchResource>(`/batches/${id}/undo`, undefined))
  const isSame = before === (await hashStates(siteId))
  const seconds = [preview, start, undo].map(({ ms }) => (ms / 1000).toFixed(2))
  console.log(
    `a batch of ${total.toLocaleString('en')}: preview ${seconds[0]} s, start ${seconds[1]} s, undo ${seconds[2]} s; all as it was: ${isSame ? 'yes' : 'NO'}`,
  )
  console.log(`  ${start.answer.outcomes.changed} decided, ${undo.answer.outcomes.restored} restored, ${undo.answer.outcomes.kept} kept`)
}

async function time<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; ms: number }> {
  const started = performance.now()
  const answer = await work()
  return { answer, ms: performance.now() - started }
}

/** Status, marks, suggestions, reports and review of every open comment, as one hash. */
async function hashStates(siteId: string): Promise<string> {
  const [row] = await getDb().query<{ states: string }>(
    `SELECT string_agg(md5(concat_ws(',', id, status, suggested_off_topic, suggested_uncivil, suggested_uncivil_kind, open_reports, reviewed_at IS NULL,
       (SELECT string_agg(mark || coalesce(kind::text, ''), '' ORDER BY mark) FROM mark WHERE mark.site_id = c.site_id AND mark.comment_id = c.id))), ''
       ORDER BY id) AS states
     FROM comment c WHERE site_id = $1 AND (status = 'pending' OR status = 'published' AND ordered_at > now() - interval '400 days')`,
    [siteId],
  )
  return createHash('sha256')
    .update(row?.states ?? '')
    .digest('hex')
}
