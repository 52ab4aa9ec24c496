import { IDENTITY_FORM, type ModelWord } from '../text/model-words'

/**
 * From which log-odds on a text is heard as a put-down, and from which where it names a group (hate denied and answered sounds alike); how
 * incivility as a whole grows from even on, and up to what. Chosen so that comments of Reddit, Wikipedia and the news are ranked no worse
 * than without it: half a unit lower finds a sixth more put-downs of our own list, and takes two civil ones of those for each.
 */
const [FROM, FROM_OF_GROUP] = [0, 0.6]
const [SLOPE, MOST] = [0.8, 1.4]
/** Of how many words a text or a sentence is of which anything is said: of longer and shorter ones nothing was learnt. */
const [FEWEST_WORDS, FEWEST_WORDS_OF_SENTENCE, MOST_WORDS] = [3, 4, 60]
/** So much less is heard in one of many sentences: there are more of them to be wrong about. */
const ONE_OF_MANY = 0.3
/** What the sentence vector says is added to what the words say, and so much, that the line is right for both. */
const LEVEL = -0.25

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
 * How much a text is heard to put somebody down: by its words as a whole with what its sentence vector says (null: there is none), or by one of
 * its sentences. `read` gives log-odds of the words `from`–`to`.
 */
export function hearPutDown(
  length: number,
  starts: readonly number[],
  read: (from: number, to: number) => number,
  byVector: number | null,
): number {
  let heard = -Infinity
  if (length >= FEWEST_WORDS && length <= MOST_WORDS) {
    const whole = read(0, length)
    heard = byVector === null ? whole : whole + byVector + LEVEL
  }
  if (starts.length === 0) return heard
  let from = 0
  for (const to of [...starts, length]) {
    const words = Math.min(to, length) - from
    if (words >= FEWEST_WORDS_OF_SENTENCE && words <= MOST_WORDS) heard = Math.max(heard, read(from, from + words) - ONE_OF_MANY)
    from = to
  }
  return heard
}

/** What incivility as a whole is at least where a text of these words is heard to put somebody down so much: log-odds. */
export function leastIfHeard(heard: number, forms: readonly string[]): number {
  const above = heard - (heard >= FROM && forms.includes(IDENTITY_FORM) ? FROM_OF_GROUP : FROM)
  return above < 0 ? -Infinity : Math.min(MOST, SLOPE * above)
}
