import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderForReading, type ThreadNode } from '@/lib/domain/reading-order'

const node = (id: string, parentId: string | null = null): ThreadNode => ({ id, parentId })

describe('reading order', () => {
  it('puts replies below what they answer, siblings in the order they came, and counts what is below', () => {
    const nodes = [node('a'), node('b'), node('a1', 'a'), node('b1', 'b'), node('a2', 'a'), node('a1x', 'a1')]
    expect(orderForReading(nodes)).toEqual([
      { id: 'a', depth: 0, replies: 3 },
      { id: 'a1', depth: 1, replies: 1 },
      { id: 'a1x', depth: 2, replies: 0 },
      { id: 'a2', depth: 1, replies: 0 },
      { id: 'b', depth: 0, replies: 1 },
      { id: 'b1', depth: 1, replies: 0 },
    ])
  })

  it('reads a reply that came before its parent below it all the same', () => {
    expect(orderForReading([node('reply', 'late'), node('late')]).map((place) => place.id)).toEqual(['late', 'reply'])
  })

  it('puts a reply to a comment that is not there at the top level, with its own replies below', () => {
    expect(orderForReading([node('a'), node('orphan', 'gone'), node('child', 'orphan')])).toEqual([
      { id: 'a', depth: 0, replies: 0 },
      { id: 'orphan', depth: 0, replies: 1 },
      { id: 'child', depth: 1, replies: 0 },
    ])
  })

  it('has nothing to read in an empty thread', () => {
    expect(orderForReading([])).toEqual([])
  })

  it('reads a chain of 10,000 replies and 200,000 comments side by side', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) => node(String(index), index === 0 ? null : String(index - 1)))
    expect(orderForReading(chain).at(-1)).toEqual({ id: '9999', depth: 9999, replies: 0 })
    expect(orderForReading(chain)[0]?.replies).toBe(9999)
    const wide = Array.from({ length: 200_000 }, (_, index) => node(String(index)))
    expect(orderForReading(wide)).toHaveLength(200_000)
  })

  it('gives every comment exactly once, after its parent and one step deeper, whatever the tree', () => {
    const tree = fc
      .array(fc.nat(), { maxLength: 60 })
      .map((parents) =>
        parents.map((parent, index) => node(String(index), index === 0 || parent % 4 === 0 ? null : String(parent % index))),
      )
    fc.assert(
      fc.property(tree, (nodes) => {
        const places = orderForReading(nodes)
        const at = new Map(places.map((place, index) => [place.id, { ...place, index }]))
        expect(at.size).toBe(nodes.length)
        expect(places).toHaveLength(nodes.length)
        for (const { id, parentId } of nodes) {
          const parent = parentId === null ? undefined : at.get(parentId)
          expect(at.get(id)?.depth).toBe(parent ? parent.depth + 1 : 0)
          if (parent) expect(at.get(id)?.index).toBeGreaterThan(parent.index)
        }
      }),
    )
  })
})
