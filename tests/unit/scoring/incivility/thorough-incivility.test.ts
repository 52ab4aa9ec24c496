import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HATEFUL_TEMPLATES, PASSING_TEMPLATES, TEMPLATE_GROUPS } from '@/lib/scoring/fairness-templates'
import { HEADS } from '@/lib/scoring/incivility/heads'
import { incivility, readIncivility } from '@/lib/scoring/incivility/incivility'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { startThoroughReader, thoroughIncivility, type ThoroughReader } from '@/lib/scoring/incivility/thorough-incivility'
import { maskIdentityTerms } from '@/lib/scoring/text/masked-text'
import { SentenceVectors, VECTOR_SIZE } from '@/lib/scoring/topicality/sentence-vectors'

interface Fixture {
  texts: { text: string; thorough: Record<string, number>; pieces: readonly number[] }[]
}
const fixture = JSON.parse(readFileSync('tests/fixtures/scoring/incivility.json', 'utf8')) as Fixture
const article = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
const toInput = (body: string) => ({ body, parentBody: null, article, watchedWords: [] })

let reader: ThoroughReader
beforeAll(async () => {
  reader = await startThoroughReader()
})
afterAll(() => reader.stop())

describe('reading incivility thoroughly', () => {
  it("gives the trainer's numbers", async () => {
    expect(fixture.texts.length).toBeGreaterThanOrEqual(40)
    const readings = await reader.read(fixture.texts.map(({ text }) => text))
    for (const [at, { text, thorough }] of fixture.texts.entries()) {
      for (const head of HEADS) expect(readings[at]?.trained[head], `${head} of ${text}`).toBeCloseTo(thorough[head] ?? NaN, 2)
    }
  })

  it("gives the trainer's numbers of pieces of words", async () => {
    const vectors = await SentenceVectors.start()
    const model = getIncivilityModel()
    const masked = fixture.texts.map(({ text }) => maskIdentityTerms(text, model.vocabulary))
    const read: Float32Array[] = []
    for await (const { states } of vectors.embedWithStates(masked)) read.push(model.readPieces(states))
    await vectors.stop()
    for (const [at, { text, pieces }] of fixture.texts.entries()) {
      expect(pieces).toHaveLength(HEADS.length)
      pieces.forEach((logit, head) => expect(read[at]?.[head], `${HEADS[head]} of ${text}`).toBeCloseTo(logit, 1))
    }
  })

  it('gives no number for another language, and none for what holds no word', async () => {
    expect(await reader.read(['Die Straßenbahn fährt ab Mai nicht mehr zum Hafen, und niemand hat uns gefragt.', '… —'])).toEqual([
      null,
      null,
    ])
  })

  it('describes a text by a vector that is the same whichever group is named', async () => {
    const [one, other, third] = await reader.read([
      'Muslims work at the harbour.',
      'Jews work at the harbour.',
      'Cranes work at the harbour.',
    ])
    expect(one?.vector).toHaveLength(VECTOR_SIZE)
    expect(other?.vector).toEqual(one?.vector)
    expect(third?.vector).not.toEqual(one?.vector)
  })

  it('hardly asks which group is named', async () => {
    const groups = ['Muslims', 'Jews', 'lesbians', 'Christians', 'men', 'Mexicans', 'immigrants', 'redheads']
    const readings = await reader.read(groups.map((group) => `Many ${group} live in our street and work at the harbour.`))
    const shares = readings.map((reading) => 1 / (1 + Math.exp(-(reading?.logits.uncivil ?? NaN))))
    expect(Math.max(...shares)).toBeLessThan(0.1)
  })
})

describe('a put-down in plain words within a comment', () => {
  const AROUND = 'The council will vote in March, and we will see what it costs.'
  const PUT_DOWN = 'You would sell your own grandmother for two more likes.'
  const body = `${AROUND} ${PUT_DOWN} ${AROUND}`

  it('is heard by the vector of its sentence, and given as the reason', async () => {
    const running = await thoroughIncivility.start()
    const [within, around] = await running.score([toInput(body), toInput(`${AROUND} ${AROUND}`)])
    await running.stop()
    expect(within?.[0]?.value).toBeGreaterThanOrEqual(0.5)
    expect(within?.[0]?.reason?.spans.map(({ start, end }) => body.slice(start, end))).toEqual([PUT_DOWN.slice(0, -1)])
    expect(around?.[0]?.value).toBeLessThan(0.1)
    expect(around?.[0]?.reason).toBeNull()
  })
})

describe('a group that is named', () => {
  const NEUTRAL = ['live on our street.', 'were asked about the closure.', 'pay taxes like everybody else.']
  const GROUPS = [
    'Old people',
    'Muslims',
    'Bald men',
    'Disabled people',
    'Nurses',
    'Single mothers',
    'Cyclists',
    'Immigrants',
    'Republicans',
    'Boomers',
  ]

  it('is not insulted by what is neutral, whoever it is', async () => {
    const sentences = GROUPS.flatMap((group) => NEUTRAL.map((said) => `${group} ${said}`))
    const readings = await reader.read(sentences)
    expect(sentences.filter((_, at) => (readings[at]?.logits.uncivil ?? NaN) >= 0)).toEqual([])
    expect(readings.every((reading) => reading !== null)).toBe(true)
  })

  it('is heard to be insulted all the same', async () => {
    const readings = await reader.read(['Muslims are vermin.', 'We should round up every immigrant and throw them out.'])
    for (const reading of readings) expect(reading?.logits.uncivil).toBeGreaterThan(0)
  })
})

describe('a sentence vector', () => {
  it('makes much of how few words speak to somebody', async () => {
    const said = "You're embarrassing yourself with every word you type."
    const [reading] = await reader.read([said])
    expect(reading?.logits.uncivil).toBeGreaterThan((readIncivility(said)?.logits.uncivil ?? NaN) + 1)
  })

  const CIVIL = [
    'The tram is late again, and so is the bus.',
    'I would rather see the money spent on the harbour.',
    'The council should have asked the nurses before it closed the line.',
    'My figures are from the report, page twelve.',
  ]
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  /** How much higher a tone is heard in sentences that have it than in civil ones: at once, and with the vector. */
  const listen = async (tone: 'condescension' | 'dismissal' | 'generalisation' | 'antagonism', sentences: readonly string[]) => {
    const texts = [...sentences, ...CIVIL]
    const readings = await reader.read(texts)
    return [texts.map((text) => readIncivility(text)?.logits[tone] ?? NaN), readings.map((reading) => reading?.logits[tone] ?? NaN)].map(
      (logits) => meanOf(logits.slice(0, sentences.length)) - meanOf(logits.slice(sentences.length)),
    )
  }

  it('hears how somebody is talked down to or waved away', async () => {
    const sentences = [
      'I suggest that you ask a grown-up to help you with the difficult words.',
      'Somebody has not quite understood what a deficit is, poor thing.',
      'How sweet that you believe the premier keeps a promise.',
      'Maybe ask your mother to explain the article to you.',
    ]
    const read = async (texts: readonly string[]) => (await reader.read(texts)).map((reading) => reading?.logits)
    const [spoken, civil] = [await read(sentences), await read(CIVIL)]
    for (const tone of ['condescension', 'dismissal', 'antagonism'] as const) {
      const [atOnce = 0, later = 0] = await listen(tone, sentences)
      expect(later).toBeGreaterThan(atOnce + 0.5)
      // Each of them higher than any civil one, by a good deal.
      const highest = Math.max(...civil.map((logits) => logits?.[tone] ?? NaN))
      for (const logits of spoken) expect(logits?.[tone]).toBeGreaterThan(highest + 0.5)
    }
  })

  it('hears how all of a kind are spoken of as one', async () => {
    const [atOnce = 0, later = 0] = await listen('generalisation', [
      'Not a single landlord in this town has ever told the truth.',
      'Those bureaucrats are all cut from the same rotten cloth.',
    ])
    expect(later).toBeGreaterThan(atOnce + 0.3)
  })

  it('finds more of the hateful sentences written for Parley than are found at once, and lets what is neutral pass', async () => {
    const groups = TEMPLATE_GROUPS.filter((_group, at) => at % 5 === 0)
    const say = (templates: readonly string[]) =>
      templates.flatMap((template) => groups.map(({ many, one }) => template.replace('{group}', many).replace('{one}', one)))
    const isHigh = (reading: { logits: { uncivil: number } } | null) => (reading?.logits.uncivil ?? NaN) >= 0
    const hateful = say(HATEFUL_TEMPLATES)
    const found = (await reader.read(hateful)).filter(isHigh).length
    expect(found).toBeGreaterThan(hateful.map(readIncivility).filter(isHigh).length)
    expect(found / hateful.length).toBeGreaterThan(0.65)
    expect((await reader.read(say(PASSING_TEMPLATES))).filter(isHigh)).toEqual([])
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
    expect(rude?.[0]).toMatchObject({ attribute: 'uncivil.insult', reason: { spans: [{ start: 7, end: 23 }], sentences: [] } })
    expect(rude?.[0]?.value).toBeGreaterThan(0.5)
    expect(kind?.[0]?.value).toBeLessThan(0.1)
    expect(foreign).toBeNull()
  })
})
