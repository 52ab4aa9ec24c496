import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeSlug, numberSlug } from '@/lib/services/site/slug'

describe("a site's slug", () => {
  it.each([
    ['The Averhaven Lantern', 'the-averhaven-lantern'],
    ['Čas & Město', 'cas-mesto'],
    ['  --Über 24!--  ', 'uber-24'],
    ['שלום', 'site'],
    ['', 'site'],
  ])('of %j is %s', (name, slug) => {
    expect(makeSlug(name)).toBe(slug)
  })

  it('always fits what the database checks, numbered too', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.integer({ min: 1, max: 50 }), (name, number) =>
        /^[a-z0-9][a-z0-9-]{0,62}$/.test(numberSlug(makeSlug(name), number)),
      ),
    )
  })
})
