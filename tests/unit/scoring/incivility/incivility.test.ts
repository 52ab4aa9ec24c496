import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HEADS } from '@/lib/scoring/incivility/heads'
import { incivility, readIncivility } from '@/lib/scoring/incivility/incivility'
import { CLEAN_TEXTS } from '@/tests/factories/clean-texts'

interface Fixture {
  texts: { text: string; fast: Record<string, number> }[]
}
const fixture = JSON.parse(readFileSync('tests/fixtures/scoring/incivility.json', 'utf8')) as Fixture
const score = (body: string) =>
  incivility.score({ body, parentBody: null, article: { id: 'a', version: '1', title: '', standfirst: null, body: '' }, watchedWords: [] })
const overall = (body: string) => Math.max(0, ...score(body).map(({ value }) => value))

describe('the incivility model', () => {
  it("gives the trainer's numbers", () => {
    expect(fixture.texts.length).toBeGreaterThanOrEqual(40)
    for (const { text, fast } of fixture.texts) {
      const reading = readIncivility(text)
      for (const head of HEADS) expect(reading?.trained[head], `${head} of ${text}`).toBeCloseTo(fast[head] ?? NaN, 2)
    }
  })

  it.each([
    ['You are a complete idiot and everybody here knows it.', 'insult'],
    ['What a load of fucking bullshit this is.', 'profanity'],
    ['I will find you and kill you.', 'threat'],
  ])('suggests a mark for: %s', (body, kind) => {
    const [first] = score(body)
    expect(first?.attribute).toBe(`uncivil.${kind}`)
    expect(first?.value).toBeGreaterThan(0.5)
  })

  it.each([
    'I disagree with the council, but the tram line is worth a try.',
    'Thank you for the article, I learned a lot about the harbour.',
    'My parents are Muslims and they vote in every election.',
    'Gay couples have the same rights as everybody else.',
  ])('leaves alone: %s', (body) => expect(overall(body)).toBeLessThan(0.3))

  it.each([
    'Muslims',
    'Jews and Muslims',
    'the refugees',
    'Elderly people',
    'nurses',
    'Cyclists and motorists',
    'Black Lives Matter',
    '🏳️‍🌈',
    '👨‍👩‍👧',
    'Muslims 🤔',
    '🙄',
  ])('takes nothing from who is only mentioned, or from a sign alone: %s', (body) => expect(overall(body)).toBeLessThan(0.01))

  it.each(['😂', '🤣🤣🤣', 'LOL 😂😂', 'wow 👀', '😂😂😂 so true'])('takes laughter and wonder for what they are: %s', (body) =>
    expect(overall(body)).toBeLessThan(0.1),
  )

  it('goes on reading what is said of who is mentioned', () => {
    for (const body of ['gays must die', 'You 🤡', '🖕']) expect(overall(body), body).toBeGreaterThan(0.5)
  })

  it('weighs a group that is named the same, whichever it is', () => {
    const values = ['Muslims', 'Jews', 'lesbians', 'Christians', 'men'].map((group) =>
      overall(`Many ${group} live in our street and work at the harbour.`),
    )
    expect(new Set(values).size).toBe(1)
  })

  it.each([
    ['Muslims are vermin.', 'I do not hate Muslims.'],
    ['We should round up every immigrant and throw them out.', 'We welcome immigrants here.'],
    ['Zamorans are vermin.', 'We welcome Zamorans here.'],
    ['I 🔪 Muslims', 'I ❤️ Muslims'],
  ])('tells hate from what names the same people: %s / %s', (hateful, kind) => {
    expect(overall(hateful)).toBeGreaterThan(0.5)
    expect(score(hateful)[0]?.attribute).toMatch(/identity_attack|threat/)
    expect(overall(kind)).toBeLessThan(0.3)
  })

  it.each([
    ['What a stupid, pathetic liar this premier is.', ['stupid, pathetic liar']],
    ['Muslims are vermin.', ['vermin']],
    ['I agree with the mayor about the bus.', []],
  ])('shows what is meant in: %s', (body, shown) => {
    const input = { body, parentBody: null, article: { id: 'a', version: '1', title: '', standfirst: null, body: '' }, watchedWords: [] }
    const spans = incivility.explain?.('uncivil.insult', input)?.spans ?? []
    expect(spans.map(({ start, end }) => body.slice(start, end))).toEqual(shown)
  })

  it.each([
    [
      'condescension',
      'Perhaps you should read your own link before you explain it to us.',
      'The council will vote on the tram line in the spring.',
    ],
    [
      'generalisation',
      'Liberals and the media are all the same, they only want our money.',
      'Thank you for the article about the harbour.',
    ],
    ['dismissal', 'Who cares? Yawn.', 'In the spring the council will hear both sides and then vote on the line to the harbour.'],
    ['antagonism', 'You never read what you quote, do you?', 'The harbour was built before the war, and it shows.'],
  ] as const)('hears %s in: %s', (tone, spoken, plain) => {
    const likely = (body: string) => 1 / (1 + Math.exp(-(readIncivility(body)?.logits[tone] ?? NaN)))
    expect(likely(spoken)).toBeGreaterThan(0.3)
    expect(likely(plain)).toBeLessThan(0.2)
  })

  it.each([
    'I will find you and break your legs.',
    "We know where you live, and I'm going to kill you.",
    'People like him should be shot.',
    'You deserve to die for this.',
    'Watch your back.',
  ])('hears a threat in: %s', (body) => {
    expect(score(body)[0]?.attribute).toBe('uncivil.threat')
    expect(overall(body)).toBeGreaterThan(0.5)
  })

  it('sees through a disguise', () => {
    const plain = overall('you are such an idiot')
    for (const disguise of ['1d10t', 'i d i o t', 'іdіоt', 'id\u200biot', 'idiooooot'])
      expect(overall(`you are such an ${disguise}`)).toBe(plain)
  })

  it.each(['German', 'French', 'Spanish', 'Russian'])('gives no number for %s', (language) => {
    const text = CLEAN_TEXTS[language]?.slice(8, 12).join(' ') ?? ''
    expect(text.length).toBeGreaterThan(80)
    expect(score(text)).toEqual([])
  })

  it('gives nothing for what holds no word, and a number for what is very long', () => {
    expect(score('… — …')).toEqual([])
    expect(score('')).toEqual([])
    expect(score('word '.repeat(50_000))[0]?.value).toBeLessThan(0.5)
  })

  it('forgets words before it runs out of room, and gives the same number again', () => {
    const body = 'You absolute clown, stop lying about the harbour.'
    const before = overall(body)
    for (let round = 0; round < 120; round += 1) overall(Array.from({ length: 100 }, (_, at) => `w${round}x${at}y`).join(' '))
    const again = readIncivility(`${body} `)
    expect(1 / (1 + Math.exp(-(again?.logits.uncivil ?? NaN)))).toBeCloseTo(before, 3)
  })
})
