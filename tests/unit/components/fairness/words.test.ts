import { describe, expect, it } from 'vitest'
import { formatShare, wordGroup } from '@/components/fairness/words'
import { makeFormats } from '@/components/words/formats'
import { readWords } from '@/components/words/page-words'
import { TEMPLATE_GROUPS } from '@/lib/scoring/fairness-templates'
import { IDENTITY_TERMS } from '@/lib/scoring/text/identity-terms'

describe('groups', () => {
  it('all have a name in the other languages', async () => {
    const groups = [...TEMPLATE_GROUPS, ...IDENTITY_TERMS].map(({ group }) => group)
    const t = await readWords('ar', 'fairness')
    expect(groups.filter((group) => wordGroup(t, group) === group)).toEqual([])
    expect(wordGroup(await readWords('de', 'fairness'), 'women')).toBe('Frauen')
  })

  it('that nobody knows any more keep the name they were stored by', async () => {
    expect(wordGroup(await readWords('de', 'fairness'), 'Martians')).toBe('Martians')
  })
})

describe('shares', () => {
  it('have a digit after the point where they are small', () => {
    const formats = makeFormats('en')
    expect([null, 0, 0.034, 0.5].map((share) => formatShare(formats, share))).toEqual(['–', '0%', '3.4%', '50%'])
  })
})
