import { beforeEach, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { findPrecedents } from '@/lib/db/comment/precedents'
import type { DecisionAct } from '@/lib/domain/decisions'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { removeComment } from '@/lib/services/comment/remove'
import { undoDecision } from '@/lib/services/decision/undo'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { makeArticle } from '@/tests/factories/article'
import { explain } from '@/tests/factories/plan'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

const COPY = 'My cousin earns ninety dollars every hour from her sofa, ask her how at earn-easy.example before Friday'
const LIKE_IT = `${COPY}!!`
const OTHER = 'The night tram was the only way home for people who work late, and nobody on the council takes it.'
const REJECT: DecisionAct = { kind: 'reject', reason: 'spam' }
const NONE = { counts: { kept: 0, marked: 0, rejected: 0 }, latest: [], waiting: [] }

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a', title: 'Trams' })
  await makeArticle(site, { externalId: 'b', title: 'Ferries' })
  while ((await indexNextTexts(getDb(), 100)) > 0);
})

/** Sends a text as this comment; its author has the same name. */
async function send(externalId: string, body: string, { article = 'a', revision = 1, to = site } = {}): Promise<string> {
  const author = { externalId, name: `Reader ${externalId}` }
  await ingestComments(to.asKey('ingest'), [{ externalId, articleExternalId: article, body, revision, author }])
  while ((await indexNextTexts(getDb(), 5)) > 0);
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1 AND external_id = $2', [to.id, externalId])
  return row?.id ?? ''
}

async function decide(id: string, act: DecisionAct, by = 'Mo', at = site): Promise<string> {
  const ctx = await at.as('moderator', by)
  const { row } = await getCommentContext(ctx, id)
  return (await decideComment(ctx, id, { version: row.version, act })).decisionId
}

const read = async (id: string) => (await getCommentContext(await site.as('editor'), id)).precedents

it('tells what people decided on nearly the same texts, the latest first', async () => {
  const [spam, kept, insult, waiting, own] = [
    await send('1', COPY),
    await send('2', LIKE_IT, { article: 'b' }),
    await send('3', COPY),
    await send('4', COPY),
    await send('5', COPY),
  ]
  await decide(await send('6', OTHER), REJECT)
  expect(await read(own)).toEqual({ ...NONE, waiting: [spam, kept, insult, waiting] })
  await decide(spam, REJECT, 'Mo')
  await decide(kept, { kind: 'approve' }, 'Teo')
  await decide(insult, { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' }, 'Mo')
  const { counts, latest, waiting: stillWaiting } = await read(own)
  expect(stillWaiting).toEqual([waiting])
  expect(counts).toEqual({ kept: 1, marked: 1, rejected: 1 })
  expect(
    latest.map(({ id, status, marks, by, reason, commenterName, article }) => [
      id,
      status,
      marks.uncivil,
      by,
      reason,
      commenterName,
      article.title,
    ]),
  ).toEqual([
    [insult, 'published', 'insult', 'Mo', null, 'Reader 3', 'Trams'],
    [kept, 'approved', null, 'Teo', null, 'Reader 2', 'Ferries'],
    [spam, 'rejected', null, 'Mo', 'spam', 'Reader 1', 'Trams'],
  ])
  // Nor is a comment its own precedent.
  expect((await read(spam)).latest.map(({ id }) => id)).toEqual([insult, kept])
  expect((await read(waiting)).counts).toEqual(counts)
})

it('forgets what was taken back, deleted at its source or edited into another text', async () => {
  const [undone, deleted, edited, own] = [await send('1', COPY), await send('2', COPY), await send('3', COPY), await send('4', COPY)]
  const decision = await decide(undone, REJECT)
  await decide(deleted, REJECT)
  await decide(edited, REJECT)
  expect((await read(own)).counts.rejected).toBe(3)
  await undoDecision(await site.as('admin'), decision)
  await removeComment(site.asKey('ingest'), '2')
  await send('3', OTHER, { revision: 2 })
  expect(await read(own)).toEqual({ ...NONE, waiting: [undone] })
  await decide(undone, { kind: 'approve' })
  expect((await read(own)).counts).toEqual({ kept: 1, marked: 0, rejected: 0 })
})

it('keeps to its own site and to persons, and shows five of more', async () => {
  const elsewhere = await makeSite()
  await makeArticle(elsewhere, { externalId: 'a' })
  await decide(await send('1', COPY, { to: elsewhere }), REJECT, 'Else', elsewhere)
  const own = await send('own', COPY)
  expect(await read(own)).toEqual(NONE)
  for (let at = 0; at < 7; at += 1) await decide(await send(`${at}`, COPY), REJECT)
  const { counts, latest } = await read(own)
  expect(counts.rejected).toBe(7)
  expect(latest).toHaveLength(5)
})

it.each(['custom', 'generic'] as const)('finds them by indexes alone: %s plan', async (mode) => {
  const own = await send('1', COPY)
  const db = recordStatements(getDb())
  await findPrecedents(db, site.id, own, { since: new Date(0), bits: 14 })
  const [statement] = db.statements
  if (!statement) throw new Error('no statement')
  const { sequential, indexes } = await explain(getDb(), statement, mode)
  for (const table of ['comment', 'comment_similarity', 'decision', 'commenter']) expect(sequential).not.toContain(table)
  expect(indexes.filter((index) => /band_\d/.test(index))).toHaveLength(4)
})
