import { describe, expect, it, vi } from 'vitest'
import { makeRow } from '../desk-fixtures'
import { alike, makeApi, pending, row, tick } from './held-api'

describe('What was saved as it was shown', () => {
  it('is told together with the next decision that is taken before that', async () => {
    vi.useFakeTimers()
    try {
      const { store, sent } = makeApi()
      const shown: unknown[] = []
      store.subscribe(() => shown.push([...store.getEntries().values()].map(({ isSaving }) => isSaving)))
      const saved = store.decide(row, { kind: 'approve' })
      await vi.advanceTimersByTimeAsync(0)
      sent[0]?.answer(2)
      await saved
      void store.decide(makeRow(2), { kind: 'approve' })
      await vi.advanceTimersByTimeAsync(1000)
      expect(shown).toEqual([[true], [false, true]])
    } finally {
      vi.useRealTimers()
    }
  })

  it('is what the next act is taken on, also from a row that was drawn before that', async () => {
    const { store, sent } = makeApi()
    const first = store.decide(pending, { kind: 'mark', mark: 'off_topic' })
    const drawn = store.getEntries().get(row.id)?.row ?? row
    await tick()
    sent[0]?.answer(2)
    await first
    void store.decide(drawn, { kind: 'approve' })
    await tick()
    expect(sent[1]?.input).toEqual({ version: 2, act: { kind: 'approve' } })
    const asked: unknown[] = []
    sent[1]?.answer(3)
    await tick()
    await store.decideTogether(alike([drawn], { kind: 'reject', reason: 'spam' }), (items) => {
      asked.push(...items)
      return Promise.resolve(new Map<string, number>())
    })
    expect(asked).toEqual([{ id: row.id, version: 3 }])
  })
})
