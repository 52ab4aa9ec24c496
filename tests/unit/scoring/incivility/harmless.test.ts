import { describe, expect, it } from 'vitest'
import { soften } from '@/lib/scoring/incivility/harmless'
import { readIncivility } from '@/lib/scoring/incivility/incivility'

const likely = (body: string) => 1 / (1 + Math.exp(-(readIncivility(body)?.logits.uncivil ?? NaN)))

describe('what is harsh and insults nobody', () => {
  it.each([
    'Soap kills bacteria.',
    'The heat is killing me.',
    'Kill the process before you restart the server.',
    'The bitch had seven puppies.',
    'Cuckoos are parasites of smaller birds.',
    'Suck the marrow out of the bones.',
    'Dick Turpin was hanged in York.',
    'Write to dick.moore@example.org for tickets.',
    'Homo sapiens arrived here forty thousand years ago.',
    'They serve spotted dick for pudding.',
    'The idiot lamp on the dashboard is red.',
    'Troops left Niger.',
    'Niger lost again.',
  ])('is plain in its subject: %s', (body) => expect(likely(body)).toBeLessThan(0.35))

  it.each([
    'These people are parasites, the birds know it.',
    'Doctors say you are a parasite.',
    'Your nurse is a bitch.',
    'I will kill you before the process ends.',
    'You Dick Head!',
    'Shut up, you stupid Niger.',
    'Go home niger!',
    'He wrote "nice town" on the wall, the moron.',
    'You call this "news", you idiot?',
    'That is stupid, and so are you.',
  ])('is not plain where somebody is spoken to or of: %s', (body) => expect(likely(body)).toBeGreaterThan(0.5))

  it.each([
    'The stupid door never closes.',
    'This damn printer is broken again.',
    'What a stupid rule.',
    'These prices are completely ridiculous.',
    'The website is crap.',
    'I hate this stupid weather.',
    'The bloody ticket machine ate my card.',
    'Damn, that was a long winter.',
    'The stupidity of this timetable is that the last bus leaves before the film ends.',
    'The idiocy of rules like these is that nobody checks them.',
    'The new law is cruel, stupid and expensive.',
    'It is stupid to close the pool in summer.',
    'Absolutely ridiculous!',
    'This car is a filthy piece of junk.',
    'It is disgusting how immigrants are treated here.',
    'Killing Jews was a crime of that regime.',
  ])('is said of a thing: %s', (body) => expect(likely(body)).toBeLessThan(0.35))

  it.each([
    'I was an idiot to believe them.',
    'I feel so stupid.',
    "I'm such a fool when it comes to money.",
    'What an idiot I was.',
    'Silly me, I forgot to vote.',
    'We were fools to sell the house.',
    'I made a complete fool of myself.',
    'They treat us like idiots.',
    'Am I stupid, or is the table upside down?',
    'I always feel like a clown in a suit.',
    'It was the dumbest thing I ever bought.',
    'I look like crap on that photo.',
  ])('is said of the one who writes: %s', (body) => expect(likely(body)).toBeLessThan(0.35))

  it.each([
    'The accused called the judge an idiot.',
    "Please don't call people morons.",
    'The doctor examined his penis and found nothing.',
    'A councillor called pensioners parasites on live radio; he should apologise.',
    'Calling your colleagues idiots will not fix the software.',
    'If a teacher calls a pupil stupid, the parents should complain.',
    'Some boys shouted faggot at him on the bus.',
    'She found a letter that said "you filthy animals" under her door.',
    '"Kill all teachers" was written on the gate.',
  ])('is told: %s', (body) => expect(likely(body)).toBeLessThan(0.35))

  it.each([
    "He isn't a moron, he just had bad advisers.",
    'Most tenants are not criminals, they just cannot pay these rents.',
    'Not everyone who drives a big car is a jerk.',
    'Nobody here says that women are stupid.',
    "I don't think teachers are idiots; I think the system is.",
    'Being poor does not make you an idiot.',
    "It's wrong to say that single mothers are parasites.",
    'Who says cyclists are idiots? I ride every day.',
    'The claim that asylum seekers are terrorists has been refuted many times.',
    'I never said you were stupid.',
  ])('is denied: %s', (body) => expect(likely(body)).toBeLessThan(0.35))

  it.each([
    'Your stupid idea would ruin the town.',
    'Stupid people should not be allowed to vote.',
    'Stupid article by a stupid reporter.',
    'What a stupid comment.',
    'You and your stupid car.',
    'That stupid bus driver should be sacked.',
    'The people in this office are stupid.',
    'I feel stupid people should not vote.',
    "I'm not an idiot like you.",
    'I am surrounded by idiots.',
    'I call you an idiot.',
    'Call the mayor what he is, a lying piece of trash.',
    'The minister called nurses lazy scum, and he was right.',
    'The stupid door never closes, you moron.',
    'What a stupid thing to say.',
    'You are not just stupid, you are dangerous scum.',
    "Isn't he a pathetic liar?",
    "Aren't you idiots tired of losing?",
    'It does not make you smart, it makes you an idiot.',
    'Not all of them are criminals, some are rapists and the rest are vermin.',
    "I don't think you are stupid, I know you are a moron.",
  ])('is something else when somebody is meant: %s', (body) => expect(likely(body)).toBeGreaterThan(0.5))

  it('stays a little harsher than what is not harsh at all', () => {
    expect(likely('The stupid door never closes.')).toBeGreaterThan(5 * likely('The front door never closes.'))
  })
})

describe('softening', () => {
  it('changes nothing where nothing is harsh, and keeps the number of words', () => {
    const plain = ['the', 'door', 'never', 'closes']
    expect(soften(plain)).toBe(plain)
    expect(soften(['you', 'stupid', 'door'])).toEqual(['you', 'stupid', 'door'])
    expect(soften(['the', 'stupid', 'door', 'never', 'closes'])).toEqual(['the', 'bad', 'door', 'never', 'closes'])
    expect(soften(['i', 'was', 'an', 'idiot'])).toEqual(['i', 'was', 'an', 'beginner'])
  })
})
