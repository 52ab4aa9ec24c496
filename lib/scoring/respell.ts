/** A stretch of folded text that spells a known word in disguise. `start` and `end` are units of the folded text. */
export interface Respelling {
  start: number
  end: number
  word: string
}

/** Words worth looking for, by which letters could be meant where signs stand. */
export class RespellingLexicon {
  private readonly words: ReadonlySet<string>
  /** Words of a first letter and a length, for spellings with blanks ("f**k"). */
  private readonly byShape = new Map<string, string[]>()
  /** Beginnings of words that may end in anything (`idiot*`). */
  private readonly prefixes: readonly string[]

  /** @param words folded, without spaces; a last `*` stands for any ending */
  constructor(words: Iterable<string>) {
    const whole = new Set<string>()
    const prefixes: string[] = []
    for (const word of words) {
      const stem = word.endsWith('*') ? word.slice(0, -1) : word
      if (stem.length < SHORTEST) continue
      whole.add(stem)
      if (stem !== word) prefixes.push(stem)
    }
    this.words = whole
    this.prefixes = prefixes
    for (const word of whole) {
      const shape = `${word.charAt(0)}${word.length}`
      const known = this.byShape.get(shape)
      if (known === undefined) this.byShape.set(shape, [word])
      else known.push(word)
    }
  }

  has(word: string): boolean {
    return (
      this.words.has(word) ||
      this.words.has(word.replace(/(?:s|es|ed|er|ers|ing|in)$/, '')) ||
      this.prefixes.some((prefix) => word.startsWith(prefix))
    )
  }

  /** The word that a spelling with blanks stands for: the first and half of the letters must be there. */
  fillBlanks(spelling: string): string | null {
    const letters = spelling.replaceAll(BLANK, '').length
    if (spelling.startsWith(BLANK) ? letters < 3 : letters < 2 && spelling.length > 4) return null
    const pattern = new RegExp(`^${spelling.replaceAll(BLANK, '[a-z]')}$`)
    const candidates = spelling.startsWith(BLANK)
      ? [...this.words].filter((word) => word.length === spelling.length)
      : (this.byShape.get(`${spelling.charAt(0)}${spelling.length}`) ?? [])
    return candidates.find((word) => pattern.test(word)) ?? null
  }
}

const SHORTEST = 3
/** Longer runs are no words: hashes, addresses, noise. */
const LONGEST = 40
const BLANK = '*'

/** What digits and signs stand for when letters are around them; several, where several are usual. */
const SIGNS: Record<string, string> = {
  '0': 'o', '1': 'il', '2': 'z', '3': 'e', '4': 'a', '5': 's', '6': 'gb', '7': 't', '8': 'b', '9': 'g',
  '@': 'a', $: 's', '!': 'il', '|': 'il', '+': 't', '€': 'e', '£': 'l', '(': 'c', '<': 'c', '¥': 'y', '&': 'a', '%': BLANK, '#': BLANK, '*': BLANK,
} // prettier-ignore

/** What a disguise has to have in it: a digit, a sign, punctuation that goes on, or one letter again and again. */
const SUSPECT = /[0-9@$|+€£(<¥&%#*]|[!._\-~,/\\](?=[^\s"“”])|([a-z])\1\1/g
/** What chunks are apart by, and how far. */
const GAP = /[\s"“”]/
/** Two single letters or signs in a row, with which letters that stand apart begin. */
const APART = /(?:^|[^a-z0-9@$])[^\s](?:\s|[._\-~,/\\*|]){1,3}[^\s](?![a-z0-9])/
/** Three or more single letters or signs with the same kind of gap between them. */
const SPACED_OUT = /(?<![\p{L}\p{N}@$])(?:[\p{L}0-9@$!|+*](?:\s|[._\-~,/\\*|]){1,3}){2,}[\p{L}0-9@$|+](?![\p{L}\p{N}])/gu

/**
 * Finds words that are spelt so that a list of words would miss them: digits and signs for letters ("1d10t", "a$$"), blanks
 * ("f**k"), letters apart ("i d i o t", "f.u.c.k"), letters drawn out ("stuuupid"). Only spellings of words in `lexicon`
 * are reported: everything else stays as it stands. Linear in the length of the text.
 *
 * @param text folded (lib/scoring/fold.ts): lower case, look-alikes replaced, invisible characters gone
 */
export function findRespellings(text: string, lexicon: RespellingLexicon): Respelling[] {
  const found: Respelling[] = []
  for (const match of APART.test(text) ? text.matchAll(SPACED_OUT) : []) {
    const joined = match[0].replace(/[\s._\-~,/\\]+/g, '')
    const word = joined.length >= SHORTEST && joined.length <= LONGEST ? readSpelling(joined, lexicon) : null
    if (word !== null) found.push({ start: match.index, end: match.index + match[0].length, word })
  }
  for (const { start: at, end: chunkEnd } of listSuspects(text)) {
    const spelling = respellChunk(text.slice(at, chunkEnd), at, lexicon)
    if (spelling !== null && !found.some(({ start, end }) => spelling.start < end && spelling.end > start)) found.push(spelling)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** What stands between blanks or quotation marks and may be a disguise. */
function* listSuspects(text: string): Generator<{ start: number; end: number }> {
  let end = 0
  for (const { index } of text.matchAll(SUSPECT)) {
    if (index < end) continue
    let start = index
    while (start > 0 && !GAP.test(text.charAt(start - 1))) start -= 1
    end = index
    while (end < text.length && !GAP.test(text.charAt(end))) end += 1
    yield { start, end }
  }
}

function respellChunk(chunk: string, at: number, lexicon: RespellingLexicon): Respelling | null {
  const bare = trimChunk(chunk)
  if (bare === null || bare.text.length < SHORTEST || bare.text.length > LONGEST || /^[a-z']+$/.test(bare.text)) {
    const drawnOut = bare !== null && /([a-z])\1\1/.test(bare.text) ? squeeze(bare.text, lexicon) : null
    return drawnOut === null || bare === null ? null : { start: at + bare.start, end: at + bare.start + bare.text.length, word: drawnOut }
  }
  const word = readSpelling(bare.text, lexicon) ?? readSpelling(bare.text.replace(/[._\-~,/\\]+/g, ''), lexicon)
  return word === null ? null : { start: at + bare.start, end: at + bare.start + bare.text.length, word }
}

/** The chunk without the punctuation around it; null when it holds no letter and no sign that passes for one. */
function trimChunk(chunk: string): { text: string; start: number } | null {
  const start = chunk.search(/[\p{L}0-9@$*£(<#]|[!|](?=[a-z])/u)
  if (start < 0) return null
  const text = chunk.slice(start).replace(/[^\p{L}0-9$@*!#]+$/u, '')
  const end = text.replace(/!+$/, '')
  const kept = end.length >= SHORTEST ? end : text
  return /[a-z]|[@$*#]/.test(kept) ? { text: kept, start } : null
}

function readSpelling(spelling: string, lexicon: RespellingLexicon): string | null {
  if (spelling.length < SHORTEST || spelling.length > LONGEST) return null
  if (/^[a-z]+$/.test(spelling)) return lexicon.has(spelling) ? spelling : squeeze(spelling, lexicon)
  if (!/[a-z]/.test(spelling) && !/[@$]/.test(spelling)) return null
  let readings = ['']
  for (const sign of spelling) {
    const letters = /[a-z]/.test(sign) ? sign : SIGNS[sign]
    if (letters === undefined) return null
    readings = readings.flatMap((reading) => [...letters].map((letter) => reading + letter)).slice(0, 32)
  }
  for (const reading of readings) {
    if (reading.includes(BLANK)) {
      const word = lexicon.fillBlanks(reading) ?? (isEmphasis(reading) ? null : dropBlanks(reading, lexicon))
      if (word !== null) return word
    } else {
      const word = lexicon.has(reading) ? reading : squeeze(reading, lexicon)
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

/** Letters drawn out, taken back to two or to one. */
function squeeze(word: string, lexicon: RespellingLexicon): string | null {
  for (const kept of ['$1$1', '$1']) {
    const squeezed = word.replace(/([a-z])\1{2,}/g, kept)
    if (squeezed !== word && lexicon.has(squeezed)) return squeezed
  }
  const single = word.replace(/([a-z])\1+/g, '$1')
  return single !== word && /([a-z])\1\1/.test(word) && lexicon.has(single) ? single : null
}
