import { describe, expect, it } from 'vitest'
import { findQuotedComments } from '@/lib/importers/quote-links'
import { leastProcessorTime } from '@/tests/factories/processor-time'

const FIRST = 'The heating bill has doubled. They heat the archive on Sundays anyway, so nothing is saved.'

describe('quotes', () => {
  it.each([
    ['whole, on a line of its own', `> ${FIRST}\nIs that so?`],
    ['in one line with the answer', '> They heat the archive on Sundays anyway, so nothing is saved. Is that so?'],
    ['cut in the middle of a sentence, in one line with the answer', '> They heat the archive on Sundays anyway, so yes, why not'],
    ['over several quoted lines', '> The heating bill has doubled. They heat\n> the archive on Sundays\nIs that so?'],
    ['without a space after the mark', '>The heating bill has doubled.\nIs that so?'],
    ['within quotation marks', '> “They heat the archive on Sundays anyway”\nIs that so?'],
    ['and cut off with dots', '> The heating bill has…\nIs that so?'],
    ['with other white space', '>  The heating\u00a0bill   has doubled.\nIs that so?'],
  ])('lead to the comment that they are from: %s', (_, reply) => {
    expect(findQuotedComments(['Something else entirely.', FIRST, 'And something more.', reply])).toEqual([null, null, null, 1])
  })

  it('see no difference between straight and typographic marks', () => {
    expect(findQuotedComments(['It’s “not” the bill – it’s the roof…', '> It\'s "not" the bill - it\'s the roof...\nYes.'])).toEqual([
      null,
      0,
    ])
    expect(findQuotedComments(['It\'s "not" the bill - it\'s the roof.', '> It’s “not” the bill – it’s the roof.\nYes.'])).toEqual([
      null,
      0,
    ])
  })

  it.each([
    ['too short', '> The heating bill\nYes.'],
    ['that nobody wrote', '> The heating bill was never the reason for this.\nYes.'],
    ['whose beginning is like another by chance', '> The heating bill has always been a pretext. And so it is.'],
    ['that begin in the middle of a word', '> ating bill has doubled. They heat the archive on Sundays'],
    ['that do not open the comment', `Somebody said:\n> ${FIRST}`],
  ])('lead nowhere when they are %s', (_, reply) => {
    expect(findQuotedComments([FIRST, reply])).toEqual([null, null])
  })

  it('lead back, never forward or to themselves', () => {
    expect(findQuotedComments([`> ${FIRST}`, FIRST])).toEqual([null, null])
  })

  it('lead to who wrote the words, not to who quoted them before', () => {
    const replies = [`> ${FIRST}\nIs that so?`, `> ${FIRST}\nI doubt it.`, '> Is that so? I heard another story.\nTell us.']
    expect(findQuotedComments([FIRST, ...replies])).toEqual([null, 0, 0, null])
    expect(findQuotedComments(['One thing.', `> ${FIRST} Says who?`, `> ${FIRST} Says me.`])).toEqual([null, null, null])
    expect(findQuotedComments([FIRST, `> ${FIRST} That is what they always say.`, '> That is what they always say. True!'])).toEqual([
      null,
      0,
      1,
    ])
  })

  it('lead to the longest match, and to the nearest of equal ones', () => {
    const short = 'The heating bill has doubled. That is all.'
    expect(findQuotedComments([FIRST, short, '> The heating bill has doubled. They heat the archive on Sundays anyway\nYes.'])).toEqual([
      null,
      null,
      0,
    ])
    expect(findQuotedComments([FIRST, short, '> The heating bill has doubled.\nYes.'])).toEqual([null, null, 1])
  })

  it('take time in proportion to the text, however it is made', () => {
    const texts = Array.from({ length: 3000 }, (_, at) => `> ${'a a a a a a a a a a '.repeat(100)}${at}`)
    const [few, all] = [texts.slice(0, 750), texts].map((some) => leastProcessorTime(() => findQuotedComments(some)))
    // If each were compared with all before it, it would be sixteen times as long.
    expect((all ?? Infinity) / (few ?? 0)).toBeLessThan(9)
  })
})
