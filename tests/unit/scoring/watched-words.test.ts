import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ScoreReason } from '@/lib/contracts/score'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { foldWord } from '@/lib/scoring/text/fold'
import type { WatchedWordRule } from '@/lib/scoring/scorer'
import { watchedWords } from '@/lib/scoring/watched-words'

const article = { id: 'a', version: '1', title: 'Title', standfirst: null, body: '' }
const insult = (term: string): WatchedWordRule => ({ term, kind: 'insult', isHeld: false })
const scoreBody = (body: string, rules: readonly WatchedWordRule[]) =>
  watchedWords.score({ body, parentBody: null, article, watchedWords: rules })
const matchedTexts = (body: string, ...terms: string[]) =>
  scoreBody(body, terms.map(insult)).flatMap((score) => (score.reason?.spans ?? []).map(({ start, end }) => body.slice(start, end)))

describe('watched words', () => {
  it('give the attribute of their kind, with the place and the weight of the hit', () => {
    expect(scoreBody('You idiot!', [insult('idiot')])).toEqual([
      { attribute: 'uncivil.insult', value: 0.8, reason: { spans: [{ start: 4, end: 9, weight: 0.8 }], sentences: [] } },
    ])
  })

  it('give nothing when nothing is found or the list is empty', () => {
    expect(scoreBody('A calm remark.', [insult('idiot')])).toEqual([])
    expect(scoreBody('You idiot!', [])).toEqual([])
    expect(scoreBody('', [insult('idiot')])).toEqual([])
  })

  it('count further distinct terms, not repeats, and never exceed 0.95', () => {
    const terms = ['idiot', 'moron', 'fool', 'clown', 'liar', 'prick', 'loser', 'twit', 'oaf', 'ass', 'dolt', 'dunce']
    const valueOf = (body: string) => scoreBody(body, terms.map(insult))[0]?.value
    expect(valueOf('idiot idiot idiot')).toBe(0.8)
    expect(valueOf('idiot moron')).toBe(0.875)
    expect(valueOf('idiot moron fool')).toBe(0.9125)
    expect(valueOf(terms.join(' '))).toBeLessThanOrEqual(0.95)
  })

  it('of a held term give watched_word.held, with or without a kind', () => {
    const rules = [
      { term: 'kill you', kind: 'threat', isHeld: true },
      { term: 'acme', kind: null, isHeld: true },
    ]
    expect(scoreBody('I will kill you', rules).map(({ attribute, value }) => [attribute, value])).toEqual([
      ['uncivil.threat', 0.8],
      ['watched_word.held', 1],
    ])
    expect(scoreBody('ACME again', rules).map(({ attribute, value }) => [attribute, value])).toEqual([['watched_word.held', 1]])
  })

  it('are whole words', () => {
    expect(matchedTexts('Scunthorpe, classic passion, grass', 'cunt', 'ass')).toEqual([])
    expect(matchedTexts("an ass. (ass) _ass_ ass's", 'ass')).toEqual(['ass', 'ass', 'ass', 'ass'])
  })

  it('in pieces are not seen in ordinary words beside each other', () => {
    expect(matchedTexts('Put a lid on it. We put a lot in.', 'puta')).toEqual([])
    expect(matchedTexts('You pu ta, you p uta', 'puta')).toEqual(['pu ta', 'p uta'])
    expect(matchedTexts('I diot, a nus, b itch', 'idiot', 'anus', 'bitch')).toEqual(['I diot', 'a nus', 'b itch'])
  })

  it('ending in * match any ending, and show the whole word', () => {
    expect(matchedTexts('Idiotic idiots, no cryptoidiot', 'idiot*')).toEqual(['Idiotic', 'idiots'])
    expect(matchedTexts('anything', '*', '\u200b', '\u200b*')).toEqual([])
  })

  it('may be phrases, over any white space', () => {
    expect(matchedTexts('Just SHUT \n\t up, will you. Shut upstairs.', 'shut up')).toEqual(['SHUT \n\t up'])
  })

  it('of several inside one another, show the longest and count one', () => {
    const body = 'shut the fuck up'
    expect(matchedTexts(body, 'fuck*', 'shut the fuck up', 'shut')).toEqual([body])
    expect(scoreBody(body, [insult('fuck*'), insult('shut the fuck up')])[0]?.value).toBe(0.8)
  })

  it('are found behind accents, wide letters, look-alikes and invisible characters, and shown as written', () => {
    const disguises = ['ïdïöt', 'ｉｄｉｏｔ', '𝕚𝕕𝕚𝕠𝕥', 'іdіоt', 'i\u200bd\u00adi\u2060ot', 'I\u0308DIOT\u0301', 'ıdıot']
    for (const disguise of disguises) expect(matchedTexts(`😀 oh ${disguise} you`, 'idiot')).toEqual([disguise])
    expect(matchedTexts('Du ARSCHLOCH, du Scheißkerl', 'scheisskerl')).toEqual(['Scheißkerl'])
    expect(matchedTexts('I’ll kill you', "I'll kill you")).toEqual(['I’ll kill you'])
  })

  it('work in scripts without spaces, right-to-left scripts and emoji', () => {
    expect(matchedTexts('你是白痴吗', '白痴')).toEqual(['白痴'])
    expect(matchedTexts('お前は馬鹿だidiotな', '馬鹿', 'idiot')).toEqual(['馬鹿', 'idiot'])
    expect(matchedTexts('أنت غَبِيّ جدا', 'غبي')).toEqual(['غَبِيّ'])
    expect(matchedTexts('אתה טיפש!', 'טיפש')).toEqual(['טיפש'])
    expect(matchedTexts('why🖕🏽you', '🖕')).toEqual(['🖕'])
    expect(matchedTexts('Ты идиот', 'идиот')).toEqual(['идиот'])
  })

  it('do not begin or end inside one character', () => {
    expect(matchedTexts('ß', 's')).toEqual([])
  })

  it('follow a changed list, and one of other kinds with the same terms', () => {
    expect(matchedTexts('idiot', 'moron')).toEqual([])
    expect(matchedTexts('idiot', 'idiot')).toEqual(['idiot'])
    expect(scoreBody('idiot', [{ term: 'idiot', kind: 'mockery', isHeld: false }])[0]?.attribute).toBe('uncivil.mockery')
  })

  it('keep the reason within what may be stored', () => {
    const [score] = scoreBody('idiot '.repeat(8_000), [insult('idiot')])
    expect(score?.reason?.spans).toHaveLength(200)
    expect(ScoreReason.parse(score?.reason)).toEqual(score?.reason)
  })
})

describe('watched words, for any text', () => {
  it('never throw, and give spans that are ordered, apart and inside the body', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 8 }),
        (body, terms) => {
          for (const { reason, value } of scoreBody(body, terms.map(insult))) {
            let last = 0
            expect(value).toBeGreaterThanOrEqual(0.8)
            for (const { start, end } of reason?.spans ?? []) {
              expect(start).toBeGreaterThanOrEqual(last)
              expect(end).toBeGreaterThan(start)
              expect(end).toBeLessThanOrEqual(body.length)
              last = end
            }
          }
        },
      ),
    )
  })

  it('put the span on the term, whatever stands around it', () => {
    const surrounding = fc.string({
      unit: fc.constantFrom(' ', '.', 'é', '\u200b', '😀', 'x', '\n', 'ß', 'ﷺ', '日', '\ud83d'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(surrounding, surrounding, fc.constantFrom(...DEFAULT_WATCHED_WORDS), (before, after, word) => {
        const term = word.term.replace('*', '')
        const body = `${before} ${term} ${after}`
        const found = scoreBody(body, [insult(term)]).flatMap((score) => score.reason?.spans ?? [])
        expect(found).toEqual([{ start: before.length + 1, end: before.length + 1 + term.length, weight: 0.8 }])
        expect(foldWord(body.slice(found[0]?.start, found[0]?.end))).toBe(foldWord(term))
      }),
    )
  })
})

describe('the default list', () => {
  it('finds each of its own terms, has no term twice, and leaves ordinary talk alone', () => {
    const terms = DEFAULT_WATCHED_WORDS.map((word) => word.term)
    for (const term of terms) expect(scoreBody(`Oh ${term.replace('*', '')}!`, DEFAULT_WATCHED_WORDS), term).not.toEqual([])
    expect(new Set(terms).size).toBe(terms.length)
    expect(scoreBody('Kind people like your clear argument; classes and assistants in Essex grow.', DEFAULT_WATCHED_WORDS)).toEqual([])
  })
})
