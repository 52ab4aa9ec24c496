import { FormsBySum, PLACE_UNIT, type SummedWords } from './summed-words'

/** Shorter words with other letters are often others ("doit", "SPLC"); with two in each other's place at the end or in a plural longer ones are, too ("groep", "horas"). */
const SHORTEST_SWAPPED = 5
const LONGEST_OTHER = 6

/** Words of a list as they may come to be misspelt: with two letters in each other's place, one written twice, or l for i. */
export class MisspeltWords {
  private readonly forms: FormsBySum

  /** @param isWord tells words of English, which are never taken for others misspelt */
  constructor(
    words: Iterable<string>,
    private readonly isWord: (form: string) => boolean,
  ) {
    this.forms = new FormsBySum(words)
  }

  /** Calls `onFound` with each word of the text that is one of the list misspelt. */
  find(text: string, words: SummedWords, onFound: (start: number, end: number, word: string) => void): void {
    const { count, sums } = words
    for (let at = 0; at < count; at += 1) {
      const alike = this.forms.listAt(sums[at] ?? 0)
      if (alike === undefined) continue
      const place = words.places[at] ?? 0
      const start = Math.floor(place / PLACE_UNIT)
      const end = start + (place % PLACE_UNIT)
      const doubled = words.doubled.get(at) ?? 0
      const meant = alike.find((word) =>
        doubled === 0 ? isMisspelt(text, start, end, word) : isDoubled(text.slice(start, end), doubled - start, word),
      )
      if (meant !== undefined && !this.isWord(text.slice(start, end))) onFound(start, end, meant)
    }
  }
}

/**
 * Whether a word of the text differs from one of the same letters by nothing but i for l or l for i ("asshoIe", "ldiot"), or by two neighbours
 * behind the first letter that are in each other's place. Most that is asked of it differs in the first letter.
 */
function isMisspelt(text: string, start: number, end: number, word: string): boolean {
  const { length } = word
  if (end - start !== length || length < SHORTEST_SWAPPED) return false
  let at = 0
  while (at < length && text.charCodeAt(start + at) === word.charCodeAt(at)) at += 1
  if (at === length) return false
  if (isStroke(text.charCodeAt(start + at)) && isStroke(word.charCodeAt(at))) {
    return text.slice(start, end).replaceAll('l', 'i') === word.replaceAll('l', 'i')
  }
  if (at === 0) return false
  if (text.charCodeAt(start + at) !== word.charCodeAt(at + 1) || text.charCodeAt(start + at + 1) !== word.charCodeAt(at)) return false
  if (length <= LONGEST_OTHER && (at + 2 === length || word.endsWith('s'))) return false
  return text.startsWith(word.slice(at + 2), start + at + 2)
}

const [I, L] = [0x69, 0x6c]
const isStroke = (unit: number) => unit === I || unit === L

/** Whether it is the word once the letter at `pair` is left out. At the end of short ones it makes names ("Twatt"). */
function isDoubled(form: string, pair: number, word: string): boolean {
  if (pair === form.length - 1 && word.length < SHORTEST_SWAPPED) return false
  return form.slice(0, pair) + form.slice(pair + 1) === word
}
