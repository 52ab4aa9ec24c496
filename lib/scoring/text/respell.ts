import { findCandidates } from './respelling-candidates'
import { BLANK, isUsuallyBlanked, type RespellingLexicon, SHORTEST } from './respelling-lexicon'
import { TakenPlaces } from './taken-places'

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
  const taken = new TakenPlaces(text.length)
  const add = (spelling: Respelling | null) => {
    if (spelling === null || taken.has(spelling.start, spelling.end)) return
    taken.take(spelling.start, spelling.end)
    found.push(spelling)
  }
  const { apart, suspects, cuts, halves } = findCandidates(text)
  for (const { start, end } of apart) add(readApart(text.slice(start, end), start, lexicon))
  for (const suspect of suspects) {
    const start = suspect.start + (isBracketed(text, suspect.start) ? 1 : 0)
    for (const spelling of respellChunk(text.slice(start, suspect.end), start, lexicon)) add(spelling)
  }
  for (const { start, end } of cuts) {
    const whole = text.slice(start, end).replace(/-\s+/, '')
    if (whole.length >= SHORTEST_CUT && lexicon.lists(whole)) add({ start, end, word: whole })
  }
  for (const { start, end } of halves) add(joinHalves(text, start, end, lexicon))
  // Most texts hold none, and sorting nothing leaves half a kilobyte behind.
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found
}

/** Whether a bracket is one, and no letter: somewhere it is closed. */
const isBracketed = (text: string, at: number) => text.charAt(at) === '(' && text.slice(at, at + LONGEST_BRACKETS).includes(')')
const LONGEST_BRACKETS = 300

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
    const ways = OWN_WORDS.map(([before, after]) => letters.slice(before, letters.length - after))
    for (const kept of [...ways.map(withoutPicturesAround), ...ways]) {
      const [first, last] = [kept[0], kept.at(-1)]
      if (first === undefined || last === undefined) continue
      const spelling = kept.map(({ letter }) => letter).join('')
      const word = kept.length > SHORTEST || /[a-z@$].*[a-z@$]/.test(spelling) ? readSpelling(spelling, lexicon) : null
      if (word !== null) return { start: at + first.index, end: at + last.index + last.letter.length, word }
    }
  }
  return null
}

/** Pictures beside a word are no letters of it, unless it is none without them. */
function withoutPicturesAround<Placed extends { letter: string }>(letters: readonly Placed[]): Placed[] {
  const isLetter = ({ letter }: Placed) => !PICTURE.test(letter)
  return letters.slice(Math.max(0, letters.findIndex(isLetter)), letters.findLastIndex(isLetter) + 1)
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

/** A chunk as one word; else, where people left out the blank after a mark ("he is,1d10t:go"), what stands between the marks. */
function respellChunk(chunk: string, at: number, lexicon: RespellingLexicon): Respelling[] {
  const whole = respellPart(chunk, at, lexicon)
  if (whole !== null) return [whole]
  if (!MARK.test(chunk) || LINK.test(chunk)) return []
  return Array.from(chunk.matchAll(BETWEEN_MARKS), ({ 0: part, index }) => respellPart(part, at + index, lexicon)).filter(
    (spelling) => spelling !== null,
  )
}

/** Marks that end a clause; what they part is looked at by itself, but not in addresses. */
const MARK = /[,;:.?…—–/]/
const BETWEEN_MARKS = /[^,;:.?…—–/]{3,}/g
const LINK = /:\/\/|www\.|\.[a-z]{2,}\//

function respellPart(chunk: string, at: number, lexicon: RespellingLexicon): Respelling | null {
  for (const bare of trimChunk(chunk)) {
    const isLettersOnly = bare.text.length < SHORTEST || bare.text.length > LONGEST || /^[a-z]+$/.test(bare.text)
    const word = isLettersOnly
      ? undouble(bare.text, lexicon)
      : (readSpelling(bare.text, lexicon) ?? readJoined(bare.text.split(BETWEEN), lexicon) ?? readLeftOut(bare.text, lexicon))
    if (word !== null) return { start: at + bare.start, end: at + bare.start + bare.text.length, word }
  }
  return null
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

/**
 * The chunk without the punctuation around it, where it holds a letter or a sign that passes for one; then with a last sign that may be
 * a letter ("+wa+").
 */
function trimChunk(chunk: string): { text: string; start: number }[] {
  const start = chunk.search(/[\p{L}0-9@$*£§¢†(<#]|[!|+](?=[a-z@$0-9])/u)
  if (start < 0) return []
  const signed = trimEnd(chunk.slice(start), END_OF_WORD)
  const text = trimEnd(signed, /[^!]/)
  const kept = text.length >= SHORTEST ? text : signed
  const bare = /[a-z]|[@$*#]/.test(kept) ? [{ text: kept, start }] : []
  const sign = chunk.charAt(start + signed.length)
  return bare.length > 0 && kept === signed && /[+|]/.test(sign) ? [...bare, { text: signed + sign, start }] : bare
}

const END_OF_WORD = /[\p{L}0-9$@*!#§¢†€]/u

/** The text as far as the last unit that `last` allows: a pattern that asks for the end would look there from every sign. */
function trimEnd(text: string, last: RegExp): string {
  let end = text.length
  while (end > 0 && !last.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** "600k" */
const AMOUNT = /^[0-9]+[a-z]$/

function readSpelling(spelling: string, lexicon: RespellingLexicon): string | null {
  if (spelling.length < SHORTEST || spelling.length > LONGEST) return null
  if (/^[a-z]+$/.test(spelling)) return lexicon.has(spelling) ? spelling : undouble(spelling, lexicon)
  if ((!/[a-z]/.test(spelling) && !/[@$]/.test(spelling)) || AMOUNT.test(spelling)) return null
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
