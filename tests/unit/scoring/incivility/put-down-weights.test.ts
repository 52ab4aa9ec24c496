import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getGeneralVectors } from '@/lib/scoring/incivility/general'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { Regressions } from '@/lib/scoring/incivility/regressions'
import { SentenceViews } from '@/lib/scoring/incivility/sentence-views'
import { readWeights, TensorFile } from '@/lib/scoring/incivility/tensor-file'
import { readModelWords } from '@/lib/scoring/text/model-words'
import { SentenceVectors } from '@/lib/scoring/topicality/sentence-vectors'

interface Fixture {
  texts: { text: string; words: number; vector: number }[]
}
/** What the trainer's own code says (training/put_downs.py), log-odds. */
const { texts } = JSON.parse(readFileSync('tests/fixtures/scoring/put-downs.json', 'utf8')) as Fixture
const putDowns = new TensorFile(readWeights('put-downs.bin'))

let vectors: SentenceVectors
beforeAll(async () => {
  vectors = await SentenceVectors.start()
})
afterAll(() => vectors.stop())

describe('put-downs in plain words', () => {
  it("are told by their words with the trainer's numbers", () => {
    expect(texts.length).toBeGreaterThanOrEqual(40)
    const regressions = new Regressions(getGeneralVectors(), new TensorFile(readWeights('incivility.bin')), putDowns)
    for (const { text, words } of texts) {
      const forms = readModelWords(text, getIncivilityModel().vocabulary).map(({ form }) => form)
      forms.forEach((form, number) => regressions.keep(form, number))
      regressions.read(forms, Uint32Array.from(forms.keys()))
      expect(regressions.readPutDown(0, forms.length), text).toBeCloseTo(words, 3)
    }
  })

  it("are told by their vectors with the trainer's numbers", async () => {
    const views = new SentenceViews(new TensorFile(readWeights('incivility-second.bin')), putDowns)
    const embedded = await vectors.embed(texts.map(({ text }) => text))
    for (const [at, { text, vector }] of texts.entries())
      expect(views.readPutDown(embedded[at] ?? new Float32Array()), text).toBeCloseTo(vector, 2)
  })
})
