import fc from 'fast-check'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state'
import { describe, expect, it } from 'vitest'
import { isRouterTree } from '@/lib/http/router-tree'

const encode = (tree: unknown) => encodeURIComponent(JSON.stringify(tree))
const isTakenByNext = (header: string) => {
  try {
    parseAndValidateFlightRouterState(header)
    return true
  } catch {
    return false
  }
}

/** Next takes a list for names with numbers; no browser sends one. */
function hasListBelow(tree: unknown): boolean {
  if (!Array.isArray(tree)) return false
  const below: unknown = tree[1]
  return Array.isArray(below) || (typeof below === 'object' && below !== null && Object.values(below).some(hasListBelow))
}

/** As browsers send it, in its oldest form and today's. */
const SENT = [
  ['', { children: ['(desk)', { children: ['queue', { children: ['__PAGE__', {}] }] }] }],
  [
    '',
    { children: ['(desk)', { children: ['queue', { children: ['__PAGE__', {}, null, null, 0] }, null, null, 0] }, null, null, 0] },
    null,
    null,
    16,
  ],
  ['', { children: ['articles', { children: [['id', 'a', 'd', null], { children: ['__PAGE__', {}, ['/articles/a', ''], 'refetch'] }] }] }],
]

/** Trees that are almost right. */
const oddity = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    0,
    true,
    '',
    'refetch',
    'metadata-only',
    [],
    {},
    [[]],
    ['a'],
    ['a', 'b'],
    ['a', 'b', 'c'],
    ['a', 'b', 'd', null],
    ['a', 'b', 'd', ['x']],
    [['a'], 'b', 'c', null],
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const tree = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc
    .tuple(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom<unknown>('', 'queue', '__PAGE__', ['id', 'a', 'd', null]) }, oddity),
      fc.oneof(
        {
          weight: 9,
          arbitrary: fc.dictionary(
            fc.constantFrom('children', 'modal'),
            fc.oneof({ maxDepth: 4 }, fc.constant(['__PAGE__', {}]), tie('tree'), oddity),
            { maxKeys: 2 },
          ),
        },
        oddity,
      ),
      fc.array(fc.oneof(fc.constantFrom<unknown>(null, 0, 16, 'refetch', ['/x', '']), oddity), { maxLength: 5 }),
    )
    .map(([part, below, rest]) => [part, below, ...rest]),
})).tree

describe("Next's header for where a browser stands", () => {
  it('is kept as browsers send it', () => {
    expect(SENT.map((one) => [isRouterTree(encode(one)), isTakenByNext(encode(one))])).toEqual(SENT.map(() => [true, true]))
  })

  it('is kept where Next takes it, and dropped where Next would answer with a fault', () => {
    fc.assert(
      fc.property(tree, (one) => {
        const header = encode(one)
        expect(isRouterTree(header)).toBe(isTakenByNext(header) && !hasListBelow(one))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ['%'],
    ['x'],
    [''],
    ['null'],
    ['[]'],
    ['"children"'],
    [encode(SENT[0]) + ', ' + encode(SENT[0])],
    [encode(['x'.repeat(40_001), {}])],
  ])('is dropped where it is no tree at all: %.40s', (header) => {
    expect([isRouterTree(header), isTakenByNext(header)]).toEqual([false, false])
  })

  it('is dropped where it is nested deeper than any page', () => {
    const deep = Array.from({ length: 60 }).reduce<unknown>((below) => ['a', { children: below }], ['a', {}])
    expect(isRouterTree(encode(deep))).toBe(false)
  })
})
