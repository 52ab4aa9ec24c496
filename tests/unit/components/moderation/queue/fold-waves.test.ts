import { describe, expect, it } from 'vitest'
import { foldWaves } from '@/components/moderation/queue/fold-waves'
import { makeRow } from '../desk-fixtures'

const A = { id: 'wave-a', count: 40 }
const B = { id: 'wave-b', count: 3 }
const ROWS = [makeRow(1), makeRow(2, { wave: A }), makeRow(3, { wave: B }), makeRow(4, { wave: A }), makeRow(5, { wave: A })]
const [one, two, three, four, five] = ROWS.map(({ id }) => id) as [string, string, string, string, string]

describe('waves of a list', () => {
  it('are one row each, where the first of them stands; one that is alone in the list is a row like others', () => {
    const { shown, waves, folded } = foldWaves(ROWS, new Set())
    expect(shown.map(({ id }) => id)).toEqual([one, two, three])
    expect([...folded]).toEqual([
      [four, 'wave-a'],
      [five, 'wave-a'],
    ])
    expect([...waves].map(([id, wave]) => [id, wave.members.length, wave.isOpen])).toEqual([[two, 3, false]])
  })

  it('are shown comment by comment while they are open', () => {
    const { shown, waves, folded } = foldWaves(ROWS, new Set(['wave-a']))
    expect(shown).toBe(ROWS)
    expect(folded.size).toBe(0)
    expect(waves.get(two)?.isOpen).toBe(true)
  })

  it('leave out what was decided already', () => {
    const decided = makeRow(4, { wave: A, state: { ...makeRow(4).state, isReviewed: true } })
    const rejected = makeRow(5, { wave: A, state: { ...makeRow(5).state, status: 'rejected' } })
    const { shown, waves } = foldWaves([makeRow(2, { wave: A }), decided, rejected], new Set())
    expect(shown.map(({ id }) => id)).toEqual([two, four, five])
    expect(waves.size).toBe(0)
  })
})
