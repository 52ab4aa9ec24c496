import { describe, expect, it } from 'vitest'
import { makePassword } from '@/components/settings/make-password'

describe('a made password', () => {
  it('has four groups of five letters that do not look alike', () => {
    for (let round = 0; round < 50; round++) expect(makePassword()).toMatch(/^([a-hjkmnp-z]{5}-){3}[a-hjkmnp-z]{5}$/)
  })

  it('is never the same and uses every letter about as often', () => {
    const passwords = Array.from({ length: 500 }, makePassword)
    expect(new Set(passwords).size).toBe(500)
    const counts = new Map<string, number>()
    for (const letter of passwords.join('').replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
    expect(counts.size).toBe(23)
    // 10,000 letters: about 435 of each, with a deviation of 20.
    expect(Math.min(...counts.values())).toBeGreaterThan(310)
    expect(Math.max(...counts.values())).toBeLessThan(560)
  })
})
