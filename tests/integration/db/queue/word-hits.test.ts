import { expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb, type Db } from '@/lib/db/connection'
import { Values, type CommentFilter } from '@/lib/db/queue/comment-filter'
import { writeHits } from '@/lib/db/queue/word-hits'

const siteId = uuidv7()
const FILTER: CommentFilter = {
  ...{ siteId, queue: 'newest', viewer: { id: null, isLead: false }, article: undefined, commenter: undefined, status: [] },
  ...{ terms: [{ field: 'words', text: 'xylophone', isPhrase: false, isNot: false }], now: new Date() },
}

/** Where the comments come from when the planner expects so many hits among so many comments. */
async function sourceFor(hits: number, all: number): Promise<string> {
  const plan = { Plan: { Plans: [{ 'Plan Rows': hits }, { 'Plan Rows': all }] } }
  const told = { query: () => Promise.resolve([{ 'QUERY PLAN': [plan] }]) } as unknown as Db
  const { source } = await writeHits(told, FILTER, new Values(siteId))
  return source === 'comment' ? 'the queue is walked' : 'hits are looked up'
}

it('words are looked up where hits are few, also where PostgreSQL does not know a word among ten million comments', async () => {
  expect(await sourceFor(5000, 1e6)).toBe('hits are looked up')
  expect(await sourceFor(5001, 1e6)).toBe('the queue is walked')
  // What it takes for granted of a word that its statistics do not hold. The walk took seconds, since nobody had written the word.
  expect(await sourceFor(25_332, 9_999_614)).toBe('hits are looked up')
  expect(await sourceFor(50_001, 1e7)).toBe('the queue is walked')
})

it('the planner says both figures', async () => {
  const { source } = await writeHits(getDb(), FILTER, new Values(siteId))
  expect(source).toContain('comment_document')
})
