import { describe, expect, it } from 'vitest'
import { incivility, readIncivility } from '@/lib/scoring/incivility/incivility'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { findPutDown } from '@/lib/scoring/incivility/put-downs'
import { readModelWords } from '@/lib/scoring/text/model-words'

const find = (text: string) => findPutDown(readModelWords(text, getIncivilityModel().vocabulary).map(({ form }) => form))
const likely = (body: string) => 1 / (1 + Math.exp(-(readIncivility(body)?.logits.uncivil ?? NaN)))

describe('a put-down', () => {
  it.each([
    'You are thick as a brick.',
    'Are you really this dense?',
    "You don't have a clue.",
    'You have the intellect of a flea.',
    'What a clueless take!',
    'Nobody likes you.',
    'Whoever wrote this should be fired.',
    'The author is a paid shill.',
    'What a rag.',
    'Total looser',
    'A few sandwiches short of a picnic, this one.',
    'She could not organise a party in a brewery.',
    'Your mother must be so ashamed of you.',
    'Even my five-year-old understands this better than you do.',
    'You are a special kind of stupid.',
    'You are vile.',
    'You make me sick.',
    'You snake!',
    'You belong in a cage.',
    'You call this journalism?',
    'I have met smarter sandwiches.',
    'Put a sock in it.',
    'A disgrace to your profession.',
    'What a contemptible person!',
    'The mayor is a loathsome little man.',
  ])('is an insult: %s', (text) => {
    expect(find(text)).toBe('insult')
    expect(likely(text)).toBeGreaterThan(0.5)
  })

  it.each([
    'Did you even read the article, genius?',
    'Go back to school.',
    'Go away!',
    'Cry me a river, snowflake.',
    'Oh wow, another expert from the University of Google.',
    'Thanks, Einstein.',
    "You wouldn't understand, it's above your pay grade.",
    'Do us all a favour and delete your account.',
    'Off you pop, then.',
    'Calm down, dear.',
    'Whatever helps you sleep at night.',
    'I would agree with you but then we would both be wrong.',
    'Dream on!',
    'Let me explain this slowly.',
    'Even a child can see that.',
    'Reading comprehension is hard, isn’t it?',
    'What rock have you been living under?',
    'You just don’t get it.',
    'That says more about you than about him.',
    'My dog has better arguments.',
    'Takes one to know one.',
    'People like you are the problem.',
  ])('talks down, or waves away: %s', (text) => {
    expect(find(text)).toBe('condescension')
    expect(likely(text)).toBeGreaterThan(0.5)
  })

  it.each([
    'Did you read the article about the harbour?',
    'I need to get a job before the summer.',
    'The smell will probably go away.',
    'They grow up so fast.',
    'My daughter wants to go back to school in May.',
    'Are you at home tonight?',
    'Einstein wrote to the mayor in 1931.',
    'The author should have asked the tenants.',
    'Written by a nurse, this is a fine book.',
    'You are part of the solution.',
    'Get help early if you notice the symptoms.',
    'The recipe has nuts in it, hope you have not got any.',
    "The pass needs a photo, I hope you haven't got any.",
    'There is a door at the side that wheelchairs can use.',
    'I feel sorry for the children in that school.',
    'If you had two votes you could split them.',
    'Calm down everyone, the vote is only next month.',
    'I would agree with you, but the numbers for 2021 are missing.',
    'Is there a grown-up version of this course?',
    'How much are they paying for the new bridge?',
    'Get a grip on the rope, and pull it over to the quay.',
    'Who asked you for your ticket?',
    'A nap in the afternoon is good for the brain.',
    'You were right about the tram.',
    'I am so sorry for your family.',
    'Your parents must be so proud!',
    'You deserve a medal for what you did.',
    'Give that man a medal!',
    'They will shut it down in May.',
    'What a vile smell by the harbour.',
    'Let me explain how the fee works.',
    'You have no idea how much this means to us.',
    'My dog has a better coat in winter.',
    'People like you and me pay for it.',
    'You need help with the form? Ask at the desk.',
    'What planet is that in the picture?',
    'They moved to Russia in 1990.',
    'I feel sorry for your loss.',
    'We have seen brighter days.',
    'You call this number if the lift stops.',
    'You belong to the choir as well, I think.',
    'She put a sock in the washing machine.',
    'Are you Muslim?',
    'I wish the buses would stop talking.',
    'This is the sharpest knife in my kitchen.',
    'The brain of a child grows until it is six.',
    'Thanks, professor!',
    'She missed her meds on Monday.',
    'Whoever wrote this has a good ear.',
    'Imagine being so lonely that you talk to the tram.',
  ])('is not in: %s', (text) => {
    expect(find(text)).toBeNull()
    expect(likely(text)).toBeLessThan(0.3)
  })

  it('counts less in a long text, and its kind is told', () => {
    const long = `The council met on Monday and heard the owners of the shops along the quay, who fear for their trade, and the nurses,
      who do not know how to get home at four in the morning. Both have a point, I think. Did you even read what they said?`
    expect(find(long)).toBe('condescension')
    expect(likely(long)).toBeLessThan(0.3)
    const input = { parentBody: null, article: { id: 'a', version: '1', title: '', standfirst: null, body: '' }, watchedWords: [] }
    expect(incivility.score({ ...input, body: 'Did you even read the article, genius?' })[0]?.attribute).toBe('uncivil.condescension')
    expect(incivility.score({ ...input, body: 'You are thick as a brick.' })[0]?.attribute).toBe('uncivil.insult')
  })

  it.each([
    'Jews control the banks.',
    'Immigrants only come here for the benefits.',
    'Muslims want to take over.',
    'Women belong in the kitchen.',
    'They are an infestation.',
    'Never trust a Russian!',
    'I loathe Germans so much.',
    "I can't stand Hindus.",
    'My contempt for Poles is total.',
    'Women should know their place.',
    'Disabled people do not deserve any rights.',
    'Immigrants are not welcome here.',
    'No Muslim can ever be trusted.',
    'We would all be happier if Jews stayed away.',
    'Nobody would miss Russians if they vanished.',
    'There is no place for Mexicans in our town.',
    'We have to get rid of immigrants before it is too late.',
    'Hitler was right about Jews.',
  ])('is in what is said of a group as such: %s', (text) => {
    expect(find(text)).toBe('identity_attack')
    expect(likely(text)).toBeGreaterThan(0.5)
  })

  it.each([
    'It is a lie that Jews control the banks.',
    'Muslims run a soup kitchen by the mosque.',
    'Some believe that women belong in the kitchen.',
    'Many immigrants come here for a job in the docks.',
    'Women were told for years that they belong in the kitchen.',
    'Russians control the airport.',
    'I do not hate Germans.',
    'I loathe German beer.',
    'Why do they hate immigrants?',
    'I never said that I despise Poles.',
    'Nobody should say that women should know their place.',
    'Women were not allowed to vote until 1928.',
    'There is a place for Mexicans in our town.',
    'I stand with Muslims.',
    'I hate how immigrants are treated.',
    'There is no room for hate against Jews here.',
  ])('is not in what is denied, told or true of some: %s', (text) => expect(find(text)).toBeNull())

  it('is found where "can’t" and "won’t" are part of it', () => {
    expect(find("Says the guy who can't spell.")).toBe('condescension')
    expect(find('You won’t understand it because it has numbers.')).toBe('condescension')
  })

  it.each(['The driver is a lazy bastard.', 'Our landlord was a greedy creep who kept the deposit.'])(
    'is in what anybody is said to be: %s',
    (text) => expect(find(text)).toBe('insult'),
  )
})
