import { findCandidates } from './respelling-candidates'
import { BLANK, isUsuallyBlanked, type RespellingLexicon, SHORTEST } from './respelling-lexicon'

/** A stretch of folded text that spells a known word in disguise. `start` and `end` are units of the folded text. */
export interface Respelling {
  start: number
  end: number
  word: string
}

/** Longer runs are no words: hashes, addresses, noise. */
const LONGEST = 40
/** A word cut in two is shorter than that only by chance. */
const SHORTEST_CUT = 4

/** What digits and signs stand for when letters are around them; several, where several are usual. */
const SIGNS: Record<string, string> = {
  '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'gb', '7': 't', '8': 'b', '9': 'g',
  '@': 'aouei', $: 's', '!': 'il', '¡': 'i', '|': 'il', '+': 't', '€': 'e', '£': 'l', '(': 'c', '<': 'c', '¥': 'y', '§': 's', '¢': 'c', '†': 't', '°': 'o', '&': 'a', '%': BLANK, '#': BLANK, '*': BLANK,
} // prettier-ignore
const PICTURE = /^\p{Extended_Pictographic}$/u

/**
 * Finds words that are spelt so that a list of words would miss them: digits and signs for letters ("1d10t", "a$$"), blanks
 * and dashes ("f**k", "f--k"), letters apart ("i d i o t", "f.u.c.k"), words cut in two ("idio t", "id;iot", "id-" at the end of a line),
 * letters drawn out ("stuuupid") or doubled. Only spellings of words in `lexicon` are reported: everything else stays as it stands. Linear in the length of the text.
 *
 * @param text folded (lib/scoring/text/fold.ts): lower case, look-alikes replaced, invisible characters gone
 */
export function findRespellings(text: string, lexicon: RespellingLexicon): Respelling[] {
  const found: Respelling[] = []
  const { apart, suspects, cuts, halves } = findCandidates(text)
  for (const { start, end } of apart) {
    const spelling = readApart(text.slice(start, end), start, lexicon)
    if (spelling !== null) found.push(spelling)
  }
  const add = (spelling: Respelling | null) => {
    if (spelling !== null && !found.some(({ start, end }) => spelling.start < end && spelling.end > start)) found.push(spelling)
  }
  for (const { start, end } of suspects) add(respellChunk(text.slice(start, end), start, lexicon))
  for (const { start, end } of cuts) {
    const whole = text.slice(start, end).replace(/-\s+/, '')
    if (whole.length >= SHORTEST_CUT && lexicon.lists(whole)) add({ start, end, word: whole })
  }
  for (const { start, end } of halves) add(joinHalves(text, start, end, lexicon))
  // Most texts hold none, and sorting nothing leaves half a kilobyte behind.
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found
}

/** How many of the letters at the beginning and at the end are left out, in the order in which it is tried. */
const OWN_WORDS = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

/** Single letters as one word. A letter at either end may be a word of its own ("such a b i t c h"). */
function readApart(run: string, at: number, lexicon: RespellingLexicon): Respelling | null {
  for (const apart of [/[^\s._\-~,/\\]/gu, /[\p{L}0-9@$]|(?<!!)!(?!!)/gu]) {
    const letters = [...run.matchAll(apart)].map(({ 0: letter, index }) => ({ letter, index }))
    if (letters.length > LONGEST) continue
    for (const [before, after] of OWN_WORDS) {
      const kept = letters.slice(before, letters.length - after)
      const [first, last] = [kept[0], kept.at(-1)]
      if (first === undefined || last === undefined) continue
      const spelling = kept.map(({ letter }) => letter).join('')
      const word = kept.length > SHORTEST || /[a-z@$].*[a-z@$]/.test(spelling) ? readSpelling(spelling, lexicon) : null
      if (word !== null) return { start: at + first.index, end: at + last.index + last.letter.length, word }
    }
  }
  return null
}

/** A half without a vowel together with the letters before or after it, if that is a word of the list. */
function joinHalves(text: string, start: number, end: number, lexicon: RespellingLexicon): Respelling | null {
  if (text.charAt(start - 1) === "'") return null
  const half = text.slice(start, end)
  const after = /^[\s.\-_][a-z]+(?![a-z0-9'])/.exec(text.slice(end, end + LONGEST))?.[0]
  const whole = half + (after ?? '').slice(1)
  if (after !== undefined && whole.length >= SHORTEST_CUT && lexicon.lists(whole)) return { start, end: end + after.length, word: whole }
  const before = /(?<![a-z0-9'])[a-z]+[\s.\-_]$/.exec(text.slice(Math.max(0, start - LONGEST), start))?.[0]
  const other = (before ?? '').slice(0, -1) + half
  if (before === undefined || other.length < SHORTEST_CUT || !lexicon.lists(other)) return null
  return { start: start - before.length, end, word: other }
}

function respellChunk(chunk: string, at: number, lexicon: RespellingLexicon): Respelling | null {
  const bare = trimChunk(chunk)
  if (bare === null) return null
  const isLettersOnly = bare.text.length < SHORTEST || bare.text.length > LONGEST || /^[a-z]+$/.test(bare.text)
  const word = isLettersOnly
    ? undouble(bare.text, lexicon)
    : (readSpelling(bare.text, lexicon) ?? readJoined(bare.text.split(BETWEEN), lexicon) ?? readLeftOut(bare.text, lexicon))
  return word === null ? null : { start: at + bare.start, end: at + bare.start + bare.text.length, word }
}

/** What is put within a word; an apostrophe only where no contraction begins with it. */
const BETWEEN = /(?:[._\-~,/\\;:=^?·•…]|['`](?!(?:s|ll|re|ve|d|m|t|nt)\b))+/

/** Dashes or a point for letters that everybody knows ("f--k", "b.tch"), and a line for any one letter ("st_pid"). */
function readLeftOut(spelling: string, lexicon: RespellingLexicon): string | null {
  if (spelling.length <= SHORTEST || !/^[a-z]+(?:[-_]{1,3}|\.)[a-z]+$/.test(spelling)) return null
  const word = lexicon.fillBlanks(spelling.replace(/[-_.]/g, BLANK))
  return word !== null && (isUsuallyBlanked(word) || /^[a-z]{2,}_[a-z]{2,}$/.test(spelling)) ? word : null
}

/** Parts as one word. Where one part is a harsh word as it stands, nothing is disguised ("idiot...and"). */
function readJoined(parts: readonly string[], lexicon: RespellingLexicon): string | null {
  return parts.some((part) => lexicon.has(part)) ? null : readSpelling(parts.join(''), lexicon)
}

/** The chunk without the punctuation around it; null when it holds no letter and no sign that passes for one. */
function trimChunk(chunk: string): { text: string; start: number } | null {
  const start = chunk.search(/[\p{L}0-9@$*£§¢†(<#]|[!|](?=[a-z@$0-9])/u)
  if (start < 0) return null
  const text = chunk.slice(start).replace(/[^\p{L}0-9$@*!#§¢†€]+$/u, '')
  const end = text.replace(/!+$/, '')
  const kept = end.length >= SHORTEST ? end : text
  return /[a-z]|[@$*#]/.test(kept) ? { text: kept, start } : null
}

function readSpelling(spelling: string, lexicon: RespellingLexicon): string | null {
  if (spelling.length < SHORTEST || spelling.length > LONGEST) return null
  if (/^[a-z]+$/.test(spelling)) return lexicon.has(spelling) ? spelling : undouble(spelling, lexicon)
  if (!/[a-z]/.test(spelling) && !/[@$]/.test(spelling)) return null
  let readings = ['']
  for (const sign of spelling) {
    const letters = /[a-z]/.test(sign) ? sign : PICTURE.test(sign) ? BLANK : SIGNS[sign]
    if (letters === undefined) return null
    readings = readings.flatMap((reading) => [...letters].map((letter) => reading + letter)).slice(0, 32)
  }
  for (const reading of readings) {
    if (reading.includes(BLANK)) {
      const word = lexicon.fillBlanks(reading) ?? (isEmphasis(reading) ? null : dropBlanks(reading, lexicon))
      if (word !== null) return word
    } else {
      const word = lexicon.has(reading) ? reading : undouble(reading, lexicon)
      if (word !== null) return word
    }
  }
  return null
}

/** Asterisks around a word are emphasis, not letters left out. */
const isEmphasis = (reading: string) => /^\*+[a-z]+\*+$/.test(reading)

/** Signs put between letters that are all there ("f*u*c*k"). */
function dropBlanks(reading: string, lexicon: RespellingLexicon): string | null {
  const letters = reading.replaceAll(BLANK, '')
  return letters.length >= 4 && lexicon.has(letters) ? letters : null
}

/** A letter three times, or at least three letters in a row that are all doubled. */
const DRAWN_OUT = /([a-z])\1\1|([a-z])\2([a-z])\3([a-z])\4/

function undouble(word: string, lexicon: RespellingLexicon): string | null {
  return DRAWN_OUT.test(word) ? lexicon.undouble(word) : null
}
