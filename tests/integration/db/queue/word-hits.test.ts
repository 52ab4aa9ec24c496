import { expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb, type Db } from '@/lib/db/connection'
import { Values, type CommentFilter } from '@/lib/db/queue/comment-filter'
import type { Named } from '@/lib/db/queue/named-terms'
import type { AgeCut } from '@/lib/db/queue/word-cut'
import { writeHits } from '@/lib/db/queue/word-hits'
import { recordStatements } from '@/tests/factories/recording-db'

const siteId = uuidv7()
const FILTER: CommentFilter = {
  ...{ siteId, queue: 'newest', viewer: { id: null, isLead: false }, article: undefined, commenter: undefined, status: [] },
  ...{ terms: [{ field: 'words', text: 'xylophone', isPhrase: false, isNot: false }], now: new Date() },
}

type Term = CommentFilter['terms'][number]
const words = (text: string): Term => ({ field: 'words', text, isPhrase: false, isNot: false })
const phrase = (text: string): Term => ({ field: 'words', text, isPhrase: true, isNot: false })

/** A planner that expects this of all comments, of all the words together, and of each word of a phrase alone. */
function planner(...rows: number[]): Db {
  return planning({ Plans: rows.map((count) => ({ 'Plan Rows': count })) })
}

const planning = (Plan: object) => ({ query: () => Promise.resolve([{ 'QUERY PLAN': [{ Plan }] }]) }) as unknown as Db

/** Where the comments come from when the planner expects so many hits among so many comments. */
async function sourceFor(hits: number, all: number, cut: AgeCut | null = null): Promise<string> {
  const { source } = await writeHits(planner(all, hits), FILTER, new Values(siteId), cut)
  if (source === 'comment') return 'the queue is walked'
  if (!source.includes('generate_series')) return 'hits are looked up'
  return source.includes(`'1 day', ordered_at`) ? 'hits are looked up day by day' : 'hits are looked up week by week'
}

it('words are looked up where hits are few, also where PostgreSQL does not know a word among ten million comments', async () => {
  expect(await sourceFor(5000, 1e6)).toBe('hits are looked up')
  expect(await sourceFor(5001, 1e6)).toBe('the queue is walked')
  // What it takes for granted of a word that its statistics do not hold. The walk took seconds, since nobody had written the word.
  expect(await sourceFor(25_332, 9_999_614)).toBe('hits are looked up')
  expect(await sourceFor(50_001, 1e7)).toBe('the queue is walked')
})

it('where only the newest are wanted, more than a few pages of hits are looked up week by week or day by day, up to one in twenty comments', async () => {
  const cut: AgeCut = { from: 'newest', after: null, limit: 51 }
  expect(await sourceFor(510, 1e6, cut)).toBe('hits are looked up')
  expect(await sourceFor(511, 1e6, cut)).toBe('hits are looked up week by week')
  expect(await sourceFor(5099, 1e6, cut)).toBe('hits are looked up week by week')
  expect(await sourceFor(5100, 1e6, cut)).toBe('hits are looked up day by day')
  expect(await sourceFor(50_000, 1e6, cut)).toBe('hits are looked up day by day')
  expect(await sourceFor(50_001, 1e6, cut)).toBe('the queue is walked')
})

it('goes by the rarest word of a phrase, because words of a phrase stand together', async () => {
  const cut: AgeCut = { from: 'newest', after: null, limit: 51 }
  const sourceOf = async (terms: Term[], db: Db) => (await writeHits(db, { ...FILTER, terms }, new Values(siteId), cut)).source
  expect(await sourceOf([phrase('night tram')], planner(1e6, 76, 30_000, 5000))).toContain('generate_series')
  expect(await sourceOf([phrase('night tram')], planner(1e6, 76, 30_000, 500))).not.toContain('generate_series')
  expect(await sourceOf([words('night tram')], planner(1e6, 76))).not.toContain('generate_series')
})

it('where an article or somebody is named, whichever are fewer are looked at for the other: their comments or the hits', async () => {
  const [one, other] = [uuidv7(), uuidv7()]
  const sourceOf = async (filter: Partial<CommentFilter>, named: number, several: Named | null = null) =>
    (
      await writeHits(
        planning({ 'Plan Rows': named, Plans: [{ 'Plan Rows': 1e6 }, { 'Plan Rows': 400 }] }),
        { ...FILTER, ...filter },
        new Values(siteId),
        null,
        several,
      )
    ).source
  expect(await sourceOf({ commenter: one }, 399)).toBe('comment')
  expect(await sourceOf({ commenter: one }, 400)).toContain('comment_document')
  expect(await sourceOf({ article: one }, 399)).toBe('comment')
  expect(await sourceOf({}, 399, { kind: 'commenter', ids: [one, other], rest: [] })).toBe('comment')
  expect(await sourceOf({}, 399)).toContain('comment_document')
})

it('the planner is asked for the comments of who is named, by their ids and nothing else', async () => {
  const [one, other] = [uuidv7(), uuidv7()]
  const db = recordStatements(getDb())
  const ask = (filter: Partial<CommentFilter>, several: Named | null) =>
    writeHits(db, { ...FILTER, ...filter }, new Values(siteId), null, several)
  await ask({ commenter: one }, null)
  await ask({ article: other, commenter: one }, null)
  await ask({}, { kind: 'article', ids: [one, other], rest: [] })
  await expect(ask({ commenter: `${one}') OR ('1' = '1` }, null)).rejects.toThrow('invalid input syntax for type uuid')
  const asked = db.statements.flatMap(({ text }) => text.split('SELECT 1 FROM comment WHERE ').slice(1))
  expect(asked).toEqual([
    `commenter_id IN ('${one}')`,
    `article_id IN ('${other}')`,
    `article_id IN ('${one}', '${other}')`,
    `commenter_id IN ('${one}11')`,
  ])
})

it('the planner says all of these figures', async () => {
  const db = recordStatements(getDb())
  await writeHits(db, { ...FILTER, terms: [phrase('night tram'), words('ferry')] }, new Values(siteId))
  const [asked] = db.statements
  expect(asked?.text.match(/'[a-z ]+'\)\)/g)).toEqual([`'night tram ferry'))`, `'night'))`, `'tram'))`])
})
