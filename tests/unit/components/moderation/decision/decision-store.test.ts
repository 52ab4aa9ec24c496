import { describe, expect, it, vi } from 'vitest'
import type { DeskDecision } from '@/lib/contracts/teamwork'
import { ProblemError, UnreachableError } from '@/components/moderation/desk-api'
import { describeNotice } from '@/components/moderation/queue/notice-words'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import { makeContext, MODERATOR, NOW } from '../desk-fixtures'
import { makeApi, pending, row, tick } from './held-api'

const words = {
  deciding: await readWords('en', 'deciding'),
  glossary: await readWords('en', 'glossary'),
  shell: await readWords('en', 'shell'),
  formats: makeFormats('en'),
}
describe('DecisionStore', () => {
  it('shows a decision before the server has answered, and takes over its version afterwards', async () => {
    const { store, sent } = makeApi()
    const saved = store.decide(row, { kind: 'reject', reason: 'abuse' })
    expect(store.getEntries().get(row.id)).toMatchObject({
      isSaving: true,
      row: { version: 1, state: { status: 'rejected', isReviewed: true } },
    })
    await tick()
    expect(sent[0]?.input).toEqual({ version: 1, act: { kind: 'reject', reason: 'abuse' } })
    sent[0]?.answer(2)
    expect(await saved).toBe(true)
    expect(store.getEntries().get(row.id)).toMatchObject({ isSaving: false, row: { version: 2, allowed: ['approve'] } })
  })

  it('tells the desk when a decision is taken, and that it was saved a moment later; its echo on the live line tells nothing', async () => {
    const { store, sent } = makeApi()
    let told = 0
    store.subscribe(() => told++)
    const saved = store.decide(row, { kind: 'approve' })
    expect(told).toBe(1)
    await tick()
    sent[0]?.answer(2)
    await saved
    expect(store.getEntries().get(row.id)?.isSaving).toBe(false)
    await vi.waitFor(() => expect(told).toBe(2))
    const own: DeskDecision = {
      ...{ commentId: row.id, version: 2, by: MODERATOR.name, byId: MODERATOR.id, at: NOW },
      ...{ kind: 'approve', reason: null, mark: null, markKind: null, status: 'approved' },
    }
    store.heard.hear([own])
    expect(told).toBe(2)
    expect(store.heard.read().size).toBe(0)
    store.heard.hear([{ ...own, byId: 'user-9' }])
    expect(told).toBe(3)
    expect(store.heard.read().get(row.id)?.byId).toBe('user-9')
  })

  it('sends a second decision on the same comment after the first, with the version the first made', async () => {
    const { store, sent } = makeApi()
    void store.decide(pending, { kind: 'mark', mark: 'off_topic' })
    const marked = store.getEntries().get(row.id)?.row ?? row
    expect(marked.state).toMatchObject({ status: 'pending', marks: { offTopic: true } })
    const saved = store.decide(marked, { kind: 'reject', reason: 'spam' })
    await tick()
    expect(sent).toHaveLength(1)
    sent[0]?.answer(2)
    await tick()
    expect(sent[1]?.input).toEqual({ version: 2, act: { kind: 'reject', reason: 'spam' } })
    sent[1]?.answer(3)
    expect(await saved).toBe(true)
    expect(store.getEntries().get(row.id)?.row.version).toBe(3)
  })

  it('lets a comment stand out in its turn, leaves it to be decided, and takes back the latest first', async () => {
    const { store, sent, undone } = makeApi()
    void store.decide(pending, { kind: 'approve' })
    const approved = store.getEntries().get(row.id)?.row ?? row
    expect(store.findFeatureOption(pending)).toBeNull()
    expect(store.findFeatureOption(approved)).toBe('feature')
    const saved = store.decide(approved, { kind: 'feature' })
    expect(store.getEntries().get(row.id)).toMatchObject({ act: { kind: 'approve' }, isSaving: true, row: { isFeatured: true } })
    await tick()
    expect(sent.map(({ input }) => input)).toEqual([{ version: 1, act: { kind: 'approve' } }])
    sent[0]?.answer(2)
    await tick()
    expect(sent[1]?.input).toEqual({ version: 2, act: { kind: 'feature' } })
    sent[1]?.answer(3)
    expect(await saved).toBe(true)
    const featured = store.getEntries().get(row.id)
    expect(featured).toMatchObject({ act: { kind: 'approve' }, isSaving: false, row: { version: 3, isFeatured: true } })
    expect(store.findFeatureOption(featured?.row ?? row)).toBe('unfeature')
    await store.undo()
    expect(undone).toEqual(['decision-3'])
    expect(store.getEntries().get(row.id)).toMatchObject({ act: { kind: 'approve' }, row: { isFeatured: false } })
  })

  it('does not send the second when the first was refused', async () => {
    const { store, sent } = makeApi()
    void store.decide(pending, { kind: 'mark', mark: 'off_topic' })
    const saved = store.decide(store.getEntries().get(row.id)?.row ?? row, { kind: 'approve' })
    await tick()
    sent[0]?.fail(new UnreachableError())
    expect(await saved).toBe(false)
    expect(sent).toHaveLength(1)
    expect(store.getEntries().get(row.id)?.row).toEqual(pending)
  })

  it('restores the row when the server was not reached, says so, and can be tried again', async () => {
    const { store, sent } = makeApi()
    const saved = store.decide(row, { kind: 'approve' })
    await tick()
    sent[0]?.fail(new UnreachableError())
    expect(await saved).toBe(false)
    const entry = store.getEntries().get(row.id)
    expect(entry?.row).toEqual(row)
    expect(entry?.act).toBeNull()
    expect(entry?.notice).toEqual({ kind: 'unsaved', problem: null, act: { kind: 'approve' } })
    expect(await store.undo()).toBeNull()
  })

  it('tells who was first, what they did and when, and shows how the comment stands now', async () => {
    const at = '2026-11-20T11:59:48.000Z'
    const state = { ...row.state, status: 'rejected' as const, isReviewed: true }
    const fresh = makeContext(
      { ...row, version: 4, state },
      {
        history: [
          {
            id: 'd',
            kind: 'reject',
            by: 'Teo',
            actorKind: 'user',
            at,
            reason: 'abuse',
            note: null,
            mark: null,
            markKind: null,
            before: row.state,
            after: state,
            isUndone: false,
            undoesId: null,
          },
        ],
      },
    )
    const { store, sent } = makeApi({ load: () => Promise.resolve(fresh) })
    const saved = store.decide(row, { kind: 'approve' })
    await tick()
    sent[0]?.fail(
      new ProblemError({
        type: '/problems/conflict',
        title: '',
        status: 409,
        detail: '',
        conflict: { by: 'Teo', kind: 'reject', at, version: 4 },
      }),
    )
    expect(await saved).toBe(false)
    const entry = store.getEntries().get(row.id)
    expect(entry?.row).toMatchObject({ version: 4, state: { status: 'rejected' } })
    expect(entry?.notice && describeNotice(words, entry.notice, Date.parse(NOW))).toBe(
      'Teo rejected this 12 sec ago (abuse). Your decision was not saved; decide again to overrule it.',
    )
  })

  it('undoes the latest first, waiting for a decision that is still on its way', async () => {
    const { store, sent, undone } = makeApi()
    void store.decide(row, { kind: 'reject', reason: 'abuse' })
    const undoing = store.undo()
    await tick()
    expect(undone).toEqual([])
    sent[0]?.answer(2)
    expect(await undoing).toEqual({ id: row.id, isUndone: true })
    expect(undone).toEqual(['decision-2'])
    expect(store.getEntries().get(row.id)).toMatchObject({ act: null, isSaving: false, row: { version: 3, state: row.state } })
    expect(await store.undo()).toBeNull()
  })

  it('shows an undo at once while the decision is still on its way, and decides anew on what is then seen', async () => {
    const { store, sent, undone } = makeApi()
    void store.decide(row, { kind: 'reject', reason: 'abuse' })
    const undoing = store.undo()
    const shown = store.getEntries().get(row.id)
    expect(shown).toMatchObject({ act: null, isSaving: true, row: { state: row.state, allowed: row.allowed } })
    const saved = store.decide(shown?.row ?? row, { kind: 'approve' })
    await tick()
    expect(sent).toHaveLength(1)
    sent[0]?.answer(2)
    expect(await undoing).toEqual({ id: row.id, isUndone: true })
    await tick()
    expect(undone).toEqual(['decision-2'])
    expect(sent[1]?.input).toEqual({ version: 3, act: { kind: 'approve' } })
    sent[1]?.answer(4)
    expect(await saved).toBe(true)
    expect(store.getEntries().get(row.id)).toMatchObject({ act: { kind: 'approve' }, isSaving: false, row: { version: 4 } })
  })

  it('takes nothing back when the decision was refused meanwhile, and says what was not saved', async () => {
    const { store, sent, undone } = makeApi()
    void store.decide(row, { kind: 'reject', reason: 'abuse' })
    const undoing = store.undo()
    await tick()
    sent[0]?.fail(new UnreachableError())
    expect(await undoing).toEqual({ id: row.id, isUndone: false })
    expect(undone).toEqual([])
    expect(store.getEntries().get(row.id)).toMatchObject({ row, isSaving: false, notice: { kind: 'unsaved' } })
  })

  it('keeps the decision standing when taking it back was refused', async () => {
    const refusal = new ProblemError({ type: '/problems/conflict', title: '', status: 409, detail: 'Teo approved it since.' })
    const { store, sent } = makeApi({ undo: () => Promise.reject(refusal) })
    void store.decide(row, { kind: 'reject', reason: 'abuse' })
    await tick()
    sent[0]?.answer(2)
    expect(await store.undo()).toEqual({ id: row.id, isUndone: false })
    expect(store.getEntries().get(row.id)).toMatchObject({
      row: { state: { status: 'rejected' } },
      notice: { kind: 'undo_failed', problem: refusal.problem },
    })
  })

  it('keeps what was saved while the list was on its way, and forgets what the list has', async () => {
    const { store, sent } = makeApi()
    const saved = store.decide(row, { kind: 'reject', reason: 'abuse' })
    await tick()
    sent[0]?.answer(2)
    await saved
    store.forgetSaved([row])
    expect(store.getEntries().get(row.id)).toMatchObject({ row: { version: 2, state: { status: 'rejected' } } })
    store.forgetSaved([{ ...row, version: 2 }])
    expect(store.getEntries().size).toBe(0)
  })
})
