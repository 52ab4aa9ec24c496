import { beforeEach, describe, expect, it } from 'vitest'
import type { BatchPreview } from '@/lib/contracts/batch'
import { getDb } from '@/lib/db/connection'
import { makeBatch } from '@/lib/services/batch/preview'
import { startBatch } from '@/lib/services/batch/start'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { listQueue } from '@/lib/services/queue/list'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { purgeOldLikenesses } from '@/lib/services/wave/purge'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

const SPAM = { kind: 'reject', reason: 'spam' } as const
const REMOTE_WORK = 'Work from home and earn 4500 dollars every single month, my sister started last week, visit earn-easy.example/join now'
const REMOTE_WORK_AGAIN = [
  REMOTE_WORK,
  'work from home and earn 9200 dollars every single month, my sister started last week!!! visit earn-easy.example/abc now',
  'Work from home and EARN 4800 dollars every single month… my sister started last week, visit earn-easy.example/join?x=7 now',
  'Work from h0me and earn 4500 dollars every single month, my sister started last week, visit earn-easy.example/join now :-)',
]
const PLAIN = [
  'The night tram was the only way home for people who work late, and nobody on the council takes it.',
  'I have lived by the harbour for thirty years and never heard a single ship after ten in the evening.',
  'Could the paper please publish the costs of the bridge beside those of the tunnel it replaces?',
  'My daughter cycles to school along this road and there is still no crossing where the accident was.',
]
const DAY_MS = 86_400_000

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  // What the test before has left to be looked at.
  while ((await indexNextTexts(getDb(), 100)) > 0);
})

interface Sent {
  revision?: number
  at?: Date
  to?: TestSite
}

/** Sends texts as comments named by letters, with the indexer's work done. */
async function send(texts: Record<string, string>, { revision = 1, at, to = site }: Sent = {}): Promise<void> {
  const comments = Object.entries(texts).map(([externalId, body]) => ({
    ...{ externalId, articleExternalId: 'a', body, revision },
    ...(at ? { postedAt: at.toISOString() } : {}),
  }))
  await ingestComments(to.asKey('ingest'), comments)
  while ((await indexNextTexts(getDb(), 5)) > 0);
}

/** What the desk shows of each comment's wave: how many it is of, and which comment gave it its id. */
async function readWaves(of = site): Promise<Record<string, [count: number, first: string] | null>> {
  const { rows } = await listQueue(await of.as('moderator'), { queue: 'newest', sort: 'oldest' })
  const names = new Map(rows.map((row) => [row.id, row.externalId]))
  return Object.fromEntries(rows.map((row) => [row.externalId, row.wave && [row.wave.count, names.get(row.wave.id) ?? 'gone']]))
}

const toTexts = (texts: string[]) => Object.fromEntries(texts.map((text, at) => ['abcdefghij'[at] ?? '', text]))

async function findRow(externalId: string) {
  const { rows } = await listQueue(await site.as('moderator'), { queue: 'newest' })
  const row = rows.find((candidate) => candidate.externalId === externalId)
  if (!row) throw new Error(`no comment ${externalId}`)
  return row
}

describe('a wave', () => {
  it('is one text sent again with small edits, named after the first of them', async () => {
    await send({ ...toTexts(REMOTE_WORK_AGAIN), z: PLAIN[0] ?? '' })
    expect(await readWaves()).toEqual({ a: [4, 'a'], b: [4, 'a'], c: [4, 'a'], d: [4, 'a'], z: null })
  })

  it('begins with the third and takes in what comes later', async () => {
    for (const externalId of ['a', 'b']) await send({ [externalId]: REMOTE_WORK })
    expect(await readWaves()).toEqual({ a: null, b: null })
    await send({ c: REMOTE_WORK })
    expect(await readWaves()).toEqual({ a: [3, 'a'], b: [3, 'a'], c: [3, 'a'] })
    await send({ d: REMOTE_WORK_AGAIN[1] ?? '' })
    expect((await readWaves())['d']).toEqual([4, 'a'])
  })

  it('is not made of comments that differ, nor of ones too short to say', async () => {
    await send({ ...toTexts(PLAIN), x: 'Well said!', y: 'Well said!', z: 'Well said!' })
    expect(Object.values(await readWaves())).toEqual([null, null, null, null, null, null, null])
  })

  it("is not made of another site's comments", async () => {
    const other = await makeSite()
    await makeArticle(other, { externalId: 'a' })
    await send({ a: REMOTE_WORK, b: REMOTE_WORK })
    await send({ c: REMOTE_WORK, d: REMOTE_WORK }, { to: other })
    expect([await readWaves(), await readWaves(other)]).toEqual([
      { a: null, b: null },
      { c: null, d: null },
    ])
  })

  it('is not made of comments older than 14 days', async () => {
    const now = Date.now()
    await send({ a: REMOTE_WORK, b: REMOTE_WORK, c: REMOTE_WORK }, { at: new Date(now - 15 * DAY_MS) })
    expect(await readWaves()).toEqual({ a: null, b: null, c: null })
    await send({ d: REMOTE_WORK }, { at: new Date(now - 13 * DAY_MS) })
    await send({ e: REMOTE_WORK, f: REMOTE_WORK })
    expect(await readWaves()).toEqual({ a: null, b: null, c: null, d: [3, 'd'], e: [3, 'd'], f: [3, 'd'] })
  })

  it('is left by an edited text, at once, and joined again by one that is like it still', async () => {
    await send({ a: REMOTE_WORK, b: REMOTE_WORK, c: REMOTE_WORK, d: REMOTE_WORK })
    await ingestComments(site.asKey('ingest'), [{ externalId: 'a', articleExternalId: 'a', body: PLAIN[0] ?? '', revision: 2 }])
    expect((await readWaves())['a']).toBeNull()
    await send({ b: REMOTE_WORK_AGAIN[1] ?? '' }, { revision: 2 })
    expect(await readWaves()).toEqual({ a: null, b: [3, 'a'], c: [3, 'a'], d: [3, 'a'] })
    await send({ b: 'Sorry.', c: PLAIN[1] ?? '' }, { revision: 3 })
    expect(await readWaves()).toEqual({ a: null, b: null, c: null, d: null })
  })

  it('keeps its name when its first comment leaves it, and that comment begins another under another', async () => {
    await send({ a: REMOTE_WORK, b: REMOTE_WORK, c: REMOTE_WORK, d: REMOTE_WORK })
    await send({ a: PLAIN[0] ?? '', x: PLAIN[0] ?? '', y: PLAIN[0] ?? '' }, { revision: 2 })
    expect(await readWaves()).toEqual({ a: [3, 'x'], b: [3, 'a'], c: [3, 'a'], d: [3, 'a'], x: [3, 'x'], y: [3, 'x'] })
  })

  it('is left by what is deleted at its source', async () => {
    await send({ a: REMOTE_WORK, b: REMOTE_WORK, c: REMOTE_WORK, d: REMOTE_WORK })
    await removeComment(site.asKey('ingest'), 'b')
    expect(await readWaves()).toEqual({ a: [3, 'a'], b: null, c: [3, 'a'], d: [3, 'a'] })
  })

  it('is found by two indexers that each have a part of it', async () => {
    const one = { articleExternalId: 'a', body: REMOTE_WORK }
    for (const externalId of 'abcdef') await ingestComments(site.asKey('ingest'), [{ ...one, externalId }])
    await Promise.all(Array.from({ length: 6 }, () => indexNextTexts(getDb(), 1)))
    expect(Object.values(await readWaves()).map((wave) => wave?.[0])).toEqual([6, 6, 6, 6, 6, 6])
  })
})

describe('waves that grow towards each other', () => {
  it('become one, under the older name', async () => {
    const [first, , , last] = REMOTE_WORK_AGAIN
    const other = (last ?? '').replace('sister', 'cousin').replace('dollars', 'euros').replace('month', 'week').replace('started', 'began')
    await send({ a: first ?? '', b: first ?? '', c: first ?? '' })
    await send({ m: other, n: other, o: other })
    const apart = await readWaves()
    expect([apart['a'], apart['m']]).toEqual([
      [3, 'a'],
      [3, 'm'],
    ])
    await send({ z: (first ?? '').replace('dollars', 'euros').replace('sister', 'cousin') })
    expect(Object.values(await readWaves())).toEqual(Array.from({ length: 7 }, () => [7, 'a']))
  })
})

describe('what is old', () => {
  it('is forgotten, and a wave only after 90 days', async () => {
    await send({ ...toTexts(REMOTE_WORK_AGAIN), z: PLAIN[0] ?? '' })
    const count = async () => (await getDb().query('SELECT 1 FROM comment_similarity WHERE site_id = $1', [site.id])).length
    const later = (days: number) => new Date(Date.now() + days * DAY_MS)
    await purgeOldLikenesses(getDb(), later(13))
    expect(await count()).toBe(5)
    await purgeOldLikenesses(getDb(), later(15), 1)
    expect(await count()).toBe(4)
    await purgeOldLikenesses(getDb(), later(91), 1)
    expect(await count()).toBe(0)
  })
})

describe('a batch on a wave', () => {
  it('decides on all of it that nobody has decided, and on nothing else', async () => {
    await send({ ...toTexts(REMOTE_WORK_AGAIN), e: REMOTE_WORK, z: PLAIN[0] ?? '' })
    const mo = await site.as('moderator', 'Mo')
    const [first, decided] = [await findRow('a'), await findRow('b')]
    await decideComment(mo, decided.id, { version: decided.version, act: { kind: 'approve' } })
    // Edited since, and not looked at by the indexer yet: it is of the wave no more.
    await ingestComments(site.asKey('ingest'), [{ externalId: 'c', articleExternalId: 'a', body: PLAIN[1] ?? '', revision: 2 }])
    const of = { kind: 'wave' as const, waveId: first.wave?.id ?? '' }
    const preview = (await makeBatch(mo, { of, act: SPAM })) as BatchPreview
    expect(preview).toMatchObject({ total: 3, isCut: false, statuses: { published: 3 } })
    const batch = await startBatch(mo, preview.id, () => undefined)
    expect(batch.outcomes).toMatchObject({ changed: 3, conflict: 0 })
    const { rows } = await listQueue(mo, { queue: 'newest', sort: 'oldest' })
    expect(Object.fromEntries(rows.map((row) => [row.externalId, row.state.status]))).toEqual({
      ...{ a: 'rejected', b: 'approved', c: 'published', d: 'rejected', e: 'rejected', z: 'published' },
    })
    await expect(makeBatch(mo, { of, act: SPAM })).rejects.toMatchObject({ code: 'not_found' })
  })

  it("is refused to editors, and finds nothing of another site's wave", async () => {
    await send({ a: REMOTE_WORK, b: REMOTE_WORK, c: REMOTE_WORK })
    const of = { kind: 'wave' as const, waveId: (await findRow('a')).wave?.id ?? '' }
    await expect(makeBatch(await site.as('editor'), { of, act: SPAM })).rejects.toMatchObject({ code: 'forbidden' })
    const other = await (await makeSite()).as('moderator')
    await expect(makeBatch(other, { of, act: SPAM })).rejects.toMatchObject({ code: 'not_found' })
  })
})
