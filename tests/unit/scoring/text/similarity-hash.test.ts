import { describe, expect, it } from 'vitest'
import { normaliseText } from '@/lib/scoring/text/copied-text'
import { describeLikeness, distance, isNearDuplicate, type TextLikeness } from '@/lib/scoring/text/similarity-hash'
import { listSampleTexts } from '@/tests/factories/sample-texts'

const OFFER = 'Work from home and earn 4500 dollars every single month, my sister started last week, visit earn-easy.example/join now'

function describeText(text: string): TextLikeness {
  const made = describeLikeness(text)
  if (made === null) throw new Error('too short')
  return made
}

function normalise(text: string): string {
  const { units, length } = normaliseText(text)
  return String.fromCharCode(...units.subarray(0, length))
}

const sharesBand = (a: TextLikeness, b: TextLikeness) => a.bands.some((key, band) => key === b.bands[band])
/** As the desk finds them: by a band, then by the whole hash. */
const isFound = (a: TextLikeness, b: TextLikeness) => sharesBand(a, b) && isNearDuplicate(a.hash, b.hash)

describe('describeLikeness', () => {
  it('is the same for what differs in numbers, case, signs and the rest of a link', () => {
    expect(normalise('Earn 4500 at https://www.earn.example/a?b=1 NOW!!!')).toBe(normalise('earn 92 at earn.example/zzz now'))
    expect(describeText(OFFER.replace('4500', '77').toUpperCase())).toEqual(describeText(OFFER))
  })

  it.each([
    ['a word more', `${OFFER} friends`],
    ['a word less', OFFER.replace('single ', '')],
    ['a letter spelt with a digit', OFFER.replace('home', 'h0me')],
    ['another greeting', `Hello, ${OFFER}`],
    ['other words in two places', OFFER.replace('sister', 'cousin').replace('dollars', 'euros')],
  ])('is near for a text with %s', (_, text) => {
    expect(isFound(describeText(text), describeText(OFFER))).toBe(true)
  })

  it('is far for another text', () => {
    const other = describeText('The night tram was the only way home for people who work late, and nobody on the council takes it.')
    expect(distance(other.hash, describeText(OFFER).hash)).toBeGreaterThan(20)
    expect(sharesBand(other, describeText(OFFER))).toBe(false)
  })

  it.each([
    '',
    'Thank you very much',
    'a b c d e f g',
    '1234 5678 9012 3456 7890 1234 5678',
    'I do not know what to say about all of this',
  ])('says nothing of %j', (text) => {
    expect(describeLikeness(text)).toBeNull()
  })

  it('finds at least 95 % of copies with one word in twelve replaced, and groups at most 0.1 % of comments that are not copies', () => {
    // Without the demo's own wave, whose four texts are alike on purpose.
    const texts = listSampleTexts().filter((text) => text.split(/\s+/).length >= 12 && !text.includes('home-riches'))
    const pick = makePicker(7)
    const vocabulary = texts.flatMap((text) => text.split(/\s+/)).filter((word) => /^[a-z]{3,}$/i.test(word))
    let copies = 0
    let found = 0
    for (const text of texts) {
      const own = describeLikeness(text)
      if (own === null) continue
      for (let copy = 0; copy < 10; copy += 1) {
        const edited = describeLikeness(replaceWords(text, vocabulary, pick))
        copies += 1
        if (edited !== null && isFound(own, edited)) found += 1
      }
    }
    expect(copies).toBeGreaterThan(2000)
    expect(found / copies).toBeGreaterThanOrEqual(0.95)
    const all = texts.flatMap((text) => describeLikeness(text) ?? [])
    const grouped = all.filter((one, at) => all.some((other, place) => place !== at && isFound(one, other)))
    expect(grouped.length / all.length).toBeLessThanOrEqual(0.001)
  })
})

/** One word of every twelve becomes another. */
function replaceWords(text: string, vocabulary: readonly string[], pick: (below: number) => number): string {
  const parts = text.split(/(\s+)/)
  const places = parts.flatMap((part, at) => (/[a-z]/i.test(part) ? [at] : []))
  for (let from = 0; from + 12 <= places.length; from += 12) parts[places[from + pick(12)] ?? 0] = vocabulary[pick(vocabulary.length)] ?? ''
  return parts.join('')
}

/** The same numbers at every run (MINSTD). */
function makePicker(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}
