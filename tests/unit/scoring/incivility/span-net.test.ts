import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { SpanNet } from '@/lib/scoring/incivility/span-net'
import { readWeights, TensorFile } from '@/lib/scoring/incivility/tensor-file'
import { startThoroughReader, thoroughIncivility, type ThoroughReader } from '@/lib/scoring/incivility/thorough-incivility'
import { readModelWords } from '@/lib/scoring/text/model-words'
import { placeWords } from '@/lib/scoring/text/placed-words'
import { SentenceVectors } from '@/lib/scoring/topicality/sentence-vectors'

const fixture = JSON.parse(readFileSync('tests/fixtures/scoring/spans.json', 'utf8')) as { text: string; words: number[] }[]
const { vocabulary } = getIncivilityModel()
const net = new SpanNet(new TensorFile(readWeights('spans.bin')))

let vectors: SentenceVectors
beforeAll(async () => {
  vectors = await SentenceVectors.start()
})
afterAll(() => vectors.stop())

async function readWords(text: string): Promise<number[]> {
  const placed = placeWords(text, readModelWords(text, vocabulary), vocabulary)
  for await (const encoded of vectors.embedWithStates([placed.text])) return [...net.read(encoded, placed)]
  return []
}

describe('the words that the encoder hears to be meant', () => {
  it("are given the trainer's numbers", async () => {
    expect(fixture.length).toBeGreaterThanOrEqual(20)
    for (const { text, words } of fixture) {
      const read = await readWords(text)
      expect(read, text).toHaveLength(words.length)
      read.forEach((logit, word) => expect(Math.abs(logit - (words[word] ?? NaN)), `word ${word} of ${text}`).toBeLessThan(0.25))
    }
  })

  it('end where the encoder ends, in a text longer than it reads', async () => {
    const read = await readWords('The tram to the harbour is late again. '.repeat(40))
    expect(read.length).toBeGreaterThan(80)
    expect(read.length).toBeLessThan(140)
  })
})

describe('the reasons of the later reading', () => {
  const article = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
  const toInput = (body: string) => ({ body, parentBody: null, article, watchedWords: [] })
  let reader: ThoroughReader
  beforeAll(async () => {
    reader = await startThoroughReader('all')
  })
  afterAll(() => reader.stop())

  it('are the words that are meant, as they are written', async () => {
    const body = 'The tram was late. You are a pathetic 1d10t, and so is whoever voted for the harbour.'
    const running = await thoroughIncivility.start()
    const [scores] = await running.score([toInput(body)])
    await running.stop()
    expect(scores?.[0]?.reason?.spans.map(({ start, end }) => body.slice(start, end))).toEqual(['pathetic 1d10t'])
    for (const { reason } of scores ?? []) expect(reason).toEqual(scores?.[0]?.reason)
  })

  it('are kept for no text that is hardly uncivil, and worked out for whoever asks', async () => {
    const body = 'The tram was late again, which is a stupid way to run a harbour line.'
    const running = await thoroughIncivility.start()
    const [kept] = await running.score([toInput('The tram was late again.')])
    await running.stop()
    expect(kept?.map(({ reason }) => reason)).toEqual([null])
    const [asked, civil] = await reader.read([body, 'The tram was late again.'])
    expect(asked?.reason?.spans.map(({ start, end }) => body.slice(start, end))).toEqual(['stupid'])
    expect(civil?.reason).toEqual({ spans: [], sentences: [] })
  })
})
