import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incivility, readIncivility } from '@/lib/scoring/incivility/incivility'
import { isEnglish } from '@/lib/scoring/language/language-gate'
import { readFolded } from '@/lib/scoring/text/folded-string'
import { readModelWords } from '@/lib/scoring/text/model-words'
import { findRespellings } from '@/lib/scoring/text/respell'
import { RespellingLexicon } from '@/lib/scoring/text/respelling-lexicon'
import { readShown, showText } from '@/lib/scoring/text/shown-text'
import { watchedWords } from '@/lib/scoring/watched-words'
import { leastProcessorTime } from '@/tests/factories/processor-time'
import { CLEAN_TEXTS } from '@/tests/factories/clean-texts'

const turn = (text: string) => `\u202e${[...text].reverse().join('')}\u202c`
const article = { id: 'a', version: '1', title: '', standfirst: null, body: '' }
const inputOf = (body: string) => ({ body, parentBody: null, article, watchedWords: [{ term: 'idiot', kind: 'insult', isHeld: false }] })
const watchedPlaces = (body: string) =>
  watchedWords.score(inputOf(body)).flatMap(({ reason }) => (reason?.spans ?? []).map(({ start, end }) => body.slice(start, end)))

const lexicon = new RespellingLexicon(['idiot*', 'fuck*', 'shit', 'asshole*'])

describe('what a reader sees', () => {
  it('is Greek where it is Greek', () => {
    expect(readShown('ΝΑΙ')).toBeNull()
    expect(readShown('OK, ΝΑΙ, Νίκο μου')).toBeNull()
  })

  it.each([
    ['of inline tags nothing', 'f<b></b>uck <I class="x">that</I>', 'fuck that'],
    ['of other tags a gap', '<p>Thanks.</p><p>Well said<br/>all</p>', ' Thanks.  Well said all '],
    ['of a note nothing', 'id<!-- x -->iot', 'idiot'],
    ['of a sign by its number or name the sign', '&#102;&#x75;ck&nbsp;&amp;&SHY; co', 'fuck & co'],
    ['of a turned text what it says', `you ${turn('idiot')}!`, 'you \u202eidiot\u202c!'],
    ['of a turned text without an end, the line', '\u202etoidi\nyou', '\u202eidiot\nyou'],
    ['of turned pictures whole ones', turn('so 😀 it is'), '\u202eso 😀 it is\u202c'],
    ['of a turned mark by its number what it says', '&#8238;toidi', '\u202eidiot'],
    ['of a number without its end the sign, of one that is none nothing', '&#0000105diot &#99999999;', 'idiot '],
    ['of a tag that turns what it says', '<bdo dir=rtl>toidi</bdo>', '\u202eidiot\u202c'],
    ['of letters of flags that are no flags the letters', '🇮🇩🇮🇴🇹 🇸', 'idiot s'],
    ['of tags of forums nothing', '[b]id[/b]i[color=red]ot[/color]', 'idiot'],
    ['of a letter with its accent by name the letter', 'Gr&uuml;&szlig;e, &Eacute;ric&InvisibleComma;', 'Grüße, Éric'],
    ['of Greek capitals among other letters what they are drawn like', 'ΝIGHT Ηoney ΜуΥ', 'NIGHT Honey MуY'],
    ['of an element that nobody knows and that holds nothing, nothing', 'id<q-x></q-x>iot', 'idiot'],
    ['of words on their head the words', 'you ʇoᴉpᴉ, ǝɹǝɥ', 'you idiot, here'],
  ])('is %s', (_what, written, shown) => expect(showText(written)).toBe(shown))

  it.each([
    '🇩🇪🇫🇷 won',
    '[b][i] and [1]',
    'said [/x]',
    'ə ɔ in a word list',
    'a < b and c > d',
    'x <bold> y',
    'R&D & co',
    'AT&T;',
    '<',
    'I <3 you',
    'if (a<b) or b>c',
  ])('is all of %s', (text) => {
    expect(readShown(text)).toBeNull()
  })

  it('is found again in what was written', () => {
    const body = 'an i<b>dio</b>t'
    const shown = readShown(body)
    expect(shown?.text).toBe('an idiot')
    expect([shown?.starts[3], shown?.starts[4], shown?.ends[7]]).toEqual([3, 7, 15])
  })
})

describe('a word that is hidden by tags or turned round', () => {
  it('is shown where it stands', () => {
    expect(watchedPlaces('you i<b>dio</b>t, you')).toEqual(['i<b>dio</b>t'])
    expect(watchedPlaces(`you ${turn('are an idiot')}, you`)).toEqual(['toidi'])
    expect(watchedPlaces('you &#105;diot')).toEqual(['&#105;diot'])
    expect(watchedPlaces('you 🇮🇩🇮🇴🇹!')).toEqual(['🇮🇩🇮🇴🇹'])
    expect(watchedPlaces('you ʇoᴉpᴉ!')).toEqual(['ʇoᴉpᴉ'])
    expect(watchedPlaces('you <i>ʇoᴉ</i>pᴉ!')).toEqual(['ʇoᴉ</i>pᴉ'])
  })

  it('is read by the model as the word it is, with its place', () => {
    const plain = readIncivility('you are a fucking idiot')?.logits.uncivil ?? 0
    expect(plain).toBeGreaterThan(2)
    for (const body of ['you are a f<i></i>ucking idiot', turn('you are a fucking idiot')]) {
      expect(isEnglish(body)).toBe(true)
      expect(readIncivility(body)?.logits.uncivil).toBeCloseTo(plain, 6)
    }
    const body = `you are a ${turn('fucking idiot')}`
    const places = incivility.explain?.('uncivil.insult', inputOf(body))?.spans.map(({ start, end }) => body.slice(start, end))
    expect(places).toEqual(['toidi gnikcuf'])
  })

  it('is not seen in clean texts with markup of any of five languages', () => {
    expect(Object.keys(CLEAN_TEXTS).length).toBeGreaterThanOrEqual(5)
    for (const texts of Object.values(CLEAN_TEXTS)) {
      for (const text of texts) {
        const [first = '', ...rest] = text.split(' ')
        expect(watchedPlaces(`<p><em>${first}</em> ${rest.join(' ')}</p><p>${turn(text)}</p>`)).toEqual([])
      }
    }
  })
})

describe('any text', () => {
  it.each([
    ['letters and one on its head', `${'a'.repeat(100_000)}ʇ`],
    ['letters that may stand on their head', `${'o'.repeat(100_000)} ʇ`],
    ['signs that may be letters', `a ${'!'.repeat(100_000)} b c`],
    ['a row of asterisks', `a b c ${'*'.repeat(60_000)}/ d`],
    ['beginnings of tags', '<b '.repeat(30_000)],
    ['beginnings of tags of forums', '[b]'.repeat(30_000)],
    ['words cut at lines', 'an-\n'.repeat(20_000)],
    ['flags without end', '🇮'.repeat(25_000)],
    ['signs within words', "a;b'".repeat(25_000)],
  ])('is read in time that grows with its length, also %s', (_what, text) => {
    const [some, all] = [text.slice(0, text.length / 8) + text.slice((text.length * 7) / 8), text].map((body) =>
      leastProcessorTime(() => {
        readModelWords(body.slice(0, 10_000), { isWord: () => false, lexicon })
        findRespellings(readFolded(body).text, lexicon)
      }),
    )
    // What is quadratic takes sixteen times as long.
    expect((all ?? Infinity) / Math.max(1, some ?? 0)).toBeLessThan(9)
  })

  it('is read, with places inside it, in time that grows with its length', () => {
    const pieces = fc.constantFrom(
      '<b>',
      '</b>',
      '<p',
      '>',
      '&#',
      '105;',
      '&shy;',
      '\u202e',
      '\u202c',
      '😀',
      '🇮',
      'ʇoᴉ',
      '[b]',
      '[/b]',
      '<bdo dir=rtl>',
      '</bdo>',
      'idiot',
      ' ',
      '<!--',
      '-->',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const body = parts.join('')
        const shown = readShown(body)
        if (shown === null) return
        expect([shown.starts.length, shown.ends.length]).toEqual([shown.text.length, shown.text.length])
        for (let at = 0; at < shown.text.length; at += 1) {
          expect(shown.ends[at]).toBeGreaterThan(shown.starts[at] ?? Infinity)
          expect(shown.ends[at]).toBeLessThanOrEqual(body.length)
        }
        expect(watchedPlaces(body).every((place) => place !== '')).toBe(true)
      }),
    )
    for (const piece of ['<b ', '<!--', '&#1', '\u202ea', '<b>']) {
      const [some, all] = [50_000, 200_000].map((times) => piece.repeat(times)).map((body) => leastProcessorTime(() => readShown(body)))
      // What is quadratic takes sixteen times as long.
      expect((all ?? Infinity) / (some ?? 0), piece).toBeLessThan(9)
    }
  })
})
