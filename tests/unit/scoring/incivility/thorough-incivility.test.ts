import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HEADS } from '@/lib/scoring/incivility/heads'
import { incivility } from '@/lib/scoring/incivility/incivility'
import { startThoroughReader, thoroughIncivility, type ThoroughReader } from '@/lib/scoring/incivility/thorough-incivility'

interface Fixture {
  texts: { text: string; thorough: Record<string, number> }[]
}
const fixture = JSON.parse(readFileSync('tests/fixtures/scoring/incivility.json', 'utf8')) as Fixture
const article = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
const toInput = (body: string) => ({ body, parentBody: null, article, watchedWords: [] })

let reader: ThoroughReader
beforeAll(async () => {
  reader = await startThoroughReader()
}, 60_000)
afterAll(() => reader.stop())

describe('reading incivility thoroughly', () => {
  it("gives the trainer's numbers", { timeout: 60_000 }, async () => {
    expect(fixture.texts.length).toBeGreaterThanOrEqual(40)
    const readings = await reader.read(fixture.texts.map(({ text }) => text))
    for (const [at, { text, thorough }] of fixture.texts.entries()) {
      for (const head of HEADS) expect(readings[at]?.trained[head], `${head} of ${text}`).toBeCloseTo(thorough[head] ?? NaN, 2)
    }
  })

  it('gives no number for another language, and none for what holds no word', async () => {
    expect(await reader.read(['Die Straßenbahn fährt ab Mai nicht mehr zum Hafen, und niemand hat uns gefragt.', '… —'])).toEqual([
      null,
      null,
    ])
  })

  it('hardly asks which group is named', async () => {
    const groups = ['Muslims', 'Jews', 'lesbians', 'Christians', 'men', 'Mexicans', 'immigrants', 'redheads']
    const readings = await reader.read(groups.map((group) => `Many ${group} live in our street and work at the harbour.`))
    const shares = readings.map((reading) => 1 / (1 + Math.exp(-(reading?.logits.uncivil ?? NaN))))
    expect(Math.max(...shares)).toBeLessThan(0.1)
  })
})

describe('the late scorer', () => {
  it('takes the place of the numbers of ingest, with a version of its own', async () => {
    expect(thoroughIncivility.name).toBe(incivility.name)
    expect(thoroughIncivility.version).not.toBe(incivility.version)
    const running = await thoroughIncivility.start()
    const [rude, kind, foreign] = await running.score(
      ['What a stupid, pathetic liar this premier is.', 'The tram is late again, and so is the bus.', 'Der Hafen ist schön, sagt man.'].map(
        toInput,
      ),
    )
    await running.stop()
    expect(rude?.[0]).toMatchObject({ attribute: 'uncivil.insult', reason: null })
    expect(rude?.[0]?.value).toBeGreaterThan(0.5)
    expect(kind?.[0]?.value).toBeLessThan(0.1)
    expect(foreign).toBeNull()
  })
})
