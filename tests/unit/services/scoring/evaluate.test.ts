import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readEvalRows } from '@/lib/services/scoring/eval-rows'
import type { EvalRow } from '@/lib/services/scoring/eval-columns'
import { evaluateRows } from '@/lib/services/scoring/evaluate'

async function read(text: string, isJson = false, choice = {}): Promise<(EvalRow | null)[]> {
  const rows = []
  for await (const row of readEvalRows(Readable.from([Buffer.from(text)]), isJson, choice)) rows.push(row)
  return rows
}

describe('readEvalRows', () => {
  it('finds columns by their names, and takes shares from one half on', async () => {
    const [first, second] = await read('Comment_Text,toxicity,obscene,female\n"Hello, you",0.5,0.4,1\nBye,not toxic,1,0\n')
    expect(first).toMatchObject({ text: 'Hello, you', isPositive: true, kinds: { profanity: false }, groups: ['female'] })
    expect(second).toMatchObject({ text: 'Bye', isPositive: false, kinds: { profanity: true }, groups: [] })
  })

  it('finds ways of speaking that are no marks of their own', async () => {
    const [row] = await read('comment,hostile,antagonize,condescending,dismissive,generalisation,sarcastic\nWell well,0,1,0,1,0,1\n')
    expect(row).toMatchObject({
      isPositive: false,
      kinds: { antagonism: true, condescension: false, dismissal: true, generalisation: false, mockery: true },
    })
  })

  it('reads a table of a text and a label without a header', async () => {
    expect((await read('"Big, if true.",0\nFool,1\n')).map((row) => [row?.text, row?.isPositive])).toEqual([
      ['Big, if true.', false],
      ['Fool', true],
    ])
  })

  it('reads spans as offsets of characters or as pairs, and groups apart by signs', async () => {
    const rows = await read(
      '{"text":"😀 fool","label":1,"spans":[2,3],"groups":"a; b"}\n{"text":"fool","label":true,"spans":[[0,4]]}\n{\n',
      true,
    )
    expect(rows[0]).toMatchObject({
      spans: [
        [3, 4],
        [4, 5],
      ],
      groups: ['a', 'b'],
    })
    expect(rows[1]).toMatchObject({ spans: [[0, 4]], isPositive: true })
    expect(rows[2]).toBeNull()
  })

  it('takes the column that is named instead, and says which there are when none fits', async () => {
    expect((await read('a,b\nyes,Fool\n', false, { text: 'b', label: 'a' }))[0]).toMatchObject({ text: 'Fool', isPositive: true })
    await expect(read('a,b\n1,2x\n')).rejects.toThrow('Here are: a, b.')
    await expect(read('text,b\n1,2x\n', false, { label: 'c' })).rejects.toThrow('There is no column “c”.')
  })

  it('reads on after a line without a text, and refuses a file in which none has one, or which is one list', async () => {
    const rows = await read('{"id":1}\n{"text":"Fool","label":1}\r\n[]\n{"body":"Thanks","toxicity":0.1}\n', true)
    expect(rows.map((row) => row && [row.text, row.isPositive])).toEqual([null, ['Fool', true], null, ['Thanks', false]])
    await expect(read('{"id":1}\n{"id":2}\n', true)).rejects.toThrow('No column holds a text')
    await expect(read('[{"text":"Fool","label":1}]\n', true)).rejects.toThrow('Give each row a line of its own')
  })

  it('takes no number of a class or of a scale for a share of raters', async () => {
    const rows = await read('text,label\na,2\nb,-1\nc,maybe\nd,\ne,0.5\n')
    expect(rows.map((row) => [row?.isPositive, row?.isLabelUnread])).toEqual([
      [null, true],
      [null, true],
      [null, true],
      [null, false],
      [true, false],
    ])
  })
})

describe('evaluateRows', () => {
  it('holds the numbers against the labels', async () => {
    const rows = [
      { text: '0.9', label: 1, spans: [[0, 2]], groups: ['g'] },
      { text: '0.8', label: 0, spans: [], groups: ['g'] },
      { text: '0.3', label: 1, spans: [[0, 1]] },
      { text: '0.1', label: 0, spans: [] },
      { text: 'nothing', label: 1 },
      { text: '0.5', label: 'perhaps' },
    ]
    const scorer = {
      score: ({ body }: { body: string }) =>
        Promise.resolve({
          uncivil: body === 'nothing' ? null : Number(body),
          kinds: {},
          spans: body === '0.9' ? ([[0, 1, 1]] as [number, number, number][]) : [],
          topicality: null,
          reason: null,
        }),
      stop: () => Promise.resolve(),
    }
    const lines = [...rows.map((row) => JSON.stringify(row)), 'broken'].join('\n')
    const result = await evaluateRows(readEvalRows(Readable.from([Buffer.from(lines)]), true, {}), scorer, 'uncivil')
    expect(result).toMatchObject({ rows: 7, unusable: 1, firstUnusable: [7], unlabelled: 1, unscored: 1, kinds: {} })
    // Pairs: .9>.8 .9>.1 .3<.8 .3>.1; precision 1 at the first positive, 2/3 at the second.
    expect(result.overall).toMatchObject({ count: 4, positives: 2, rocAuc: 0.75, averagePrecision: expect.closeTo(5 / 6, 10) as number })
    // 2/3 for the first, 0 for the third, 1 for those with nothing.
    expect(result.spans).toEqual({ texts: 4, f1: expect.closeTo((2 / 3 + 1 + 0 + 1) / 4, 10) as number })
    expect(result.groups).toMatchObject([{ name: 'g', count: 2, subgroup: 1, bpsn: 0, bnsp: 1 }])
  })
})
