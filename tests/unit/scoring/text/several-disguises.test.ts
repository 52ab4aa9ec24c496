import { describe, expect, it } from 'vitest'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { readIncivility } from '@/lib/scoring/incivility/incivility'
import { readModelWords } from '@/lib/scoring/text/model-words'
import { getIncivilityModel } from '@/lib/scoring/incivility/model'
import { watchedWords } from '@/lib/scoring/watched-words'
import { CLEAN_TEXTS } from '@/tests/factories/clean-texts'

const NO_ARTICLE = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
const hits = (body: string) =>
  watchedWords
    .score({ body, parentBody: null, article: NO_ARTICLE, watchedWords: DEFAULT_WATCHED_WORDS })
    .flatMap(({ attribute, reason }) =>
      attribute === 'watched_word.held' ? [] : (reason?.spans ?? []).map(({ start, end }) => body.slice(start, end)),
    )

describe('a watched word', () => {
  it.each([
    ['in two pieces', 'you idi ot, you', 'idi ot'],
    ['in pieces over lines', 'such a mor\non', 'mor\non'],
    ['in three pieces', 'what an imb ec ile', 'imb ec ile'],
    ['in pieces with signs between', 'an idi»ot', 'idi»ot'],
    ['in pieces of other letters', 'an іdі оt', 'іdі оt'],
    ['in pieces with digits for letters', 'what a m0r 0n', 'm0r 0n'],
    ['with a letter in brackets', 'a mo(r)on', 'mo(r)on'],
    ['with a digit within', 'an idi4ot', 'idi4ot'],
    ['glued to others', 'youidiotyou', 'idiot'],
    ['glued to a number', 'what a crap123 it is', 'crap'],
    ['glued, with digits for letters', 'youm0ronyou', 'm0ron'],
    ['in a frame', 'xxmoronxx', 'moron'],
    ['in Greek letters by their look', 'a μσrση', 'μσrση'],
    ['in Cyrillic letters by their sound', 'a морон here', 'морон'],
    ['in Chinese signs', 'you 从口尺口几', '从口尺口几'],
    ['in Gothic letters', 'you 𐌹𐌳𐌹𐍉𐍄', '𐌹𐌳𐌹𐍉𐍄'],
    ['in braille', 'you ⠊⠙⠊⠕⠞', '⠊⠙⠊⠕⠞'],
    ['with a vowel that is any sign', 'a m~ron', 'm~ron'],
    ['escaped twice', 'an &amp;#105;diot', '&amp;#105;diot'],
    ['by the byte', 'an %69diot', '%69diot'],
    ['by bytes that are escaped', 'an %2569%2564%2569%256f%2574', '%2569%2564%2569%256f%2574'],
    ['as programs write it', 'an \\u0069diot', '\\u0069diot'],
    ['with a tag that is escaped twice', 'an idi&lt;b&gt;ot', 'idi&lt;b&gt;ot'],
    ['with a control within', 'an idi\u0008ot', 'idi\u0008ot'],
    ['doubled and cut', 'an imm-becile', 'imm-becile'],
    ['doubled, with a digit', 'a mm0ron', 'mm0ron'],
  ])('is found %s', (_how, body, place) => expect(hits(body)).toEqual([place]))

  it.each([
    'They are who re-elected him.',
    "Who're you? They're retired.",
    'Non ce la faccio, non c’è tempo.',
    'Plan b, item c, row d.',
    'In the 1990s it rose by 10k, on the 5th by 100%66.',
    'f(x) = (row) => rows[x]; a|b|c; <br>',
    'Scunthorpe, Penistone, shiitake, cocktail',
    'The passage assesses classic harassment cases.',
    'Guardarse, quedarse, usarse.',
    'It costs $5, or €10/m2 (see p.12).',
  ])('is not seen in "%s"', (body) => expect(hits(body)).toEqual([]))

  it('is looked for behind several disguises at two hundred places of a text, and no more', () => {
    const places = (count: number) => `${'q4z$ '.repeat(count)}what youm0ronyou`
    expect(hits(places(199))).toEqual(['m0ron'])
    expect(hits(places(200))).toEqual([])
    expect(hits(`${places(400)} idiot`)).toEqual(['idiot'])
  })

  it('is not seen in clean texts of five languages without their blanks', () => {
    const found = Object.values(CLEAN_TEXTS).flatMap((texts) =>
      texts.map((text) => text.replaceAll(' ', '')).filter((text) => hits(text).length > 0),
    )
    expect(found).toEqual([])
  })
})

it('the model reads what is glued, in pieces or escaped as the words that are meant', () => {
  const { vocabulary } = getIncivilityModel()
  const read = (text: string) => readModelWords(text, vocabulary).map(({ form }) => form)
  expect(read('you fuckingidiot')).toEqual(['you', 'fucking', 'idiot'])
  expect(read('such a bast ard')).toEqual(['such', 'a', 'bastard'])
  expect(read('you %69diot')).toEqual(['you', 'idiot'])
  const uncivil = (body: string) => readIncivility(body)?.logits.uncivil ?? NaN
  expect(uncivil('You are such a bast ard, all of you.')).toBe(uncivil('You are such a bastard, all of you.'))
})

it.each([
  ['a harsh word beside another, which says enough by itself', 'that jack ass', ['that', 'jack', 'ass']],
  ['words as common as these', 'Le Pen is leading', ['le', 'pen', 'is', 'leading']],
  ['what an ending makes another word', 'the stupidest one', ['the', 'stupidest', 'one']],
  ['a harsh word of two', 'that douchebag', ['that', 'douchebag']],
])('the model reads as it stands %s', (_what, text, forms) => {
  expect(readModelWords(text, getIncivilityModel().vocabulary).map(({ form }) => form)).toEqual(forms)
})
