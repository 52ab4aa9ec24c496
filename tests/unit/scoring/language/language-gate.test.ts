import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWords, isEnglish } from '@/lib/scoring/language/language-gate'
import { STOP_WORDS } from '@/lib/scoring/text/stop-words'

describe('whether a text is English', () => {
  it.each([
    ['They moved the tram stop to the other side of the street', true],
    ['Die Haltestelle wurde auf die andere Seite der Straße verlegt', false],
    ['Der Fahrplan gilt nicht mehr und wir warten noch immer', false],
    ['lol', true],
    ['12 of 20 said they don’t know who’d pay for it', true],
    ['Это не по-английски и не должно так читаться', false],
    // words that English shares say nothing where another language's own stand beside them
    ['No me digas que van a subir los impuestos otra vez', false],
    ['To jest bardzo dobry pomysł', false],
    ['Das Meeting war ein total waste of time, wie immer', false],
    ['He is a real Mensch, as they say: nicht schlecht', true],
    // few words
    ['Sehr gut!', false],
    ['Qué asco', false],
    ['Nice photo', true],
    ['que3rs', true],
    // a letter with an accent is one letter of a word
    ['Los años pasan y el alcalde no dice nada', false],
    ['The café on Rue de Rivoli is closed', true],
    ['Minister Narendra Modi met Olaf Scholz and Giorgia Meloni in Hiroshima', true],
    ['ƒυскιng', true],
    ['і ԁ і о т', true],
    ['А я и в Москве', false],
  ])('%s: %s', (text, expected) => expect(isEnglish(text)).toBe(expected))

  it('is told by the words that a pattern cuts, also where it is not asked', () => {
    const pieces = [
      'the',
      'and',
      "don't",
      'der',
      'und',
      'nicht',
      'tram',
      "x's'y",
      'abc123',
      '2024',
      "'",
      '’',
      '.',
      'Haltestelle',
      'THEY',
      'q_q',
      'é',
      'más',
      'nó',
    ]
    const texts = fc.array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom(' ', ', ', '')), { maxLength: 20 })
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.flat().join('')
        const words =
          text
            .toLowerCase()
            .replaceAll('’', "'")
            .match(/[a-zéáó]+(?:'[a-zéáó]+)?/g) ?? []
        const stops = words.map((word) => (word === 'nó' ? 'no' : word)).filter((word) => STOP_WORDS.get('en')?.has(word)).length
        expect(countWords(text)).toMatchObject({ words: words.length, letters: words.join('').length, stops })
      }),
      { numRuns: 1000 },
    )
  })
})
