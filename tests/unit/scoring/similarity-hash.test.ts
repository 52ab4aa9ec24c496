import { describe, expect, it } from 'vitest'
import { bandsOf, distance, hashSimilarity, isNearDuplicate, normalise } from '@/lib/scoring/similarity-hash'

const OFFER = 'Work from home and earn 4500 dollars every single month, my sister started last week, visit earn-easy.example/join now'

function hash(text: string): bigint {
  const made = hashSimilarity(text)
  if (made === null) throw new Error('too short')
  return made
}

describe('hashSimilarity', () => {
  it('is the same for what differs in numbers, case, signs and the rest of a link', () => {
    expect(normalise('Earn 4500 at https://www.earn.example/a?b=1 NOW!!!')).toBe(normalise('earn 92 at earn.example/zzz now'))
    expect(hash(OFFER.replace('4500', '77').toUpperCase())).toBe(hash(OFFER))
  })

  it.each([
    ['a word more', `${OFFER} friends`],
    ['a word less', OFFER.replace('single ', '')],
    ['a letter spelt with a digit', OFFER.replace('home', 'h0me')],
    ['another greeting', `Hello, ${OFFER}`],
  ])('is near for a text with %s', (_, text) => {
    expect(distance(hash(text), hash(OFFER))).toBeLessThanOrEqual(12)
    expect(isNearDuplicate(hash(text), hash(OFFER))).toBe(true)
  })

  it('is far for another text', () => {
    const other = hash('The night tram was the only way home for people who work late, and nobody on the council takes it.')
    expect(distance(other, hash(OFFER))).toBeGreaterThan(16)
    expect(isNearDuplicate(other, hash(OFFER))).toBe(false)
  })

  it.each(['', 'Thank you very much', 'a b c d e f g', '1234 5678 9012 3456 7890 1234 5678'])('says nothing of %j', (text) => {
    expect(hashSimilarity(text)).toBeNull()
  })
})

describe('bandsOf', () => {
  it('gives each quarter of the hash with its place', () => {
    expect(bandsOf(0x0004_0003_0002_0001n)).toEqual([0x1, 0x1_0002, 0x2_0003, 0x3_0004])
    expect(bandsOf(-1n)).toEqual([0xffff, 0x1_ffff, 0x2_ffff, 0x3_ffff])
  })
})
