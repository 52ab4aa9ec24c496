import { describe, expect, it } from 'vitest'
import { readFacet, writeFacet } from '@/components/moderation/queue/facets'

const CIVILITY = 'score.civility'

describe('what a filter reads out of the search', () => {
  it('is the value behind the sign that the filter sets', () => {
    expect(readFacet('tram section:"City life"', 'section')).toBe('City life')
    expect(readFacet('score.civility>=0.7 tram', CIVILITY, '>=')).toBe('0.7')
    expect(readFacet('tram', CIVILITY, '>=')).toBeNull()
  })

  it('is the text as it was typed where another sign, a minus or a second value makes it mean something else', () => {
    expect(readFacet('score.civility<0.7 tram', CIVILITY, '>=')).toBe('score.civility<0.7')
    expect(readFacet('age>24h', 'age', '<')).toBe('age>24h')
    expect(readFacet('-section:Sport', 'section')).toBe('-section:Sport')
    expect(readFacet('score.civility>=0.5 tram score.civility<0.7', CIVILITY, '>=')).toBe('score.civility>=0.5 score.civility<0.7')
  })
})

describe('what a filter writes into the search', () => {
  it('takes the place of what stood there, and leaves all else as it was typed', () => {
    expect(writeFacet('tram  section:Sport "last one"', 'section', 'City life')).toBe('tram "last one" section:"City life"')
    expect(writeFacet('score.civility>=0.5 score.civility<0.7 tram', CIVILITY, '0.9', '>=')).toBe('tram score.civility>=0.9')
    expect(writeFacet('-section:Sport tram', 'section', null)).toBe('tram')
  })

  it('writes a range as it is, and reads it back', () => {
    const range = 'score.civility>=0.5 score.civility<0.7'
    const search = writeFacet('tram', CIVILITY, range, '>=')
    expect(search).toBe(`tram ${range}`)
    expect(readFacet(search, CIVILITY, '>=')).toBe(range)
  })
})
