import { beforeAll, expect, it } from 'vitest'
import { getDb, type Db } from '@/lib/db/connection'
import { makeBatch } from '@/lib/services/batch/preview'
import { startBatch } from '@/lib/services/batch/start'
import { undoBatch } from '@/lib/services/batch/undo'
import type { Context } from '@/lib/services/context'
import { makeCrowd } from '@/tests/factories/crowd'
import { makeSite } from '@/tests/factories/site'

/** More than one lot. */
const SIZE = 1100
const TABLES = ['batch', 'batch_item', 'decision', 'mark', 'report']
const quietly = () => undefined

let ctx: Context
beforeAll(async () => {
  const site = await makeSite()
  ctx = await site.as('moderator')
  await makeCrowd(site.id, 2500)
})

it.each(['were known to be empty', 'had not been looked at'])(
  'starts and undoes a batch by look-ups alone, with the plans of a small one from when its tables %s',
  async (when) => {
    await getDb().transaction(async (db) => {
      await db.query(`TRUNCATE ${TABLES.join(', ')}, feed_entry CASCADE`)
      if (when === 'were known to be empty') await db.query(`ANALYZE ${TABLES.join(', ')}, feed_entry`)
      await db.query('DISCARD PLANS')
      await db.query(
        `INSERT INTO report (site_id, id, comment_id, external_id, reason, reported_at)
         SELECT site_id, gen_random_uuid(), id, id::text, 'rude', ordered_at FROM comment WHERE site_id = $1 AND open_reports > 0`,
        [ctx.actor.siteId],
      )
      const open = await db.query<{ id: string; version: number }>(
        `SELECT id, version FROM comment WHERE site_id = $1 AND reviewed_at IS NULL AND status = 'published' ORDER BY open_reports DESC LIMIT $2`,
        [ctx.actor.siteId, SIZE],
      )
      expect(open).toHaveLength(SIZE)
      const inner = { ...ctx, db }
      const decideAndUndo = async (items: typeof open) => {
        const { id } = await makeBatch(inner, { of: { kind: 'comments', items }, act: { kind: 'mark', mark: 'off_topic' } })
        expect((await startBatch(inner, id, quietly)).outcomes.changed).toBe(items.length)
        expect((await undoBatch(inner, id, quietly)).outcomes.restored).toBe(items.length)
      }
      const decideAtOnceAndUndo = async (items: typeof open) => {
        const batch = await makeBatch(inner, { of: { kind: 'comments', items }, act: { kind: 'approve' }, isStarted: true })
        expect((await undoBatch(inner, batch.id, quietly)).outcomes.restored).toBe(items.length)
      }
      await decideAndUndo(open.slice(0, 2))
      await decideAtOnceAndUndo(open.slice(2, 4))
      const before = await countReads(db)
      // What was decided and undone already has decisions of its own, which are looked at as well.
      await decideAndUndo(open.map(({ id, version }, at) => ({ id, version: at < 4 ? version + 2 : version })))
      await decideAtOnceAndUndo(open.map(({ id, version }, at) => ({ id, version: at < 4 ? version + 4 : version + 2 })))
      const after = await countReads(db)
      for (const [table, rows] of after) expect(rows - (before.get(table) ?? 0), `rows of ${table}`).toBeLessThan(40 * SIZE)
    })
  },
)

async function countReads(db: Db): Promise<Map<string, number>> {
  const rows = await db.query<{ name: string; rows: number }>(
    `SELECT relname AS name, seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows FROM pg_stat_xact_user_tables WHERE relname = ANY($1)`,
    [TABLES],
  )
  expect(rows).toHaveLength(TABLES.length)
  return new Map(rows.map((row) => [row.name, row.rows]))
}
