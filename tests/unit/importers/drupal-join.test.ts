import { expect, it } from 'vitest'
import { Spool } from '@/lib/importers/spool'
import { joinDrupal } from '@/lib/importers/sql-drupal'
import type { SqlRecord } from '@/lib/importers/sql-record'

async function spoolOf(rows: Record<string, string>[]): Promise<Spool<SqlRecord>> {
  const spool = new Spool<SqlRecord>()
  for (const [at, cells] of rows.entries()) await spool.add({ line: at + 1, cells })
  return spool
}

it('joins stretch by stretch, whatever the order of either table, and counts what has no text', async () => {
  const numbers = Array.from({ length: 200 }, (_, at) => String(at + 1))
  const comments = await spoolOf([...numbers, 'x'].map((cid) => ({ cid, name: `Writer ${cid}` })))
  const texts = await spoolOf(
    [...numbers.filter((id) => id !== '17').reverse(), 'x', '999'].map((id) => ({ entity_id: id, comment_body_value: `Text ${id}` })),
  )
  const joined = new Spool<SqlRecord>()
  const { columns, bare } = await joinDrupal({ columns: ['cid', 'name'], rows: comments }, [{ columns: [], rows: texts }], joined, 10)
  const rows: string[] = []
  for await (const { cells } of joined.read()) rows.push(`${cells['cid']} ${cells['name']} ${cells['comment_body_value']}`)
  for (const spool of [comments, texts, joined]) await spool.close()
  const expected = [...numbers.filter((id) => id !== '17'), 'x'].map((id) => `${id} Writer ${id} Text ${id}`)
  expect(rows.toSorted()).toEqual(expected.toSorted())
  expect([columns, bare]).toEqual([['cid', 'name', 'comment_body_value'], 1])
})
