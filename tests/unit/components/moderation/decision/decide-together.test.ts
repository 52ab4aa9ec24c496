import { describe, expect, it } from 'vitest'
import { ProblemError, UnreachableError } from '@/components/moderation/desk-api'
import { makeContext, makeRow, NOW } from '../desk-fixtures'
import { alike, makeApi, pending, row, tick } from './held-api'

describe('comments that are decided together', () => {
  const other = makeRow(2)

  it('are shown at once, and sent when what is on its way was answered, in the versions this made', async () => {
    const { store, sent } = makeApi()
    void store.decide(pending, { kind: 'mark', mark: 'off_topic' })
    const marked = store.getEntries().get(row.id)?.row ?? row
    const asked: unknown[] = []
    const together = store.decideTogether(alike([marked, other], { kind: 'approve' }), (items) => {
      asked.push(items)
      return Promise.resolve(
        new Map([
          [row.id, 3],
          [other.id, 2],
        ]),
      )
    })
    for (const { id } of [row, other])
      expect(store.getEntries().get(id)).toMatchObject({ act: { kind: 'approve' }, isSaving: true, row: { state: { status: 'approved' } } })
    await tick()
    expect(asked).toEqual([])
    sent[0]?.answer(2)
    await together
    expect(asked).toEqual([
      [
        { id: row.id, version: 2 },
        { id: other.id, version: 1 },
      ],
    ])
    await tick()
    expect(store.isSaving()).toBe(false)
    expect([row, other].map(({ id }) => store.getEntries().get(id)?.row.version)).toEqual([3, 2])
  })

  it('are as they were where they were left out, and all of them when they could not be sent', async () => {
    const { store } = makeApi()
    await store.decideTogether(alike([row, other], { kind: 'approve' }), () => Promise.resolve(new Map([[row.id, 2]])))
    await tick()
    expect(store.getEntries().get(row.id)).toMatchObject({ act: { kind: 'approve' }, row: { version: 2 } })
    expect(store.getEntries().get(other.id)).toMatchObject({ act: null, isSaving: false, row: other })
    const failing = store.decideTogether(alike([other], { kind: 'approve' }), () => Promise.reject(new UnreachableError()))
    expect(store.isSaving()).toBe(true)
    await expect(failing).rejects.toThrow(UnreachableError)
    await tick()
    expect(store.getEntries().get(other.id)).toMatchObject({ act: null, isSaving: false, row: other })
  })

  it('do not overrule the colleague who was before a decision that was on its way', async () => {
    const conflict = {
      type: '/problems/conflict',
      title: '',
      status: 409,
      detail: '',
      conflict: { by: 'Teo', kind: 'reject', at: NOW, version: 2 },
    } as const
    const { store, sent } = makeApi({ load: () => Promise.resolve(makeContext({ ...row, version: 2 })) })
    void store.decide(pending, { kind: 'mark', mark: 'off_topic' })
    const asked: unknown[] = []
    const together = store.decideTogether(alike([store.getEntries().get(row.id)?.row ?? row], { kind: 'approve' }), (items) => {
      asked.push(...items)
      return Promise.resolve(new Map<string, number>())
    })
    await tick()
    sent[0]?.fail(new ProblemError(conflict))
    await together
    await tick()
    expect(asked).toEqual([{ id: row.id, version: 1 }])
    expect(store.getEntries().get(row.id)?.notice).toMatchObject({ kind: 'conflict', by: 'Teo' })
  })

  it('are decided on anew, each by itself, after they were answered', async () => {
    const { store, sent } = makeApi()
    let arrive: (versions: ReadonlyMap<string, number>) => void = () => undefined
    void store.decideTogether(alike([row], { kind: 'mark', mark: 'off_topic' }), () => new Promise((resolve) => (arrive = resolve)))
    await tick()
    const saved = store.decide(store.getEntries().get(row.id)?.row ?? row, { kind: 'reject', reason: 'spam' })
    await tick()
    expect(sent).toEqual([])
    arrive(new Map([[row.id, 2]]))
    await tick()
    expect(sent[0]?.input.version).toBe(2)
    sent[0]?.answer(3)
    expect(await saved).toBe(true)
    expect(store.getEntries().get(row.id)).toMatchObject({ isSaving: false, row: { version: 3 } })
  })
})
