import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getGeneralVectors } from '@/lib/scoring/incivility/general'
import { getIncivilityModel, type IncivilityReading } from '@/lib/scoring/incivility/model'
import { readWeights, TensorFile } from '@/lib/scoring/incivility/tensor-file'
import { startThoroughReader } from '@/lib/scoring/incivility/thorough-incivility'
import { ToneModel, TONES, type Tone } from '@/lib/scoring/incivility/tone-model'
import { countPhrases } from '@/lib/scoring/incivility/tone-style'

interface Written {
  text: string
  first: Record<Tone, number>
  second: Record<Tone, number>
}
/** What the trainer's own code says (training/tones.py), log-odds. */
const written = JSON.parse(readFileSync('tests/fixtures/scoring/tones.json', 'utf8')) as Written[]
const model = new ToneModel(getGeneralVectors(), new TensorFile(readWeights('tones.bin')))

function readTones({ words, trained }: Pick<IncivilityReading, 'words' | 'trained'>, vector: Float32Array | null) {
  const forms = words.map(({ form }) => form)
  forms.forEach((form, number) => model.keep(form, number))
  return model.read(trained, { forms, phrases: countPhrases(forms), words: model.hearWords(Uint32Array.from(forms.keys())), vector })
}

describe('how tones are told', () => {
  it("gives the trainer's numbers in the first reading", () => {
    expect(written.length).toBeGreaterThanOrEqual(40)
    for (const { text, first } of written) {
      const reading = getIncivilityModel().read(text)
      const tones = reading && readTones(reading, null)
      for (const tone of TONES) expect(tones?.[tone], `${tone} of ${text}`).toBeCloseTo(first[tone], 1)
    }
  })

  it("gives the trainer's numbers where a text is read thoroughly", async () => {
    const reader = await startThoroughReader('none')
    const readings = await reader.read(written.map(({ text }) => text))
    await reader.stop()
    for (const [at, { text, second }] of written.entries()) {
      const reading = readings[at] ?? null
      const tones = reading && readTones(reading, reading.vector)
      for (const tone of TONES) expect(tones?.[tone], `${tone} of ${text}`).toBeCloseTo(second[tone], 1)
    }
  })

  it('hears nothing where nothing is said', () => {
    expect(getIncivilityModel().read('Muslims and nurses')?.logits).toMatchObject({ condescension: -5, dismissal: -5, mockery: -5 })
  })

  it('tells those who wave away, talk down and lump together from those who argue', () => {
    const read = (text: string) => getIncivilityModel().read(text)?.logits
    const argued = read('I read the report twice, and I think the council underestimates what the night tram costs.')
    const dismissed = read('Nonsense. Nobody cares what you think, get over it.')
    const lectured = read('Try to keep up, dear. Maybe one day you will understand how basic economics works.')
    const lumped = read('All politicians are liars, and liberals only want your money.')
    expect(dismissed?.dismissal).toBeGreaterThan((argued?.dismissal ?? NaN) + 2)
    expect(lectured?.condescension).toBeGreaterThan((argued?.condescension ?? NaN) + 2)
    expect(lumped?.generalisation).toBeGreaterThan((argued?.generalisation ?? NaN) + 2)
  })
})
