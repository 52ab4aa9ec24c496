import { IDENTITY_FORM, type ModelWord } from '../text/model-words'
import { howShort } from './shortness'

/**
 * What is taken from what the words of a text say, and from what its sentence vector says with them: above 0 it is heard as a put-down. How much
 * higher that line is where it names a group (hate denied and answered sounds alike); how incivility as a whole grows from even on, and up to
 * what. Chosen by what is taken of civil comments of Reddit, Wikipedia, debates and the news (docs/models.md).
 */
const [LESS_BY_WORDS, LESS_BY_VECTOR, MORE_OF_GROUP] = [0.45, 0.65, 0.6]
const [SLOPE, MOST] = [0.8, 1.4]
/** In many words, one that is hardly heard by the whole is no more than a doubt. */
const LESS_IF_LONG = 0.8
/** Of how many words a text or a sentence is of which anything is said: of longer and shorter ones nothing was learnt. */
const [FEWEST_WORDS, FEWEST_WORDS_OF_SENTENCE, MOST_WORDS] = [3, 4, 60]

/**
 * The same of one sentence of several: by its words, or by its words and its vector. `from` is the line; it is higher by `perWord` for each word
 * under nine, and by `perDoubling` for each doubling of the sentences above three: there are more of them to be wrong about. Chosen on
 * the first half of our own list, each in the middle of a comment, and what is found beside it in civil comments.
 */
const BY_WORDS = { from: 0.1, perWord: 0.12, perDoubling: 0.2 }
const BY_VECTOR = { from: 0.75, perWord: 0.2, perDoubling: 0.6 }
const [FEW_WORDS, FEW_SENTENCES] = [9, 3]
const [SLOPE_OF_SENTENCE, MOST_OF_SENTENCE] = [0.5, 0.8]
/** Sentences whose words say so much are worth a vector of their own, and so many of a text. */
const [DOUBTFUL_FROM, MOST_DOUBTFUL] = [-1.2, 3]

/** What is heard of a put-down: what incivility as a whole is at least (log-odds), and the words it is heard in, `from`–`to`, exclusive. */
export interface HeardPutDown {
  least: number
  from: number
  to: number
}
export const NOTHING_HEARD: HeardPutDown = { least: -Infinity, from: 0, to: 0 }

/** What sentence vectors say of put-downs: that of the whole, and those of doubtful sentences by their first word. Log-odds. */
export interface SeenPutDown {
  whole: number
  sentences: ReadonlyMap<number, number>
}

/** Log-odds of the words `from`–`to` to put somebody down. */
type ReadWords = (from: number, to: number) => number

/** Where sentences begin after the first, by the mark at the end of a word: places in `words`. */
export function findSentenceStarts(text: string, words: readonly ModelWord[]): number[] {
  const starts: number[] = []
  // Without taking pairs apart: this is done for every word that comes in.
  let before = words[0]
  for (let at = 1; at < words.length; at += 1) {
    const word = words[at]
    if (!before || !word) break
    // A mark that carries tone is a word itself, the last of its sentence.
    if (ENDS[text.charCodeAt(before.start)] === 1 || (word.start !== before.end && ENDS[text.charCodeAt(before.end)] === 1)) starts.push(at)
    before = word
  }
  return starts
}

/** By its code, whether a sign ends a sentence or a line. */
const ENDS = new Uint8Array(128)
for (const mark of '.;:!?\n') ENDS[mark.charCodeAt(0)] = 1

/**
 * Whether a text puts somebody down: by its words as a whole with what its sentence vector says (`seen`; null: there is none), or by one of its
 * sentences. `starts`: where sentences begin after the first.
 */
export function hearPutDown(forms: readonly string[], starts: readonly number[], read: ReadWords, seen: SeenPutDown | null): HeardPutDown {
  const { length } = forms
  let heard = NOTHING_HEARD
  if (length >= FEWEST_WORDS && length <= MOST_WORDS) {
    const said = read(0, length) + (seen === null ? -LESS_BY_WORDS : seen.whole - LESS_BY_VECTOR)
    const above = said < 0 ? said : said - raiseLine(forms, 0, length)
    if (above >= 0) heard = { least: Math.min(MOST, SLOPE * above) - LESS_IF_LONG * (1 - howShort(length)), from: 0, to: length }
  }
  const doublings = Math.max(0, Math.log2((starts.length + 1) / FEW_SENTENCES))
  eachSentence(starts, length, (from, to) => {
    const byVector = seen?.sentences.get(from)
    // Where there are vectors, a sentence without one is not doubtful.
    if (seen !== null && byVector === undefined) return
    const line = byVector === undefined ? BY_WORDS : BY_VECTOR
    const few = Math.max(0, FEW_WORDS - (to - from))
    const said = read(from, to) + (byVector ?? 0) - line.from - line.perWord * few - line.perDoubling * doublings
    const above = said < 0 ? said : said - raiseLine(forms, from, to)
    const least = above < 0 ? -Infinity : Math.min(MOST_OF_SENTENCE, SLOPE_OF_SENTENCE * above)
    if (least > heard.least) heard = { least, from, to }
  })
  return heard
}

/** The sentences of a text of several that may put somebody down by their words: the likeliest three. */
export function findDoubtfulSentences(starts: readonly number[], length: number, read: ReadWords): { from: number; to: number }[] {
  const doubtful: { from: number; to: number; said: number }[] = []
  eachSentence(starts, length, (from, to) => {
    const said = read(from, to)
    if (said >= DOUBTFUL_FROM) doubtful.push({ from, to, said })
  })
  return doubtful.sort((a, b) => b.said - a.said).slice(0, MOST_DOUBTFUL)
}

/** Does something with each sentence of several that is neither too short nor too long to say anything of. */
function eachSentence(starts: readonly number[], length: number, look: (from: number, to: number) => void): void {
  if (starts.length === 0) return
  let from = 0
  for (let at = 0; at <= starts.length && from < length; at += 1) {
    const to = Math.min(starts[at] ?? length, length)
    const words = to - from
    if (words >= FEWEST_WORDS_OF_SENTENCE && words <= MOST_WORDS) look(from, to)
    from = to
  }
}

/** How much higher the line is for words that name a group; for those that condemn who insults others ("if you call people names") there is none. */
function raiseLine(forms: readonly string[], from: number, to: number): number {
  if (
    CONDITIONS.has(forms[from] ?? '') &&
    forms.slice(from + 1, from + 5).some((form, at, near) => ABUSES.has(form) && OTHERS.has(near[at + 1] ?? ''))
  )
    return Infinity
  const at = forms.indexOf(IDENTITY_FORM, from)
  return at >= 0 && at < to ? MORE_OF_GROUP : 0
}

const CONDITIONS = new Set(['if', 'when', 'whoever', 'anyone', 'anybody', 'someone', 'people', 'those', 'everyone', 'everybody'])
const ABUSES = new Set('call calls calling insult insults insulting mock mocks mocking bully bullies bullying hate hates hating'.split(' '))
const OTHERS = new Set(['people', 'others', 'someone', 'somebody', 'anyone', 'anybody', 'women', 'men', 'kids', 'children', IDENTITY_FORM])
