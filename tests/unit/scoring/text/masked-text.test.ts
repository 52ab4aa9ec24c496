import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { IDENTITY_TERMS } from '@/lib/scoring/text/identity-terms'
import { ANYBODY, maskIdentityTerms, writePlainly } from '@/lib/scoring/text/masked-text'
import { IDENTITY_FORM, readModelWords } from '@/lib/scoring/text/model-words'

const { vocabulary } = getIncivilityModel()
const mask = (text: string) => maskIdentityTerms(text, vocabulary)

describe('a text written plainly', () => {
  it.each([
    ['what a $h!t day', 'what a shit day'],
    ['you i d i o t, go', 'you idiot, go'],
    ['such a WаNkEr', 'such a wanker'],
    ['what a wAnKeR', 'what a wanker'],
    ['mу hоuse', 'my house'],
    ['he is a mo\u200bron.', 'he is a moron.'],
    ['Moby Dick is long', 'Moby richard is long'],
    // as they stand: accents, capitals, pictures, letters drawn out, numbers
    ['The café is soooo GOOD 🙂 at 10', 'The café is soooo GOOD 🙂 at 10'],
    ['She cannot, and won’t.', 'She cannot, and won’t.'],
  ])('%s → %s', (text, plain) => expect(writePlainly(text, vocabulary)).toBe(plain))

  it('has other words in the place of those that mean others', () => {
    const mean = () => ['the', 'bad', 'door']
    expect(writePlainly('The stupid door.', vocabulary, mean)).toBe('The bad door.')
  })
})

describe('masking terms of identity in a text', () => {
  it.each([
    ['Many Muslims live here.', 'Many people live here.'],
    ['The Black woman, the gay man and the nurse.', 'The people, the people and the nurse.'],
    ['MÉXICANS? Mexicans!', 'people? people!'],
    ['Women', 'people'],
    ['The tram is late – again.', 'The tram is late – again.'],
    ['', ''],
  ])('%s → %s', (text, masked) => expect(mask(text)).toBe(masked))

  it.each(['“', ' ', '– ', '\n'])('leaves no difference between groups, and all else as it was, after %j', (around) => {
    const say = (term: string) => `I met${around} ${term}, and 3 nurses…`
    const terms = IDENTITY_TERMS.flatMap((group) => group.terms)
    expect(terms.length).toBeGreaterThan(500)
    expect(terms.filter((term) => mask(say(term)) !== say(ANYBODY))).toEqual([])
  })

  it('takes any text, and leaves what names nobody alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const names = readModelWords(text, vocabulary).some(({ form }) => form === IDENTITY_FORM)
        if (!names) expect(mask(text)).toBe(text)
        else expect(mask(text)).toContain(ANYBODY)
      }),
    )
  })
})
