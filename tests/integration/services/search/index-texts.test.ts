import { beforeEach, describe, expect, it } from 'vitest'
import { indexNotedTexts, lockIndexing } from '@/lib/db/comment/comment-document'
import { getDb, type Db } from '@/lib/db/connection'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { listQueue } from '@/lib/services/queue/list'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { groupTexts } from '@/lib/services/wave/group-texts'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

const TEXT = 'The umbrella stand by the harbour was taken away, and nobody asked the people who live there.'

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
})

/** Sends texts in one request; gives their ids. */
async function send(bodies: Record<string, string>, revision = 1): Promise<string[]> {
  const comments = Object.entries(bodies).map(([externalId, body]) => ({ externalId, articleExternalId: 'a', body, revision }))
  const { items } = await ingestComments(site.asKey('ingest'), comments)
  return items.flatMap((item) => ('id' in item ? [item.id] : []))
}

/** Indexes what is noted, with `meanwhile` happening when all is written and nothing is committed. */
async function indexAround(meanwhile: () => Promise<unknown>): Promise<void> {
  await getDb().transaction(async (db) => {
    await lockIndexing(db)
    const { texts } = await indexNotedTexts(db, 100)
    expect(texts).toHaveLength(1)
    await groupTexts(db, texts, new Date())
    await meanwhile()
  })
}

const find = async (q: string) => (await listQueue(await site.as('moderator'), { queue: 'newest', q })).rows.map((row) => row.body)

describe('while a text is being indexed', () => {
  it('it is decided on without waiting', async () => {
    const [id = ''] = await send({ c: TEXT })
    const moderator = await site.as('moderator')
    await indexAround(async () => {
      const { commentId } = await decideComment(moderator, id, { version: 1, act: { kind: 'approve' } })
      expect(commentId).toBe(id)
    })
    expect(await getDb().query('SELECT status FROM comment WHERE id = $1', [id])).toEqual([{ status: 'approved' }])
  })

  it('it is edited, and the next look finds it by its new words only', async () => {
    await send({ c: TEXT })
    await indexAround(() => send({ c: TEXT.replace('umbrella', 'bicycle') }, 2))
    expect(await indexNextTexts(getDb(), 100)).toBe(1)
    expect([await find('umbrella'), await find('bicycle')]).toEqual([[], [TEXT.replace('umbrella', 'bicycle')]])
  })

  it('it is deleted at its source, and the next look forgets it', async () => {
    const [id = ''] = await send({ c: TEXT })
    await indexAround(() => removeComment(site.asKey('ingest'), 'c'))
    await indexNextTexts(getDb(), 100)
    for (const table of ['comment_document', 'comment_similarity'])
      expect([table, await getDb().query(`SELECT 1 FROM ${table} WHERE comment_id = $1`, [id])]).toEqual([table, []])
  })
})

describe('one look', () => {
  it('takes whole requests, until they come to as many texts as it may', async () => {
    for (const pair of ['ab', 'cd', 'ef']) await send(Object.fromEntries([...pair].map((key) => [key, `${TEXT} ${key}`])))
    expect([await indexNextTexts(getDb(), 3), await indexNextTexts(getDb(), 3), await indexNextTexts(getDb(), 3)]).toEqual([4, 2, 0])
    expect(await find('umbrella')).toHaveLength(6)
  })
})

it('looks for texts that are alike by an index, however few there were when that was planned', async () => {
  await getDb().transaction(async (db) => {
    const send = (from: number, to: number) =>
      ingestComments(
        { ...site.asKey('ingest'), db },
        Array.from({ length: to - from }, (_, at) => ({
          externalId: `n${from + at}`,
          articleExternalId: 'a',
          body: `${TEXT} Number ${from + at}.`,
          revision: 1,
        })),
      )
    await send(0, 1)
    await indexNextTexts(db, 100)
    // Known to be next to empty: every plan that is made or kept from here on is for a page or two.
    await db.query('ANALYZE comment_similarity')
    await send(1, 20)
    // What the connection did before is among its numbers.
    const before = await countReads(db)
    await indexNextTexts(db, 100)
    const after = await countReads(db)
    expect({ fromEndToEnd: after.scans - before.scans, isLookedUp: after.lookUps > before.lookUps }).toEqual({
      fromEndToEnd: 0,
      isLookedUp: true,
    })
  })
})

async function countReads(db: Db): Promise<{ scans: number; lookUps: number }> {
  const [read] = await db.query<{ scans: number; lookUps: number }>(
    `SELECT seq_scan AS scans, idx_scan AS "lookUps" FROM pg_stat_xact_user_tables WHERE relname = 'comment_similarity'`,
  )
  return read ?? { scans: 0, lookUps: 0 }
}
