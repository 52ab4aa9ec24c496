import { BLANK, DRAWN_SIGNS, LETTERS_OF_SIGNS, readBuilt } from './letter-signs'
import { findCandidates, POINTS, type Respelling } from './respelling-candidates'
import { isUsuallyBlanked, type RespellingLexicon, SHORTEST } from './respelling-lexicon'
import { DRAWN_OUT, LINK, readTogether } from './several-disguises'
import { TakenPlaces } from './taken-places'

/** Longer runs are no words: hashes, addresses, noise. */
const LONGEST = 40
/** So many suspects of a text are looked at for several disguises at once: a text of more is noise, and each takes a third of a millisecond at worst. */
const MOST_TOGETHER = 200
/** A word cut in two is shorter than that only by chance. */
const SHORTEST_CUT = 4

const PICTURE = /^[\p{Extended_Pictographic}\u{1f1e6}-\u{1f1ff}]$/u

/**
 * Finds words that are spelt so that a list of words would miss them: digits and signs for letters ("1d10t", "a$$"), blanks
 * and dashes ("f**k", "f--k"), letters apart ("i d i o t", "f.u.c.k"), words cut in two ("idio t", "id;iot", "id-" at the end of a line),
 * letters drawn out ("stuuupid") or doubled, misspelt ("stuipd"). Only spellings of words in `lexicon` are reported: everything else stays as it stands. Linear in the length of the text.
 *
 * @param text folded (lib/scoring/text/fold.ts): lower case, look-alikes replaced, invisible characters gone
 */
export function findRespellings(text: string, lexicon: RespellingLexicon): Respelling[] {
  const { apart, suspects, cuts, words } = findCandidates(text)
  const found: Respelling[] = []
  let together = 0
  const taken = new TakenPlaces(text.length)
  const add = (spelling: Respelling | null) => {
    if (spelling === null || taken.has(spelling.start, spelling.end)) return
    taken.take(spelling.start, spelling.end)
    found.push(spelling)
  }
  for (const { start, end } of apart) add(readApart(text.slice(start, end), start, lexicon))
  for (const suspect of suspects) {
    const start = suspect.start + (isBracketed(text, suspect.start) ? 1 : 0)
    const chunk = text.slice(start, suspect.end)
    const spellings = respellChunk(chunk, start, lexicon)
    const isReadTogether = spellings.length === 0 && together++ < MOST_TOGETHER
    for (const spelling of isReadTogether ? readTogether(text, suspect, lexicon) : spellings) add(spelling)
  }
  for (const { start, end } of cuts) {
    const whole = text.slice(start, end).replace(/-\s+/, '')
    if (whole.length >= SHORTEST_CUT && lexicon.lists(whole)) add({ start, end, word: whole })
  }
  const addFound = (start: number, end: number, word: string) => add({ start, end, word })
  lexicon.misspelt?.find(text, words, addFound)
  lexicon.cut.find(text, words, addFound)
  lexicon.glued?.find(text, words, addFound)
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

function respellPart(chunk: string, at: number, lexicon: RespellingLexicon): Respelling | null {
  for (const bare of trimChunk(chunk)) {
    const isLettersOnly = bare.text.length < SHORTEST || bare.text.length > LONGEST || /^[a-z]+$/.test(bare.text)
    const word = isLettersOnly
      ? undouble(bare.text, lexicon)
      : (readSpelling(bare.text, lexicon) ?? readJoined(bare.text, lexicon) ?? readLeftOut(bare.text, lexicon))
    if (word !== null) return { start: at + bare.start, end: at + bare.start + bare.text.length, word }
  }
  const whole = trimEnd(chunk, /[^,.;:!?]/)
  const built = readBuilt(whole)
  const word = built === whole ? null : readSpelling(built, lexicon)
  return word === null ? null : { start: at, end: at + whole.length, word }
}

/** What is put within a word; an apostrophe only where no contraction begins with it. */
const BETWEEN = new RegExp(`(?:[._\\-~,/\\\\;:=^?${POINTS}…]|['\`](?!(?:s|ll|re|ve|d|m|t|nt)\\b))+`)
/** The same, with signs that are letters at first sight ("mo|ron"). */
const BETWEEN_OR_SIGN = /[|!+]+/
/** One sign between any two letters ("m!o!r!o!n"). */
const SAME_BETWEEN_ALL = /^[a-z0-9@$]([^a-z0-9\s]{1,3})[a-z0-9@$](?:\1[a-z0-9@$])+$/

/** Dashes or a point for letters that everybody knows ("f--k", "b.tch"), a line for any one letter ("st_pid"), and any sign for a vowel ("m~ron"). */
function readLeftOut(spelling: string, lexicon: RespellingLexicon): string | null {
  if (spelling.length <= SHORTEST) return null
  const parts = ONE_LEFT_OUT.exec(spelling)
  if (parts !== null) {
    const [, before = '', after = ''] = parts
    const word = lexicon.fillBlanks(before + BLANK + after)
    const isVowel = word !== null && word.length > LONGEST_CHANCE && /[aeiouy]/.test(word.charAt(before.length))
    if (isVowel && (lexicon.cut.isOdd(before) || lexicon.cut.isOdd(after))) return word
  }
  if (!/^[a-z]+(?:[-_]{1,3}|\.)[a-z]+$/.test(spelling)) return null
  const word = lexicon.fillBlanks(spelling.replace(/[-_.]/g, BLANK))
  return word !== null && (isUsuallyBlanked(word) || /^[a-z]+_[a-z]{2,}$/.test(spelling)) ? word : null
}

/** A sign that no word has, or seldom. */
const ONE_LEFT_OUT = /^([a-z]+)[-_.#%@?!~^•·×…+='’:;,/\\|](?=[a-z])([a-z]+)$/
const LONGEST_CHANCE = 4

/** What stands between marks as one word. Where one part is a harsh word as it stands, nothing is disguised ("idiot...and"). */
function readJoined(spelling: string, lexicon: RespellingLexicon): string | null {
  const join = (parts: readonly string[]) =>
    parts.some((part) => lexicon.has(part))
      ? null
      : (readSpelling(parts.join(''), lexicon) ?? (parts.length === 2 ? dropDouble(parts.join(''), lexicon) : null))
  const sign = SAME_BETWEEN_ALL.exec(spelling)?.[1]
  const joined = join(spelling.split(BETWEEN)) ?? (sign === undefined ? null : join(spelling.split(sign)))
  if (joined !== null || !BETWEEN_TWO.test(spelling)) return joined
  return join(spelling.split(BETWEEN_OR_SIGN))
}
/** One of two letters that are the same left out ("imm-becile"). */
function dropDouble(letters: string, lexicon: RespellingLexicon): string | null {
  if (lexicon.glued === null || letters.length < SHORTEST_DOUBLED || !/^[a-z]+$/.test(letters)) return null
  for (const { index } of letters.matchAll(/([a-z])(?=\1)/g)) {
    const word = letters.slice(0, index) + letters.slice(index + 1)
    if (lexicon.lists(word)) return word
  }
  return null
}
const SHORTEST_DOUBLED = 5
/** One cut, between letters: more of them are a list. */
const BETWEEN_TWO = /^[a-z]+[|!+]{1,2}[a-z]+$/

/**
 * The chunk without the punctuation around it, where it holds a letter or a sign that passes for one; then with a last sign that may be
 * a letter ("+wa+").
 */
function trimChunk(chunk: string): { text: string; start: number }[] {
  const start = chunk.search(START_OF_WORD)
  if (start < 0) return []
  const signed = trimEnd(chunk.slice(start), END_OF_WORD)
  const text = trimEnd(signed, /[^!]/)
  const kept = text.length >= SHORTEST ? text : signed
  if (!PASSES_FOR_LETTER.test(kept)) return []
  const bare = [{ text: kept, start }]
  const sign = chunk.charAt(start + signed.length)
  if (kept === signed) return /[+|(<]/.test(sign) ? [...bare, { text: signed + sign, start }] : bare
  // A last "!" is a letter only where there are other signs ("p@k!").
  return /[0-9@$|+€(]/.test(kept) ? [...bare, { text: chunk.slice(start, start + kept.length + 1), start }] : bare
}

/** Letters, and signs that are letters even by themselves. */
const PASSES_FOR_LETTER = new RegExp(`[a-z@$*#${DRAWN_SIGNS}]`)
const IS_WRITTEN = new RegExp(`[a-z@$${DRAWN_SIGNS}]`)
const START_OF_WORD = new RegExp(`[\\p{L}\\p{Sc}0-9@*§†(<#${DRAWN_SIGNS}]|[!|+](?=[a-z@$0-9!|+])`, 'u')
const END_OF_WORD = new RegExp(`[\\p{L}\\p{Sc}0-9@*!#§†°${DRAWN_SIGNS}]`, 'u')

/** The text as far as the last unit that `last` allows: a pattern that asks for the end would look there from every sign. */
function trimEnd(text: string, last: RegExp): string {
  let end = text.length
  while (end > 0 && !last.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** "600k" */
const AMOUNT = /^[0-9]{1,4}[a-z]$/

function readSpelling(spelling: string, lexicon: RespellingLexicon): string | null {
  if (spelling.length < SHORTEST || spelling.length > LONGEST) return null
  if (/^[a-z]+$/.test(spelling)) return lexicon.has(spelling) ? spelling : undouble(spelling, lexicon)
  if (!IS_WRITTEN.test(spelling) || AMOUNT.test(spelling)) return null
  let readings = ['']
  for (const sign of spelling) {
    const letters = /[a-z]/.test(sign) ? sign : (LETTERS_OF_SIGNS.get(sign) ?? '') + (PICTURE.test(sign) ? BLANK : '')
    if (letters === '') return null
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

function undouble(word: string, lexicon: RespellingLexicon): string | null {
  return DRAWN_OUT.test(word) ? lexicon.undouble(word) : null
}
