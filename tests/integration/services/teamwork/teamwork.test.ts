import { beforeEach, describe, expect, it } from 'vitest'
import { getCommentContext } from '@/lib/services/comment/context'
import { decideComment } from '@/lib/services/comment/decide'
import { countQueues } from '@/lib/services/queue/count'
import { undoDecision } from '@/lib/services/decision/undo'
import { listQueue } from '@/lib/services/queue/list'
import { listRows } from '@/lib/services/queue/list-rows'
import { assignComment, assignComments, listDeciders, unassignComment, unassignComments } from '@/lib/services/teamwork/assign'
import { claimComment, releaseClaim } from '@/lib/services/teamwork/claim'
import { addNote } from '@/lib/services/teamwork/note'
import { listSavedViews, removeView, saveView } from '@/lib/services/teamwork/views'
import { updateUser } from '@/lib/services/user/update'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

type Person = Awaited<ReturnType<TestSite['as']>>

let site: TestSite
let mo: Person
let teo: Person
let minutes = 0
beforeEach(async () => {
  minutes = 0
  site = await makeSite(() => new Date(Date.parse('2026-11-24T12:00:00Z') + minutes * 60_000))
  mo = await site.as('moderator', 'Mo')
  teo = await site.as('moderator', 'Teo')
})

describe('a claim', () => {
  it('holds a comment for a minute, leaves a colleague’s alone, and lets go of the one before', async () => {
    const [one, two] = [await makeComment(site), await makeComment(site)]
    expect((await claimComment(mo, one.id)).claim).toMatchObject({ userName: 'Mo', commentId: one.id })
    expect((await claimComment(teo, one.id)).claim).toMatchObject({ userName: 'Mo' })
    await claimComment(mo, two.id)
    expect((await claimComment(teo, one.id)).claim).toMatchObject({ userName: 'Teo' })
    minutes = 2
    expect((await claimComment(teo, two.id)).claim).toMatchObject({ userName: 'Teo' })
    await releaseClaim(teo)
    expect((await claimComment(mo, two.id)).claim).toMatchObject({ userName: 'Mo' })
  })

  it('warns and never hinders: the colleague may decide', async () => {
    const { id } = await makeComment(site, { status: 'pending' })
    await claimComment(mo, id)
    expect(await decideComment(teo, id, { version: 1, act: { kind: 'approve' } })).toMatchObject({ version: 2 })
  })

  it('is for people who decide, on comments that exist', async () => {
    const { id } = await makeComment(site)
    await expect(claimComment(await site.as('editor'), id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(claimComment(site.asKey('read'), id)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(claimComment(mo, 'nonsense')).rejects.toMatchObject({ code: 'not_found' })
    expect(await claimComment(mo, mo.actor.id)).toEqual({ claim: null })
  })
})

describe('handing a comment to somebody', () => {
  it('leaves out what has been decided, which no queue would show them, and says so where nothing else is handed over', async () => {
    const [open, decided] = [await makeComment(site, { status: 'pending' }), await makeComment(site, { status: 'pending' })]
    await decideComment(mo, decided.id, { version: 1, act: { kind: 'approve' } })
    await expect(assignComment(mo, decided.id, { to: 'leads' })).rejects.toMatchObject({ code: 'not_allowed' })
    expect(await assignComments(mo, { commentIds: [decided.id, open.id], to: teo.actor.id })).toEqual({ handed: [open.id] })
    expect(await countQueues(teo, {})).toMatchObject({ mine: 1 })
  })

  it('puts it into their queue with the note until somebody decides, and there again when that is undone', async () => {
    const { id } = await makeComment(site, { status: 'pending' })
    expect(await assignComment(mo, id, { to: teo.actor.id, note: 'You know the family' })).toMatchObject({
      to: { name: 'Teo' },
      by: 'Mo',
      byId: mo.actor.id,
      note: 'You know the family',
    })
    expect((await listQueue(teo, { queue: 'mine' })).rows.map((row) => row.id)).toEqual([id])
    expect([(await countQueues(teo, {})).mine, (await countQueues(mo, {})).mine]).toEqual([1, 0])
    expect((await getCommentContext(teo, id)).assignment?.note).toBe('You know the family')
    await decideComment(teo, id, { version: 1, act: { kind: 'approve' } })
    expect((await countQueues(teo, {})).mine).toBe(0)
  })

  it('escalates to whoever leads, and can be taken back', async () => {
    const { id } = await makeComment(site, { status: 'pending' })
    const lead = await site.as('admin', 'Ada')
    await assignComment(mo, id, { to: 'leads' })
    expect([(await countQueues(lead, {})).mine, (await countQueues(mo, {})).mine]).toEqual([1, 0])
    await unassignComment(mo, id)
    expect((await countQueues(lead, {})).mine).toBe(0)
  })

  it('goes on to the leads when they cannot decide any more, on every site', async () => {
    const other = await makeSite()
    const ids = [await makeComment(site, { status: 'pending' }), await makeComment(other, { status: 'pending' })].map(({ id }) => id)
    const [lead, otherLead] = [await site.as('admin', 'Ada'), await other.as('admin', 'Olga')]
    const patches = [{ isDisabled: true }, { isDisabled: false, role: 'editor' }] as const
    for (const patch of patches) {
      await updateUser(lead, { id: teo.actor.id, patch: { isDisabled: false, role: 'moderator' } })
      await assignComment(mo, ids[0] ?? '', { to: teo.actor.id, note: 'You know the family' })
      await assignComment(otherLead, ids[1] ?? '', { to: teo.actor.id })
      expect([(await countQueues(lead, {})).mine, (await countQueues(otherLead, {})).mine]).toEqual([0, 0])
      await updateUser(lead, { id: teo.actor.id, patch })
      expect([(await countQueues(lead, {})).mine, (await countQueues(otherLead, {})).mine]).toEqual([1, 1])
      expect((await getCommentContext(lead, ids[0] ?? '')).assignment).toMatchObject({ to: null, by: 'Mo', note: 'You know the family' })
    }
  })

  it('stays with them when they can, whatever else is changed', async () => {
    const { id } = await makeComment(site, { status: 'pending' })
    await assignComment(mo, id, { to: teo.actor.id })
    await updateUser(await site.as('admin', 'Ada'), { id: teo.actor.id, patch: { role: 'admin', password: 'a new one, long enough' } })
    expect((await countQueues(teo, {})).mine).toBe(1)
  })

  it('needs somebody who can decide', async () => {
    const { id } = await makeComment(site)
    const editor = await site.as('editor', 'Ines')
    await expect(assignComment(mo, id, { to: editor.actor.id })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(assignComment(editor, id, { to: 'leads' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(assignComment(mo, mo.actor.id, { to: 'leads' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(unassignComment(mo, mo.actor.id)).rejects.toMatchObject({ code: 'not_found' })
    const names = (await listDeciders(mo)).map((person) => person.id)
    expect([names.includes(teo.actor.id), names.includes(editor.actor.id)]).toEqual([true, false])
  })
})

describe('who a comment was handed to', () => {
  const handedTo = async (who: Person = mo) => (await listQueue(who, { queue: 'review', sort: 'oldest' })).rows.map((row) => row.handedTo)

  it('stands in its row for everybody, until somebody decides, and again when that is undone', async () => {
    const [one, two, three] = [
      await makeComment(site, { status: 'pending' }),
      await makeComment(site, { status: 'pending' }),
      await makeComment(site, { status: 'pending' }),
    ]
    await assignComment(mo, one.id, { to: teo.actor.id })
    await assignComment(mo, two.id, { to: 'leads' })
    const stood = [{ id: teo.actor.id, name: 'Teo' }, 'leads', null]
    expect(await handedTo()).toEqual(stood)
    expect(await handedTo(teo)).toEqual(stood)
    const { decisionId } = await decideComment(mo, one.id, { version: 1, act: { kind: 'approve' } })
    const read = async () => (await listRows(mo, { ids: [three.id, one.id] })).map((row) => [row.id, row.state.status, row.handedTo])
    expect(await read()).toEqual([
      [three.id, 'pending', null],
      [one.id, 'approved', null],
    ])
    await undoDecision(mo, decisionId)
    expect(await read()).toContainEqual([one.id, 'pending', { id: teo.actor.id, name: 'Teo' }])
    await unassignComment(teo, one.id)
    expect(await handedTo()).toEqual([null, 'leads', null])
  })

  it('is told by rows that are asked for by name, of this site and to who may read', async () => {
    const { id } = await makeComment(site)
    expect(await listRows(mo, { ids: [id, mo.actor.id] })).toMatchObject([{ id, allowed: expect.arrayContaining(['approve']) as unknown }])
    const elsewhere = await (await makeSite()).as('moderator')
    expect(await listRows(elsewhere, { ids: [id] })).toEqual([])
    await expect(listRows(mo, { ids: [] })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(listRows(site.asKey('ingest'), { ids: [id] })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('handing several comments over', () => {
  it('takes one note for all, and can be taken back for all', async () => {
    const ids = [(await makeComment(site, { status: 'pending' })).id, (await makeComment(site, { status: 'pending' })).id].sort()
    const { handed } = await assignComments(mo, { commentIds: [...ids, mo.actor.id], to: teo.actor.id, note: 'The same person' })
    expect(handed.sort()).toEqual(ids)
    expect((await listQueue(teo, { queue: 'mine' })).rows.map((row) => row.id).sort()).toEqual(ids)
    for (const id of ids) expect((await getCommentContext(teo, id)).assignment).toMatchObject({ by: 'Mo', note: 'The same person' })
    await unassignComments(mo, { commentIds: ids })
    expect((await countQueues(teo, {})).mine).toBe(0)
  })

  it('is refused where one would be', async () => {
    const { id } = await makeComment(site)
    const editor = await site.as('editor')
    await expect(assignComments(editor, { commentIds: [id], to: 'leads' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(unassignComments(editor, { commentIds: [id] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(assignComments(mo, { commentIds: [id], to: editor.actor.id })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(assignComments(mo, { commentIds: [], to: 'leads' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(assignComments(mo, { commentIds: [mo.actor.id], to: 'leads' })).rejects.toMatchObject({ code: 'not_found' })
    expect((await getCommentContext(mo, id)).assignment).toBeNull()
  })
})

describe('notes', () => {
  it('stand beside the comment and beside every comment of the commenter', async () => {
    const one = await makeComment(site, { commenter: 'Hannes' })
    const other = await makeComment(site, { commenter: 'Hannes' })
    await addNote(mo, { about: { commentId: one.id }, text: 'Asked the desk' })
    await addNote(teo, { about: { commenterId: one.commenterId ?? '' }, text: 'Writes under two names' })
    expect((await getCommentContext(mo, one.id)).notes.map((note) => [note.about, note.by, note.text])).toEqual(
      expect.arrayContaining([
        ['comment', 'Mo', 'Asked the desk'],
        ['commenter', 'Teo', 'Writes under two names'],
      ]),
    )
    expect((await getCommentContext(mo, other.id)).notes.map((note) => note.text)).toEqual(['Writes under two names'])
  })

  it('are refused to editors, without text, and about nothing', async () => {
    const { id } = await makeComment(site)
    await expect(addNote(await site.as('editor'), { about: { commentId: id }, text: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(addNote(mo, { about: { commentId: id }, text: ' ' })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(addNote(mo, { about: { commentId: mo.actor.id }, text: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('saved views', () => {
  it('are one’s own until they are shared, and go when their owner or a lead says so', async () => {
    await saveView(mo, { name: 'Mine alone', address: 'queue=held' })
    const views = await saveView(mo, { name: 'Council', address: 'queue=review&q=section%3ACity', isShared: true })
    expect(views.map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['Council', true],
      ['Mine alone', true],
    ])
    const [shared] = await listSavedViews(teo)
    expect(shared).toMatchObject({ name: 'Council', isOwn: false, canRemove: false, by: 'Mo', address: 'queue=review&q=section%3ACity' })
    await expect(removeView(teo, shared?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
    const lead = await site.as('admin')
    expect(await listSavedViews(lead)).toMatchObject([{ name: 'Council', isOwn: false, canRemove: true }])
    expect(await removeView(lead, shared?.id ?? '')).toEqual([])
    await expect(saveView(mo, { name: '', address: '' })).rejects.toMatchObject({ code: 'invalid_input' })
  })
})
