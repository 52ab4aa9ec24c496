import { beforeEach, describe, expect, it } from 'vitest'
import { CommenterData } from '@/lib/contracts/commenter-data'
import { getDb } from '@/lib/db/connection'
import { listAuditEntries } from '@/lib/services/audit/list'
import { answerAppeal } from '@/lib/services/appeal/answer'
import { addAppeal } from '@/lib/services/appeal/add'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { giveOutCommenter, giveOutKnownCommenter } from '@/lib/services/commenter/give-out'
import { holdCommenter } from '@/lib/services/commenter/hold'
import type { Context } from '@/lib/services/context'
import { addReport } from '@/lib/services/report/add'
import { addNote } from '@/lib/services/teamwork/note'
import { makeArticle } from '@/tests/factories/article'
import { readIds } from '@/tests/factories/marked-person'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'

const AT = '2026-03-10T11:00:00.000Z'
const NOW = '2026-03-10T12:00:00.000Z'

let site: TestSite
let mo: Awaited<ReturnType<TestSite['as']>>
let commenterId: string
beforeEach(async () => {
  site = await makeSite(() => new Date(NOW))
  mo = await site.as('moderator', 'Momo')
  await makeArticle(site, { externalId: 'a', title: 'The night tram' })
  const author = { externalId: 'u7', name: 'Nora' }
  const message = { externalId: 'c1', articleExternalId: 'a', author, body: 'You idiot', language: 'en', postedAt: AT, revision: 1 }
  await ingestComments(site.asKey('ingest'), [message, { ...message, externalId: 'x', author: { externalId: 'u8', name: 'Else' } }])
  await ingestComments(site.asKey('ingest'), [{ ...message, body: 'You fool', revision: 2 }])
  const [row] = await getDb().query<{ id: string }>(`SELECT id FROM commenter WHERE site_id = $1 AND external_id = 'u7'`, [site.id])
  commenterId = row?.id ?? ''
})

async function read(asked: object = {}, ctx: Context = site.asKey('privacy')): Promise<{ text: string; data: CommenterData }> {
  let text = ''
  for await (const piece of await giveOutCommenter(ctx, 'u7', asked)) text += piece
  return { text, data: CommenterData.parse(JSON.parse(text)) }
}

/** Somebody reports it, it is rejected, appealed against, and noted on. */
async function moderate(): Promise<void> {
  const id = (await readIds(site))['c1'] ?? ''
  await addReport(site.asKey('ingest'), 'c1', { reason: 'abuse', reporter: 'reader-9', note: 'They insult me, Rita', reportedAt: AT })
  await decideComment(mo, id, { version: 2, act: { kind: 'reject', reason: 'abuse' }, note: 'Too rude' })
  await addAppeal(site.asKey('ingest'), 'c1', { statement: 'It was a joke', appealedAt: AT })
  const [appeal] = await getDb().query<{ id: string }>('SELECT id FROM appeal WHERE site_id = $1', [site.id])
  await answerAppeal(await site.as('moderator', 'Annina'), appeal?.id ?? '', { version: 3, outcome: 'upheld', note: 'It stands' })
  await addNote(mo, { about: { commentId: id }, text: 'See also x' })
  await addNote(mo, { about: { commenterId }, text: 'Known to us' })
  await holdCommenter(mo, commenterId, { note: 'Because of c1' })
  await addReport(site.asKey('ingest'), 'x', { reason: 'spam', reporter: 'u7', note: 'An advert', reportedAt: AT })
}

describe('what is kept about a commenter', () => {
  it('is given out whole, without who moderated, who reported, and what colleagues noted', async () => {
    await moderate()
    const { text, data } = await read()
    const decision = { at: NOW, by: 'person', mark: null, markKind: null }
    expect(data).toMatchObject({
      ...{ site: 'The Test Gazette', madeAt: NOW },
      commenter: { externalId: 'u7', name: 'Nora', knownSince: NOW, heldSince: NOW },
      reportsMade: [{ commentExternalId: 'x', reason: 'spam', note: 'An advert', at: AT }],
      comments: [
        {
          ...{ externalId: 'c1', article: { externalId: 'a', title: 'The night tram' }, parentExternalId: null, body: 'You fool' },
          ...{ language: 'en', status: 'rejected', marks: { offTopic: false, uncivil: null }, postedAt: AT, receivedAt: NOW },
          earlierTexts: [{ body: 'You idiot', replacedAt: NOW }],
          decisions: [
            { ...decision, kind: 'reject', reason: 'abuse', note: 'Too rude' },
            { ...decision, kind: 'uphold', reason: null, note: 'It stands' },
          ],
          appeals: [{ subject: 'rejection', statement: 'It was a joke', at: AT, outcome: 'upheld', answeredAt: NOW }],
          reports: [{ reason: 'abuse', at: AT, isAnswered: true }],
        },
      ],
    })
    expect(data.comments[0]?.scores).toContainEqual({
      scorer: expect.any(String) as string,
      attribute: 'uncivil.insult',
      value: expect.any(Number) as number,
    })
    for (const hidden of ['Momo', 'Annina', 'reader-9', 'Rita', 'See also x', 'Known to us', 'Because of c1', 'Else', 'u8'])
      expect(text).not.toContain(hidden)
  })

  it('has what colleagues noted, and readers wrote, where that is asked for; still no name of those', async () => {
    await moderate()
    const { text, data } = await read({ notes: 'true' })
    expect(data.commenter).toMatchObject({ heldNote: 'Because of c1', notes: [{ text: 'Known to us', at: NOW }] })
    expect(data.comments[0]).toMatchObject({ notes: [{ text: 'See also x', at: NOW }], reports: [{ note: 'They insult me, Rita' }] })
    for (const hidden of ['Momo', 'Annina', 'reader-9']) expect(text).not.toContain(hidden)
  })

  it('comes in pieces that are read as they are taken; equal times lose nothing', async () => {
    await getDb().query(
      `INSERT INTO comment (site_id, id, article_id, commenter_id, external_id, body, status, posted_at, received_at, ordered_at)
       SELECT $1, gen_random_uuid(), a.id, $2, 'm' || n, 'Text', 'published', $3, $3, $3 FROM article a, generate_series(1, 450) n WHERE a.site_id = $1`,
      [site.id, commenterId, AT],
    )
    const db = recordStatements(getDb())
    const pages = () => db.statements.filter(({ text }) => text.includes('c.findings')).length
    const pieces = await giveOutCommenter({ ...site.asKey('privacy'), db }, 'u7', {})
    const seen: [number, number][] = []
    let text = ''
    for await (const piece of pieces) {
      text += piece
      seen.push([pages(), piece.match(/"externalId":"(m|c)\d/g)?.length ?? 0])
    }
    expect(seen.map(([read]) => read)).toEqual([0, 0, 1, 2, 3, 3])
    expect(seen.map(([, comments]) => comments)).toEqual([0, 0, 200, 200, 51, 0])
    const keys = CommenterData.parse(JSON.parse(text)).comments.map(({ externalId }) => externalId)
    expect(new Set(keys).size).toBe(451)
  })

  it('is noted as given out, and by whom', async () => {
    await read({}, await site.as('admin', 'Ada'))
    const { entries } = await listAuditEntries(await site.as('admin'))
    expect(entries).toMatchObject([{ act: 'commenter.give_out', actorName: 'Ada', subjectName: 'Nora' }])
  })

  it('is for admins and keys with the scope privacy, on their own site', async () => {
    for (const ctx of [site.asKey('ingest', 'read', 'score'), mo, await site.as('editor')]) {
      await expect(giveOutCommenter(ctx, 'u7', {})).rejects.toMatchObject({ code: 'forbidden' })
      await expect(giveOutKnownCommenter(ctx, commenterId, {})).rejects.toMatchObject({ code: 'forbidden' })
    }
    const other = await makeSite()
    await expect(giveOutCommenter(other.asKey('privacy'), 'u7', {})).rejects.toMatchObject({ code: 'not_found' })
    await expect(giveOutKnownCommenter(await other.as('admin'), commenterId, {})).rejects.toMatchObject({ code: 'not_found' })
    await expect(giveOutCommenter(site.asKey('privacy'), 'u7', { notes: 'maybe' })).rejects.toMatchObject({ code: 'invalid_input' })
    expect((await listAuditEntries(await site.as('admin'))).entries).toEqual([])
  })
})
