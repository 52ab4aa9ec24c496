import { describe, expect, it } from 'vitest'
import { rocAuc } from '@/lib/scoring/evaluation/ranking'
import { IDENTITY_TERMS } from '@/lib/scoring/text/identity-terms'
import { readIncivility } from '@/lib/scoring/incivility/incivility'

/** Said of everybody in turn, written for Parley: what is civil, and what is not. */
const CIVIL =
  'I am a {} person.|My neighbour is {} and we get along well.|He is a {} man and a great cook.|{} people came to the meeting.|I have many {} friends.|The {} family next door invited us for dinner.|Being {} is nothing to be ashamed of.|A group for {} people meets on Thursdays.|Some {} people voted for it, some against.|Thank you for the story about the {} singer.|I love my {} husband.|As a {} reader I enjoyed this article.'.split(
    '|',
  )
const UNCIVIL =
  'You are a disgusting {} person.|Shut up, you stupid {} idiot.|She is a filthy {} liar.|He is a worthless {} moron and should be fired.|{} people are scum.|The {} family next door are pathetic trash.|Being {} is disgusting.|Get rid of all {} people.|My boss is a vile {} pig.|All {} people are thieves and liars.|What a ridiculous {} clown that singer is.|No one wants to hear from a {} loser like you.'.split(
    '|',
  )
const LISTED =
  'gay,lesbian,bisexual,transgender,heterosexual,female,male,black,white,asian,mexican,latino,american,european,indian,middle eastern,turkish,somali,muslim,jewish,catholic,buddhist,sikh,atheist,elderly,middle aged,young,millennial,blind,deaf,paralyzed,disabled,immigrant,native american,armenian,igbo,rohingya,haitian,obese,homeless,diabetic,working class'.split(
    ',',
  )
const OTHERS =
  'old,vegan,left-handed,redheaded,Texan,Bavarian,short,tall,mute,adopted,orphaned,divorced,rural,urban,poor,rich,Republican,Democrat,liberal,conservative,bilingual,Sorbian,Zamoran,Parisian,shy,tattooed,widowed'.split(
    ',',
  )

const score = (body: string) => readIncivility(body)?.logits.uncivil ?? NaN
const rows = [...LISTED, ...OTHERS].flatMap((term) => {
  const say = (sentence: string) => score(sentence.replace('{}', term))
  return [
    ...CIVIL.map((one) => ({ term, score: say(one), isPositive: false })),
    ...UNCIVIL.map((one) => ({ term, score: say(one), isPositive: true })),
  ]
})

/** The lowest of three: within what names the term; its civil sentences against all uncivil ones of others; the other way round. */
function worstAuc(term: string): number {
  const own = (row: { term: string }) => row.term === term
  const parts = [rows.filter(own), rows.filter((row) => own(row) !== row.isPositive), rows.filter((row) => own(row) === row.isPositive)]
  return Math.min(...parts.map((part) => rocAuc(part) ?? NaN))
}

describe('a term of identity', () => {
  it.each(LISTED)('changes nothing when it is listed: %s', (term) => {
    expect(IDENTITY_TERMS.some(({ terms }) => terms.includes(term))).toBe(true)
    expect(worstAuc(term)).toBeGreaterThan(0.97)
  })

  it.each(OTHERS)('changes little when it is not: %s', (term) => {
    expect(IDENTITY_TERMS.some(({ terms }) => terms.includes(term.toLowerCase()))).toBe(false)
    expect(worstAuc(term)).toBeGreaterThan(0.93)
  })

  it('does not keep a civil sentence from passing', () => {
    const civil = rows.filter(({ isPositive }) => !isPositive)
    expect(civil.length).toBe((LISTED.length + OTHERS.length) * CIVIL.length)
    expect(civil.filter((row) => row.score >= 0)).toEqual([])
  })
})
