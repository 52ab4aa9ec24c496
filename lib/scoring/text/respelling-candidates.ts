import { DRAWN_SIGNS } from './letter-signs'
import { FIRST_NUMBERS, LETTER_NUMBERS, startWords, sumWords, type SummedWords } from './summed-words'

/** A stretch of folded text, end exclusive. */
export interface Stretch {
  start: number
  end: number
}

/** A stretch of folded text that spells a known word in disguise. `start` and `end` are units of the folded text. */
export interface Respelling extends Stretch {
  word: string
}

/** Where in a text words may be in disguise, whichever words are looked for. */
interface Candidates {
  /** Letters that stand apart. */
  apart: readonly Stretch[]
  /** What stands between blanks or quotation marks and has something of a disguise in it. */
  suspects: readonly Stretch[]
  /** Words that go on in the next line. */
  cuts: readonly Stretch[]
  /** All words, for those that are misspelt or in pieces. */
  words: SummedWords
}

/** Points that stand in the middle of a line. */
export const POINTS = '·•∙⋅・‧●'
/**
 * What a disguise has to have in it: a digit, a sign, punctuation that goes on, a picture between letters, one letter again and
 * again or two in a row that are doubled.
 */
const SUSPECT = new RegExp(
  [
    `[0-9@$|+€£§¢†(<¥&%#*°${DRAWN_SIGNS}]`,
    `[!¡._\\-~,/\\\\;:=^?${POINTS}…](?=[^\\s"“”])`,
    "['`](?!(?:s|ll|re|ve|d|m|t)\\b)(?=[a-z])",
    '(?<=[a-z])(?:[\\u2190-\\u2bff]|[\\ud83c-\\ud83e][\\udc00-\\udfff]){1,8}(?=[a-z])',
    '([a-z])\\1(?:\\1|([a-z])\\2)',
  ].join('|'),
  'g',
)
/** What chunks are apart by. */
const GAP = /[\s"“”]/
/** Two single letters or signs with a gap between them, with which letters that stand apart begin. */
const APART = /(?<![a-z0-9@$])[a-z0-9@$!|+*][^a-z0-9@$]{1,8}[a-z0-9@$!|+*](?![a-z0-9])/
/** What is a letter wherever it stands, and what is one only among others. */
const [SURE, UNSURE] = ['[\\p{L}\\p{N}@$]', '[!|+*]']
const NO_LETTER = '[^\\p{L}\\p{N}@$]'
/**
 * Single letters with a gap of any kind between them: blanks, lines, points, brackets, pictures; signs that may be letters stand in gaps and at
 * the ends. Letters and gaps have no sign in common: else a row of asterisks could be read in more ways than there is time for.
 */
const SPACED_OUT = new RegExp(
  `(?<!${SURE})(?:${UNSURE}${NO_LETTER}{0,8})?(?<!${SURE})${SURE}(?:${NO_LETTER}{1,17}${SURE}(?!${SURE}))+(?:${NO_LETTER}{0,8}[!|+])?`,
  'gu',
)
const ANY_LETTER = new RegExp(`${SURE}|${UNSURE}`, 'gu')
/** A word that goes on in the next line. */
const CUT_AT_LINE = /(?<![a-z0-9'])[a-z]{2,20}-\s{1,2}[a-z]{2,20}(?![a-z0-9'])/g

const last: { text: string; candidates: Candidates } = {
  text: '',
  candidates: { apart: [], suspects: [], cuts: [], words: sumWords('') },
}

/**
 * Looks through a folded text for what may be a disguise. Several lists of words are looked for in one text, one after the other: what
 * was found last is kept.
 */
export function findCandidates(text: string): Candidates {
  if (text === last.text) return last.candidates
  const found = lookThrough(text)
  const traces = found?.traces ?? ALL
  last.text = text
  last.candidates = {
    apart: traces & SINGLES && APART.test(text) ? listMatches(text, SPACED_OUT).filter((run) => isRow(text, run)) : [],
    suspects: traces & SUSPICIOUS ? listSuspects(text) : [],
    cuts: traces & HYPHEN_AT_END ? listMatches(text, CUT_AT_LINE) : [],
    words: found?.words ?? sumWords(text),
  }
  return last.candidates
}

const isRow = (text: string, { start, end }: Stretch) => (text.slice(start, end).match(ANY_LETTER)?.length ?? 0) >= FEWEST_SINGLES

function listMatches(text: string, pattern: RegExp): Stretch[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }))
}

function listSuspects(text: string): Stretch[] {
  const suspects: Stretch[] = []
  let end = 0
  for (const { index } of text.matchAll(SUSPECT)) {
    if (index < end) continue
    let start = index
    while (start > 0 && !GAP.test(text.charAt(start - 1))) start -= 1
    end = index
    while (end < text.length && !GAP.test(text.charAt(end))) end += 1
    suspects.push({ start, end })
  }
  return suspects
}

/** Traces of what the patterns look for: without its trace none is found, and most texts have few of them. */
const [SINGLES, SUSPICIOUS, HYPHEN_AT_END, ALL] = [1, 2, 4, 7]

/** What a unit is to them; signs may be several things. */
const [LETTER, DIGIT, SINGLE_SIGN, SUSPICIOUS_SIGN, JOINT, APOSTROPHE, GAP_UNIT] = [1, 2, 4, 8, 16, 32, 64]
const LETTER_OR_DIGIT = LETTER | DIGIT
const KINDS = new Uint8Array(0x80)
const SORTS: readonly (readonly [signs: string, kind: number])[] = [
  ['abcdefghijklmnopqrstuvwxyz', LETTER],
  ['0123456789', DIGIT | SUSPICIOUS_SIGN],
  ['@$!|+*', SINGLE_SIGN],
  ['@$|+(<&%#*', SUSPICIOUS_SIGN],
  ['!._-~,/\\;:=^?', JOINT],
  ["'`", APOSTROPHE],
  [' \t\n\v\f\r"', GAP_UNIT],
]
for (const [signs, kind] of SORTS) for (const sign of signs) KINDS[sign.charCodeAt(0)] = (KINDS[sign.charCodeAt(0)] ?? 0) | kind
const HYPHEN = '-'.charCodeAt(0)
const CONTRACTED = /(?:s|ll|re|ve|d|m|t)\b/y
/** Of so many words of one letter side by side one may be spelt. */
const FEWEST_SINGLES = 3

/**
 * Looks at every unit once, which takes less than looking for one of the patterns: what there are traces of, and the words as they are
 * passed. Null for a text of more than ASCII.
 */
function lookThrough(text: string): { traces: number; words: SummedWords } | null {
  let traces = 0
  let singles = 0
  const words = startWords(text.length)
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (unit >= KINDS.length) return null
    const kind = KINDS[unit] ?? 0
    if (kind & LETTER_OR_DIGIT) {
      const start = at
      let kinds = kind
      let doubled = 0
      let sum = FIRST_NUMBERS[unit] ?? 0
      let before = unit
      for (at += 1; at < text.length; at += 1) {
        const here = text.charCodeAt(at)
        const next = KINDS[here] ?? 0
        if ((next & LETTER_OR_DIGIT) === 0) break
        kinds |= next
        sum = (sum + (LETTER_NUMBERS[here] ?? 0)) | 0
        if (here !== before) {
          before = here
          continue
        }
        // One letter three times, or two that are doubled.
        if (doubled > 0 && at - doubled <= 2) traces |= SUSPICIOUS
        doubled = at
      }
      singles = at - start === 1 ? singles + 1 : 0
      if (singles >= FEWEST_SINGLES) traces |= SINGLES
      if (kinds & DIGIT) traces |= SUSPICIOUS
      else words.add(text, start, at, sum, doubled > 0)
      continue
    }
    if (kind & SINGLE_SIGN) traces |= SINGLES
    if (kind & SUSPICIOUS_SIGN) traces |= SUSPICIOUS
    if (kind !== GAP_UNIT && at + 1 < text.length) traces |= tracesAt(text, at, kind)
    at += 1
  }
  return { traces, words }
}

/** What a sign is a trace of by what follows it. */
function tracesAt(text: string, at: number, kind: number): number {
  const next = text.charCodeAt(at + 1)
  const after = KINDS[next] ?? 0
  if (kind & JOINT && (after & GAP_UNIT) === 0) return SUSPICIOUS
  if (kind & APOSTROPHE && after & LETTER) {
    CONTRACTED.lastIndex = at + 1
    return CONTRACTED.test(text) ? 0 : SUSPICIOUS
  }
  const isCut = text.charCodeAt(at) === HYPHEN && (after & GAP_UNIT) !== 0
  return isCut && at > 0 && (KINDS[text.charCodeAt(at - 1)] ?? 0) & LETTER ? HYPHEN_AT_END : 0
}
