import { beforeEach, describe, expect, it } from 'vitest'
import { ingestComments } from '@/lib/services/comment/ingest'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

let site: TestSite
const begin = async () => {
  site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
}
beforeEach(begin)

const reply = (externalId: string, parentExternalId: string | null = null, articleExternalId = 'a') => {
  return { externalId, parentExternalId, articleExternalId, body: `Text of ${externalId}` }
}
const send = async (...items: object[]) => (await ingestComments(site.asKey('ingest'), items)).items
const outcomes = async (...items: object[]) => (await send(...items)).map((item) => item.outcome)
const shape = async () =>
  Object.fromEntries(Object.entries(await readComments(site)).map(([key, { parent, depth }]) => [key, [parent, depth]]))

describe('replies before parents', () => {
  it('keeps a reply whose parent is unknown, with the parent as the source names it', async () => {
    await send(reply('b', 'a1'))
    expect((await readComments(site))['b']).toMatchObject({ parent: null, awaited: 'a1', depth: 0 })
  })

  it('hangs a whole tree under the parent when that arrives', async () => {
    await send(reply('d', 'c'), reply('c', 'b'), reply('e', 'c'))
    await send(reply('b', 'top'))
    await send(reply('top'))
    expect(await shape()).toEqual({ top: [null, 0], b: ['top', 1], c: ['b', 2], d: ['c', 3], e: ['c', 3] })
  })

  it('sorts out one array in any order', async () => {
    expect(await outcomes(reply('c', 'b'), reply('b', 'top'), reply('top'))).toEqual(['created', 'created', 'created'])
    expect(await shape()).toEqual({ top: [null, 0], b: ['top', 1], c: ['b', 2] })
  })

  it('keeps waiting when a comment of that id arrives under another article', async () => {
    await makeArticle(site, { externalId: 'other' })
    await send(reply('b', 'x'))
    await send(reply('x', null, 'other'))
    expect((await readComments(site))['b']).toMatchObject({ parent: null, depth: 0 })
  })

  it('takes a reply in whose parent was refused in the same array, for another article nobody knows', async () => {
    expect(await outcomes(reply('p', null, 'unknown'), reply('b', 'p'))).toEqual(['invalid', 'created'])
    expect((await readComments(site))['b']).toMatchObject({ parent: null, awaited: 'p', depth: 0 })
  })

  it('does not miss each other when parent and reply arrive in two requests at once', async () => {
    for (let round = 0; round < 15; round++) await Promise.all([send(reply(`r${round}`, `p${round}`)), send(reply(`p${round}`))])
    const rows = await shape()
    for (let round = 0; round < 15; round++) expect(rows[`r${round}`]).toEqual([`p${round}`, 1])
  })
})

describe('refused parents', () => {
  const refusal = (message: string) => ({
    outcome: 'invalid',
    problems: [{ path: '/parentExternalId', message: expect.stringContaining(message) as string }],
  })

  it('refuses a parent under another article, stored or in the same array', async () => {
    await makeArticle(site, { externalId: 'other' })
    await send(reply('x', null, 'other'))
    const items = await send(reply('b', 'x'), reply('c', 'y'), reply('y', null, 'other'), reply('d'))
    expect(items[0]).toMatchObject(refusal('under another article'))
    expect(items[1]).toMatchObject(refusal('under another article'))
    expect(items.slice(2).map((item) => item.outcome)).toEqual(['created', 'created'])
  })

  it('refuses a comment as its own parent', async () => {
    expect((await send(reply('b', 'b')))[0]).toMatchObject(refusal('is the comment itself'))
  })

  it('refuses the item that closes a circle within an array and keeps the rest', async () => {
    const items = await send(reply('x', 'y'), reply('y', 'z'), reply('z', 'x'), reply('w', 'x'))
    expect(items.map((item) => item.outcome)).toEqual(['created', 'created', 'invalid', 'created'])
    expect(items[2]).toMatchObject(refusal('close a circle'))
    expect(await shape()).toEqual({ x: ['y', 1], y: [null, 0], w: ['x', 2] })
  })

  it('refuses the item that closes a circle through what is stored', async () => {
    await send(reply('x', 'y'), reply('w', 'x'))
    expect((await send(reply('y', 'w')))[0]).toMatchObject(refusal('close a circle'))
    expect(await outcomes(reply('y'))).toEqual(['created'])
    expect(await shape()).toEqual({ y: [null, 0], x: ['y', 1], w: ['x', 2] })
  })

  it('closes no circle when both halves arrive at once', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, other] = await Promise.all([send(reply(`m${round}`, `n${round}`)), send(reply(`n${round}`, `m${round}`))])
      expect([one[0]?.outcome, other[0]?.outcome].sort()).toEqual(['created', 'invalid'])
    }
  })
})

describe('a chain of 10,000 replies', () => {
  const chain = Array.from({ length: 10_000 }, (_, index) => reply(`c${index}`, index === 0 ? null : `c${index - 1}`))
  const inArrays = async (items: object[]) => {
    const counts = []
    const times: number[] = []
    for (let from = 0; from < items.length; from += 1000) {
      const started = performance.now()
      counts.push((await ingestComments(site.asKey('ingest'), items.slice(from, from + 1000))).counts)
      times.push(performance.now() - started)
    }
    return { counts, times }
  }
  /**
   * Work that grew with what is stored already would make the last arrays many times slower than the first, every time; other work of
   * the machine does so now and then.
   */
  const sendSteadily = async (items: object[]) => {
    for (let tries = 1; ; tries += 1) {
      const { counts, times } = await inArrays(items)
      const growth = Math.min(...times.slice(-4)) / Math.min(...times.slice(0, 4))
      if (growth < 4) return counts
      expect(tries, `the last arrays took ${growth} times as long`).toBeLessThan(4)
      await begin()
    }
  }

  it('in order: refuses what stands too deep, keeps all else, and stays quick', async () => {
    const counts = await sendSteadily(chain)
    expect(counts.slice(0, 2).map(({ created, invalid }) => [created, invalid])).toEqual([
      [1000, 0],
      [1, 999],
    ])
    const rows = Object.values(await readComments(site))
    expect(rows.length).toBe(counts.reduce((sum, { created }) => sum + created, 0))
    expect(Math.max(...rows.map((row) => row.depth))).toBe(1000)
  })

  it('in reverse: keeps all of it, attached as deep as it may be, and stays quick', async () => {
    const counts = await sendSteadily([...chain].reverse())
    expect(counts.map(({ created }) => created)).toEqual(Array.from({ length: 10 }, () => 1000))
    const rows = await readComments(site)
    expect(Object.keys(rows).length).toBe(10_000)
    const tops = Object.values(rows).filter((row) => row.parent === null)
    expect(tops.map((row) => row.externalId).sort()).toEqual(Array.from({ length: 10 }, (_, index) => `c${index * 1000}`))
    expect(tops.every((row) => row.depth === 0)).toBe(true)
    expect(rows['c999']?.depth).toBe(999)
  })
})
