import { describe, expect, it } from 'vitest'
import { MAX_DEPTH } from '@/lib/domain/comment'
import { Forest } from '@/lib/domain/forest'

const placesOf = (forest: Forest) => Object.fromEntries(forest.place().places)

describe('a forest of replies', () => {
  it('hangs a reply that came first under its parent when that joins', () => {
    const forest = new Forest()
    expect([forest.join('c', 'b'), forest.join('b', 'a'), forest.join('a', null)]).toEqual([true, true, true])
    expect(placesOf(forest)).toEqual({
      a: { parentKey: null, depth: 0 },
      b: { parentKey: 'a', depth: 1 },
      c: { parentKey: 'b', depth: 2 },
    })
  })

  it('hangs each of several stored trees that wait for the same parent', () => {
    const forest = new Forest()
    for (const key of ['b', 'c', 'd']) forest.addMovable(key, 1, 'a')
    forest.join('a', null)
    const under = { parentKey: 'a', depth: 1 }
    expect(placesOf(forest)).toEqual({ a: { parentKey: null, depth: 0 }, b: under, c: under, d: under })
  })

  it('leaves the parent unknown while it is missing', () => {
    const forest = new Forest()
    forest.join('b', 'a')
    expect(placesOf(forest)).toEqual({ b: { parentKey: null, depth: 0 } })
  })

  it('counts from the depth of a stored parent', () => {
    const forest = new Forest()
    forest.addStanding({ key: 's', depth: 7, topKey: null })
    forest.join('a', 's')
    expect(placesOf(forest)['a']).toEqual({ parentKey: 's', depth: 8 })
  })

  it('refuses the comment that would close a circle, and only that one', () => {
    const forest = new Forest()
    expect(forest.join('a', 'b')).toBe(true)
    expect(forest.join('b', 'c')).toBe(true)
    expect(forest.join('c', 'a')).toBe(false)
    expect(forest.join('d', 'd')).toBe(false)
    expect(placesOf(forest)).toEqual({ a: { parentKey: 'b', depth: 1 }, b: { parentKey: null, depth: 0 } })
  })

  it('sees a circle through a stored tree that waits', () => {
    const forest = new Forest()
    forest.addMovable('top', 1, 'new')
    forest.addStanding({ key: 'leaf', depth: 1, topKey: 'top' })
    expect(forest.join('new', 'leaf')).toBe(false)
    expect(forest.join('new', null)).toBe(true)
    expect(placesOf(forest)).toEqual({ new: { parentKey: null, depth: 0 }, top: { parentKey: 'new', depth: 1 } })
  })

  it('sees a circle when a stored top is told that its parent is one of its own replies', () => {
    const forest = new Forest()
    forest.addMovable('top', 2, null)
    forest.addStanding({ key: 'leaf', depth: 2, topKey: 'top' })
    expect(forest.join('top', 'leaf')).toBe(false)
  })

  it('moves what hangs in a stored tree along with it', () => {
    const forest = new Forest()
    forest.addMovable('top', 1, 'new')
    forest.addStanding({ key: 'leaf', depth: 1, topKey: 'top' })
    forest.join('reply', 'leaf')
    forest.join('new', null)
    expect(placesOf(forest)['reply']).toEqual({ parentKey: 'leaf', depth: 3 })
  })

  it('refuses what would stand too deep, with everything under it', () => {
    const forest = new Forest()
    forest.addStanding({ key: 's', depth: MAX_DEPTH - 1, topKey: null })
    forest.join('under', 'beyond')
    forest.join('beyond', 'last')
    forest.join('last', 's')
    const { places, tooDeep } = forest.place()
    expect([...tooDeep].sort()).toEqual(['beyond', 'under'])
    expect([...places.keys()]).toContain('last')
    expect(places.get('last')).toEqual({ parentKey: 's', depth: MAX_DEPTH })
  })

  it('leaves a stored tree alone that would reach too deep', () => {
    const forest = new Forest()
    forest.addMovable('top', MAX_DEPTH - 1, 'new')
    forest.addStanding({ key: 's', depth: 0, topKey: null })
    forest.join('new', 's')
    const { places, tooDeep } = forest.place()
    expect(tooDeep.size).toBe(0)
    expect(places.get('top')).toEqual({ parentKey: null, depth: 0 })
    expect(places.get('new')).toEqual({ parentKey: 's', depth: 1 })
  })

  it.each(['in order', 'in reverse'])('takes a chain of 100,000 %s without slowing down', (direction) => {
    const forest = new Forest()
    const chain = Array.from({ length: 100_000 }, (_, index) => index)
    if (direction === 'in reverse') chain.reverse()
    const started = performance.now()
    for (const index of chain) forest.join(`c${index}`, index === 0 ? null : `c${index - 1}`)
    const { places, tooDeep } = forest.place()
    expect(places.size).toBe(MAX_DEPTH + 1)
    expect(tooDeep.size).toBe(100_000 - MAX_DEPTH - 1)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
