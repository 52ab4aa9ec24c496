import { beforeEach, describe, expect, it } from 'vitest'
import { listAuditEntries } from '@/lib/services/audit/list'
import { getCommenter } from '@/lib/services/commenter/get'
import { holdCommenter, releaseCommenter } from '@/lib/services/commenter/hold'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { editComment } from '@/lib/services/comment/edit'
import { ingestComments } from '@/lib/services/comment/ingest'
import { ingestComment } from '@/lib/services/comment/ingest-one'
import { ingestStream } from '@/lib/services/comment/ingest-stream'
import { getDb } from '@/lib/db/connection'
import { makeArticle } from '@/tests/factories/article'
import { importText } from '@/tests/factories/import'
import { recordStatements } from '@/tests/factories/recording-db'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

type Person = Awaited<ReturnType<TestSite['as']>>

const NOW = new Date('2026-11-29T14:00:00.000Z')
const WHY = 'Everything this person sends is held'

let site: TestSite
let mo: Person
let held: string
beforeEach(async () => {
  site = await makeSite(() => NOW)
  mo = await site.as('moderator', 'Mo')
  await makeArticle(site, { externalId: 'a' })
  await send(comment('before', 'u'), comment('other', 'v'))
  held = await findId('u')
})

const comment = (externalId: string, author: string | null, body = `Text of ${externalId}`) => ({
  externalId,
  articleExternalId: 'a',
  body,
  ...(author === null ? {} : { author: { externalId: author, name: `Person ${author}` } }),
})
const send = async (...items: object[]) => (await ingestComments(site.asKey('ingest'), items)).items
const findId = async (externalId: string, of = site) => {
  const [row] = await getDb().query<{ id: string }>('SELECT id FROM commenter WHERE site_id = $1 AND external_id = $2', [of.id, externalId])
  return row?.id ?? ''
}
const statusOf = async (externalId: string) => (await readComments(site))[externalId]?.status

describe('what a held commenter sends', () => {
  beforeEach(async () => {
    await holdCommenter(mo, held, { note: ' Twice this week ' })
  })

  it('waits with the reason, in an array and alone, and what others send does not', async () => {
    const [own, others, unknown] = await send(comment('c1', 'u'), comment('c2', 'v'), comment('c3', null))
    expect(own).toMatchObject({ outcome: 'created', status: 'pending', reasons: [WHY] })
    expect(others).toMatchObject({ status: 'published', reasons: [] })
    expect(unknown).toMatchObject({ status: 'published', reasons: [] })
    expect(await ingestComment(site.asKey('ingest'), comment('c4', 'u'))).toMatchObject({ status: 'pending', reasons: [WHY] })
    const { row, commenter } = await getCommentContext(mo, (own as { id: string }).id)
    expect(row.findings).toEqual([{ phase: 'commenter_held', outcome: 'hold', why: WHY }])
    expect(commenter?.hold).toEqual({ at: NOW.toISOString(), by: 'Mo', note: 'Twice this week' })
  })

  it('waits in a bulk stream and in an import', async () => {
    const lines = [comment('b1', 'u'), comment('b2', 'v')].map((line) => JSON.stringify(line)).join('\n')
    const source = (async function* () {
      yield Promise.resolve(Buffer.from(lines))
    })()
    for await (const outcomes of ingestStream(site.asKey('ingest'), source)) expect(outcomes).toHaveLength(2)
    expect([await statusOf('b1'), await statusOf('b2')]).toEqual(['pending', 'published'])
    const rows = [comment('i1', 'u'), comment('i2', 'v')].map((line) => JSON.stringify({ type: 'comment', ...line })).join('\n')
    expect((await importText(await site.as('admin'), 'export.ndjson', rows)).counts).toMatchObject({ created: 2 })
    expect([await statusOf('i1'), await statusOf('i2')]).toEqual(['pending', 'published'])
  })

  it('waits when it is an edit of what was public, whether or not the edit says who wrote it', async () => {
    expect(await statusOf('before')).toBe('published')
    expect(await editComment(site.asKey('ingest'), 'before', { body: 'Another text' })).toMatchObject({
      outcome: 'updated',
      status: 'pending',
      reasons: [WHY],
    })
    expect((await send(comment('other', 'v', 'Another text')))[0]).toMatchObject({ outcome: 'updated', status: 'published' })
    await releaseCommenter(mo, held)
    await send(comment('again', 'u'))
    await holdCommenter(mo, held, {})
    expect((await send(comment('again', 'u', 'Another text')))[0]).toMatchObject({ outcome: 'updated', status: 'pending' })
  })

  it('waits when they are named only by the message that brings the text, and not when it claims to be of another', async () => {
    await send(comment('n1', null))
    expect((await send(comment('n1', 'u', 'Another text')))[0]).toMatchObject({ outcome: 'updated', status: 'pending', reasons: [WHY] })
    expect((await send(comment('other', 'u', 'A third text')))[0]).toMatchObject({ outcome: 'updated', status: 'published' })
    expect((await send(comment('before', 'v', 'A third text')))[0]).toMatchObject({ outcome: 'updated', status: 'pending' })
  })

  it('is public again once it is let go, while what waits goes on waiting', async () => {
    const [waiting] = await send(comment('c1', 'u'))
    await releaseCommenter(mo, held)
    expect((await send(comment('c2', 'u')))[0]).toMatchObject({ status: 'published', reasons: [] })
    expect(await statusOf('c1')).toBe('pending')
    const { id } = waiting as { id: string }
    expect(await decideComment(mo, id, { version: 1, act: { kind: 'approve' } })).toMatchObject({ state: { status: 'approved' } })
  })

  it('costs ingest no statement more', async () => {
    const count = async (author: string, key: string) => {
      const db = recordStatements(getDb())
      await ingestComments({ ...site.asKey('ingest'), db }, [comment(key, author)])
      return db.statements.length
    }
    const plain = await count('v', 'p1')
    expect(plain).toBeGreaterThan(0)
    expect(await count('u', 'p2')).toBe(plain)
  })
})

describe('holding a commenter', () => {
  const told = async () =>
    (await listAuditEntries(await site.as('admin'))).entries.map((entry) => `${entry.actorName}: ${entry.act} ${entry.subjectName}`)

  it('leaves what is here as it is, is told on their page, and noted with who did it', async () => {
    expect(await holdCommenter(mo, held, { note: 'Again' })).toEqual({ at: NOW.toISOString(), by: 'Mo', note: 'Again' })
    expect(await statusOf('before')).toBe('published')
    const editor = await site.as('editor')
    expect((await getCommenter(editor, held)).record.hold).toEqual({ at: NOW.toISOString(), by: 'Mo', note: 'Again' })
    await releaseCommenter(await site.as('admin', 'Ada'), held)
    expect((await getCommenter(editor, held)).record.hold).toBeNull()
    expect(await told()).toEqual(['Ada: commenter.release Person u', 'Mo: commenter.hold Person u'])
  })

  it('twice is holding once: who was first stands, and one entry each', async () => {
    await holdCommenter(mo, held, { note: 'First' })
    expect(await holdCommenter(await site.as('moderator', 'Teo'), held, { note: 'Second' })).toMatchObject({ by: 'Mo', note: 'First' })
    await releaseCommenter(mo, held)
    await releaseCommenter(mo, held)
    expect(await told()).toEqual(['Mo: commenter.release Person u', 'Mo: commenter.hold Person u'])
  })

  it('is for those who decide', async () => {
    for (const ctx of [await site.as('editor'), site.asKey('read', 'ingest')]) {
      await expect(holdCommenter(ctx, held, { note: '' })).rejects.toMatchObject({ code: 'forbidden' })
      await expect(releaseCommenter(ctx, held)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect((await getCommenter(mo, held)).record.hold).toBeNull()
    expect(await told()).toEqual([])
  })

  it('finds nobody of another site, and holds nobody there', async () => {
    const elsewhere = await makeSite()
    await makeArticle(elsewhere, { externalId: 'a' })
    await ingestComments(elsewhere.asKey('ingest'), [comment('x1', 'u')])
    const stranger = await findId('u', elsewhere)
    for (const id of [stranger, 'nonsense', mo.actor.id]) {
      await expect(holdCommenter(mo, id, { note: '' })).rejects.toMatchObject({ code: 'not_found' })
      await expect(releaseCommenter(mo, id)).rejects.toMatchObject({ code: 'not_found' })
    }
    await holdCommenter(mo, held, {})
    const { items } = await ingestComments(elsewhere.asKey('ingest'), [comment('x2', 'u')])
    expect(items[0]).toMatchObject({ status: 'published' })
  })

  it('takes a note of 500 characters that can be stored, and no other', async () => {
    for (const note of ['x'.repeat(501), 'half \ud800', 'nul \u0000'])
      await expect(holdCommenter(mo, held, { note })).rejects.toMatchObject({ code: 'invalid_input' })
    expect(await holdCommenter(mo, held, { note: '😀'.repeat(250) })).toMatchObject({ note: '😀'.repeat(250) })
  })
})
