import { beforeEach, expect, it, vi } from 'vitest'
import { retryLeftOut } from '@/lib/db/comment/comment-document'
import { getDb } from '@/lib/db/connection'
import * as logging from '@/lib/log'
import { ingestComments } from '@/lib/services/comment/ingest'
import { listQueue } from '@/lib/services/queue/list'
import { TextIndexer } from '@/lib/services/search/index-texts'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

const TEXT = 'The umbrella stand by the harbour was taken away'

let site: TestSite
beforeEach(async () => {
  await getDb().query('DELETE FROM document_backlog')
  // What no text does today: one that the full-text search has a fault with.
  await getDb().query(`CREATE OR REPLACE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF new.document @@ 'poison'::tsquery THEN RAISE program_limit_exceeded; END IF; RETURN new; END $$`)
  await getDb().query(
    'CREATE OR REPLACE TRIGGER refuse_poison BEFORE INSERT OR UPDATE ON comment_document FOR EACH ROW EXECUTE FUNCTION refuse_poison()',
  )
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
})

/** Sends texts in one request; gives their ids. */
async function send(bodies: string[], from = 0, revision = 1): Promise<string[]> {
  const comments = bodies.map((body, at) => ({ externalId: `c${from + at}`, articleExternalId: 'a', body, revision }))
  const { items } = await ingestComments(site.asKey('ingest'), comments)
  return items.flatMap((item) => ('id' in item ? [item.id] : []))
}

/** Indexes until nothing waits; gives how often a lot failed. */
async function indexAll(indexer: TextIndexer): Promise<number> {
  let failed = 0
  for (;;) {
    const outcome = await indexer.indexNext().catch(() => 'failed' as const)
    if (outcome === 'failed') failed += 1
    else if (!outcome && (await getDb().query('SELECT 1 FROM document_backlog WHERE failures < 3')).length === 0) return failed
    if (failed > 100) throw new Error('It goes on for ever.')
  }
}

const find = async (q: string) => (await listQueue(await site.as('moderator'), { queue: 'newest', q, limit: 100 })).rows.length

it('leaves out a text that cannot be indexed, says which, and goes on with those around it', async () => {
  const told: object[] = []
  vi.spyOn(logging, 'log').mockReturnValue({ error: (what: object) => told.push(what) } as never)
  const ids = await send([...Array.from({ length: 6 }, (_, at) => `${TEXT} ${at}`), 'poison', `${TEXT} 7`])
  await send([`${TEXT} 8`], 8)
  const failed = await indexAll(new TextIndexer(getDb()))
  vi.mocked(logging.log).mockRestore()
  expect(failed).toBeGreaterThan(3)
  expect(await find('umbrella')).toBe(8)
  expect(told).toEqual([{ siteId: site.id, commentId: ids[6] }])
  expect(await getDb().query('SELECT comment_ids AS ids FROM document_backlog')).toEqual([{ ids: [ids[6]] }])
})

it('takes what was left out once it is edited, or when it may be tried again', async () => {
  await send(['poison one', 'poison two'])
  await indexAll(new TextIndexer(getDb()))
  await send([TEXT], 0, 2)
  await indexAll(new TextIndexer(getDb()))
  expect(await find('umbrella')).toBe(1)
  await getDb().query('DROP TRIGGER refuse_poison ON comment_document')
  await retryLeftOut(getDb())
  await indexAll(new TextIndexer(getDb()))
  expect([await find('two'), await getDb().query('SELECT 1 FROM document_backlog')]).toEqual([1, []])
})
