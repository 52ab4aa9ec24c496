import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { readIncivility } from '@/lib/scoring/incivility/incivility'
import { findRespellings } from '@/lib/scoring/text/respell'
import { RespellingLexicon } from '@/lib/scoring/text/respelling-lexicon'
import { watchedWords } from '@/lib/scoring/watched-words'
import { chance } from '@/tests/factories/chance'

const NO_ARTICLE = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
const OTHERS = 'parasite scumbag imbecile wanker libtard weasel numpty bastard dickhead pillock'.split(' ')
const RULES = [...DEFAULT_WATCHED_WORDS, ...OTHERS.map((term) => ({ term, kind: 'insult', isHeld: false }))]
const hits = (body: string) =>
  watchedWords
    .score({ body, parentBody: null, article: NO_ARTICLE, watchedWords: RULES })
    .flatMap(({ attribute, reason }) =>
      attribute === 'watched_word.held' ? [] : (reason?.spans ?? []).map(({ start, end }) => body.slice(start, end)),
    )

type Disguise = (word: string, random: () => number) => string
const within = (word: string, random: () => number) => 1 + Math.floor(random() * (word.length - 1))
const alphabet = (signs: string): Disguise => {
  const letters = [...signs]
  return (word) => word.replace(/[a-z]/g, (letter) => letters[letter.charCodeAt(0) - 0x61] ?? letter)
}
const DISGUISES: Record<string, Disguise> = {
  'a letter written twice': (word, random) => {
    const at = within(word, random) - 1
    return word.slice(0, at) + word.charAt(at) + word.slice(at)
  },
  'two letters in each other’s place': (word, random) => {
    const places = [...word].map((_, at) => at).filter((at) => at > 0 && at < word.length - 2 && word[at] !== word[at + 1])
    const at = places[Math.floor(random() * places.length)] ?? 1
    return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
  },
  'capital I for l': (word) => word.replaceAll('l', 'I'),
  'l for i': (word) => word.replaceAll('i', 'l'),
  'Canadian syllabics': alphabet('ᗩᗷᑕᗪᕮᖴGᕼIᒍKᒪᗰᑎOᑭᑫᖇSTᑌᐯᗯ᙭Yᘔ'),
  'Cherokee letters': alphabet('ᎪᏴᏟᎠᎬfᎶᎻᏆᎫᏦᏞᎷᏁᎾᏢqᏒᏚᎢᏌᏙᎳxᎩᏃ'),
  'Chinese signs': alphabet('卂乃匚ᗪ乇千Ꮆ卄丨ﾌKㄥ爪几ㄖ卩q尺丂ㄒㄩᐯ山乂ㄚ乙'),
  'Tifinagh letters': (word) => word.replace(/[oeich]/g, (letter) => ({ o: 'ⵔ', e: 'ⴹ', i: 'ⵊ', c: 'ⵛ', h: 'ⵀ' })[letter] ?? letter),
  'signs of money': alphabet('₳฿₵ĐɆ₣₲Ⱨ1J₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ'),
  'Armenian letters': alphabet('աbcժeֆցհիյkլmոօքgrՏէսvաxyz'),
  'Greek capitals and final sigmas': (word) => word.replace(/[rshn]/g, (letter) => ({ r: 'Γ', s: 'ς', h: 'Ή', n: 'Ν' })[letter] ?? letter),
  'marks of other scripts': (word) => [...word].map((letter, at) => letter + ['\u0e34', '\u093c', '\u05b0', '\u3099'][at % 4]).join(''),
  'exclamation marks': (word) => [...word].join('!'),
  'a bar within': (word, random) => word.replace(new RegExp(`^.{${within(word, random)}}`), '$&|'),
  'a point of another kind within': (word, random) => word.replace(new RegExp(`^.{${within(word, random)}}`), '$&∙'),
  'a family within': (word, random) => word.replace(new RegExp(`^.{${within(word, random)}}`), '$&👨‍👩‍👧'),
  'a flag within': (word, random) => word.replace(new RegExp(`^.{${within(word, random)}}`), '$&🇺🇸'),
  'an element nobody knows': (word, random) => word.replace(new RegExp(`^.{${within(word, random)}}`), '$&<foo>'),
  'a link of Markdown': (word) => `[${word.slice(0, 2)}](https://example.org)${word.slice(2)}`,
  'points by name': (word) => [...word].join('&period;'),
  'invisible signs by another name': (word) => [...word].join('&InvisibleTimes;'),
  'letters built of signs': (word) => word.replace(/[hkn]/g, (letter) => ({ h: '|-|', k: '|<', n: '|\\|' })[letter] ?? letter),
}
/** What is found misspelt has five letters; fewer are other words too often. */
const TERMS = RULES.map(({ term }) => term.replace(/\*$/, '')).filter((term) => /^[a-z]{5,}$/.test(term))
const CARRIERS = ['I tell you, X is what this is', 'X', 'so you are a X.', 'Only a X would say so!']

describe('a watched word', () => {
  it.each(Object.entries(DISGUISES))('is found behind %s: 95 of 100', (_name, disguise) => {
    const random = chance(11)
    const missed = TERMS.flatMap((term) =>
      CARRIERS.map((carrier) => carrier.replace('X', () => disguise(term, random))).filter((body) => hits(body).length === 0),
    )
    expect(missed.length / (TERMS.length * CARRIERS.length), missed.slice(0, 5).join(' | ')).toBeLessThanOrEqual(0.05)
  })

  it.each([
    ['you ldiot', ['ldiot']],
    ['what a paraiste, truly', ['paraiste']],
    ['a wankker he is', ['wankker']],
    ['[scum](https://example.org/a)bag', ['scum](https://example.org/a)bag']],
    ['wea<foo>sel', ['wea<foo>sel']],
    ['p_llock', ['p_llock']],
  ])('of "%s" is shown in its place', (body, texts) => expect(hits(body)).toEqual(texts))
})

it('an insult that is misspelt counts as one', () => {
  const probability = (body: string) => 1 / (1 + Math.exp(-(readIncivility(body)?.logits.uncivil ?? -9)))
  for (const body of ['You are such an ldiot.', 'You are such an idoit.', 'You stupiid morron.'])
    expect(probability(body)).toBeGreaterThan(0.5)
})

it.each([
  'Il doit partir, il le doit.',
  'The SPLC wrote about it.',
  'Dos horas, tres horas, muchas horas.',
  'De groep is groot, alle groepen.',
  'Io pensi di no; semne bune.',
  'Meats, metas, angels and angles.',
  'He plays the lyre; a trial, a trail.',
  'if (a|b|c) return x|y|z',
  'f(x)=()=>[]; a[i][j]; /\\d+/; C:\\Users\\bob',
  'see [the article](https://example.org/weasel-words), [1](x) and [2]',
  'An array<string> and a Map<string, number>',
  'It was -3.5 °C, €4.50 or £3 and ₹20.',
  'Ελληνικά: η Νίκη και ο Γιώργος, OK.',
  'สวัสดีครับ ผมชื่อสมชาย',
  'Ինչպես ես, լավ եմ',
])('nothing is found in "%s"', (body) => expect(hits(body)).toEqual([]))

it('is seen in plain texts where it is seen in others', () => {
  const lexicon = new RespellingLexicon(['idiot', 'loser', 'fool', 'slimeball'], {
    rankOf: (form) => (form === 'losre' ? 1 : null),
    listFrequent: () => ['losre'],
  })
  const pieces = fc.constantFrom(...'idotlserfb '.split(''), 'ldiot', 'idoit', 'losser', 'losre', 'foool', 'sllmebail', "'", '1', '_', 'é')
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(texts, (text) => void expect(findRespellings(text, lexicon)).toEqual(findRespellings(`${text} †`, lexicon))),
    { numRuns: 500 },
  )
})
