import { describe, expect, it } from 'vitest'
import { drawOverview } from '@/components/articles/drift/drift-data'
import { moveAmong, moveOfKey } from '@/components/articles/drift/move'
import { drawMarks, type DriftNode } from '@/lib/domain/drift/marks'
import { placeDrift } from '@/lib/domain/drift/place'

const node = (id: string, at: number, parentId: string | null = null): DriftNode => ({ id, parentId, at, drift: 0.2, tone: 'calm' })
const { marks } = placeDrift(
  drawMarks([node('a', 0), node('b', 10), node('a1', 20, 'a'), node('a2', 30, 'a'), node('a11', 40, 'a1')], 60).marks,
  {
    width: 400,
    height: 200,
  },
)

describe('the keys of the drift map', () => {
  const press = (from: string, key: string, hasShift = false) => {
    const move = moveOfKey(key, hasShift)
    return move === null ? null : moveAmong(marks, from, move)?.key
  }
  it.each([
    ['a', 'ArrowRight', 'b'],
    ['b', 'ArrowLeft', 'a'],
    ['a', 'ArrowDown', 'a1'],
    ['a11', 'ArrowUp', 'a1'],
    ['a', 'End', 'a11'],
    ['a11', 'Home', 'a'],
    ['b', 'ArrowUp', 'b'],
  ])('from %s by %s to %s', (from, key, to) => {
    expect(press(from, key)).toBe(to)
  })
  it('go among answers to the same comment with Shift', () => {
    expect(press('a1', 'ArrowRight', true)).toBe('a2')
    expect(press('a2', 'ArrowLeft', true)).toBe('a1')
  })
})

it('the overview of a long discussion counts every comment once, above what kept to the article and below what strayed', () => {
  const hours = Array.from({ length: 100 }, (_, hour) => ({
    at: new Date(Date.UTC(2026, 2, 9, hour)).toISOString(),
    comments: 1000,
    strayed: hour < 60 ? 50 : 500,
    heated: 40,
    rejected: 0,
    incivility: 0.1,
    offTopic: 0.3,
  }))
  const drawn = drawOverview(hours)
  expect(drawn.length).toBeLessThanOrEqual(100)
  expect(drawn.reduce((sum, mark) => sum + mark.comments, 0)).toBe(100_000)
  expect(drawn.filter((mark) => mark.drift > 0.5).reduce((sum, mark) => sum + mark.comments, 0)).toBe(60 * 50 + 40 * 500)
})
