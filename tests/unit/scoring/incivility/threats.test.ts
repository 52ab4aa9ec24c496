import { describe, expect, it } from 'vitest'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { findThreat, hasThreat } from '@/lib/scoring/incivility/threats'
import { readModelWords } from '@/lib/scoring/text/model-words'

const isThreat = (text: string) => hasThreat(readModelWords(text, getIncivilityModel().vocabulary).map(({ form }) => form))

describe('a threat', () => {
  it.each([
    'I will find you and break your legs.',
    "I'm going to kill you",
    'Someone should punch him in the face!',
    'He ought to be hanged.',
    'I hope you choke on it.',
    'We’re coming to your house.',
    'Go and drown yourself',
    'Say that to my face and see what happens.',
    'Sleep with one eye open.',
    'I hope your house burns down.',
    'Rot in hell.',
    'The sooner you die the better.',
    'Too bad the bullet missed him.',
    'You won’t live to see the summer.',
    "I can't wait until you die.",
    'Your days are numbered.',
    'Nice shop. Shame if it caught fire.',
    'We know which school your daughter goes to.',
    'He needs a good beating.',
    'Let them drown.',
    'I am going to hurt every Muslim I find.',
    'I will beat up the next woman I see.',
  ])('is told by who would do what to whom: %s', (text) => expect(isThreat(text)).toBe(true))

  it.each([
    'I will find you the link when I am home.',
    'I will shoot them an email.',
    'They will hang the picture in the town hall.',
    'We will beat them in the final on Saturday.',
    'Nobody should be killed for what they write.',
    'The officials are coming to your house to read the meter.',
    'I broke my leg when I was ten, and the bus still came.',
    'May you live long.',
    'I hope that you get the job.',
    'They found out where the leak is.',
    'We taught them a lesson in French.',
    'He dropped dead at the station last year.',
    'If he falls again he will end up in a wheelchair.',
    'The bullet missed him by inches.',
    'I hope she dies peacefully.',
    'The shop’s days are numbered.',
    'It would be a shame if it rained.',
    'We know which school is better.',
    'The rug needs a beating.',
    'Let them swim until they can.',
    'We will beat every German team this year.',
    'Be careful driving home, there is ice.',
    'They must wait until he dies before they inherit.',
  ])('is not in: %s', (text) => expect(isThreat(text)).toBe(false))

  it('is said in words that can be shown', () => {
    const forms = 'the park is nice and i will kill you there'.split(' ')
    const { from, to } = findThreat(forms) ?? { from: 0, to: 0 }
    expect(forms.slice(from, to)).toEqual(['i', 'will', 'kill', 'you'])
    expect(findThreat(['the', 'park', 'is', 'nice'])).toBeNull()
  })
})
