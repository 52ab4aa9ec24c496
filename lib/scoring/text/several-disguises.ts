import type { GluedWords } from './glued-words'
import { DRAWN_SIGNS } from './letter-signs'
import { readLoosely } from './loose-words'
import type { Respelling, Stretch } from './respelling-candidates'
import { type RespellingLexicon, SHORTEST } from './respelling-lexicon'

/** What is an address, in which nothing is disguised. */
export const LINK = /:\/\/|www\.|\.[a-z]{2,}\//

/** A letter three times, or at least three letters in a row that are all doubled. */
export const DRAWN_OUT = /([a-z])\1\1|([a-z])\2([a-z])\3([a-z])\4/

/** What a suspect chunk, with what stands around it, spells in several ways at once, or with digits or other words around it. */
export function* readTogether(text: string, { start, end }: Stretch, lexicon: RespellingLexicon): Generator<Respelling> {
  const { glued } = lexicon
  if (glued === null || end - start > LONGEST_LOOSE) return
  const chunk = text.slice(start, end)
  if (AN_AMOUNT.test(chunk)) return
  const letters = BY_THEMSELVES.exec(chunk)?.[1]
  if (letters !== undefined && !DRAWN_OUT.test(letters)) {
    const at = start + chunk.indexOf(letters)
    yield* glued.listIn(text, at, at + letters.length)
    return
  }
  const [, behind, numbered = behind] = WITH_NUMBERS.exec(chunk) ?? []
  if (numbered !== undefined) {
    const at = start + chunk.indexOf(numbered)
    if (numbered.length > SHORTEST && lexicon.has(numbered)) yield { start: at, end: at + numbered.length, word: numbered }
    else yield* glued.listIn(text, at, at + numbered.length)
    return
  }
  if (!MAY_SPELL.test(chunk) || LINK.test(chunk)) return
  const found = findLoosely(text, { start, end }, lexicon)
  yield* found.length > 0 ? found : findBeside(chunk, start, glued, lexicon)
}

/** "1990s", "5th", "$10k" */
const AN_AMOUNT = /^[^a-z]*[0-9][0-9.,]*(?:[a-z]|th|st|nd|rd|am|pm|kg|km|cm|mm|ft|mph|yr|yrs)?[^a-z0-9@$]*$/
/** Letters by themselves, with nothing but marks around them. */
const BY_THEMSELVES = /^[^a-z0-9@$+|!\ue000-\uf8ff]*([a-z]+)[^a-z0-9@$+|\ue000-\uf8ff]*$/
/** Letters with a number of several digits before or behind them, and nothing else ("idiot123"). */
const WITH_NUMBERS = /^[^a-z0-9@$+|!\ue000-\uf8ff]*(?:[0-9]{2,}([a-z]{4,})|([a-z]{4,})[0-9]{2,})[^a-z0-9@$+|!\ue000-\uf8ff]*$/
/** Letters with signs or digits for letters among or beside them. */
const MAY_SPELL = new RegExp(
  `[a-z\\ue000-\\uf8ff][^a-z\\s]*[0-9@$|+!€£§¢&%#*°^<>()\\[\\]{}\\\\${DRAWN_SIGNS}][^a-z\\s]*[a-z\\ue000-\\uf8ff]|[a-z][0-9@$|+${DRAWN_SIGNS}]|[0-9@$|+!${DRAWN_SIGNS}][a-z]|[\\ue000-\\uf8ff]|([a-z])\\1\\1`,
)

function findLoosely(text: string, { start, end }: Stretch, lexicon: RespellingLexicon): Respelling[] {
  const found: Respelling[] = []
  const before = startOfChunkBefore(text, start)
  const first = mayGoOn(text.slice(before, start), lexicon) ? before : start
  for (let at = first; at < end; at += 1) {
    const isStart = at === first || at === start || !IS_LETTER.test(text.charAt(at - 1))
    if (!isStart || GAP.test(text.charAt(at))) continue
    const read = readLoosely(text, at, lexicon.tree, (written, word) => isMeant(written, word, lexicon))
    if (read === null) continue
    found.push({ start: at, ...read })
    at = read.end
  }
  return found
}

/** Whether what stands before a chunk may be the first part of a word that goes on in it: few letters, or no ordinary word. */
function mayGoOn(before: string, lexicon: RespellingLexicon): boolean {
  const word = before.trim()
  return word.length <= 2 || !/^[a-z]+$/.test(word) || lexicon.cut.isOdd(word)
}

/** Where what stands before a chunk begins: it may be the first part of the word. */
function startOfChunkBefore(text: string, start: number): number {
  let at = start
  while (at > 0 && start - at < MOST_BETWEEN && GAP.test(text.charAt(at - 1))) at -= 1
  const end = at
  while (at > 0 && end - at <= LONGEST_BEFORE && !GAP.test(text.charAt(at - 1))) at -= 1
  return at === end || end - at > LONGEST_BEFORE ? start : at
}

const [MOST_BETWEEN, LONGEST_BEFORE] = [3, 12]
/** Words with digits or other words around them, however they are written ("youm0r0n"). */
function findBeside(chunk: string, at: number, glued: GluedWords, lexicon: RespellingLexicon): Respelling[] {
  const found: Respelling[] = []
  let from = Math.max(0, chunk.search(/[\p{L}\p{N}\ue000-\uf8ff@$!|+]/u))
  for (let start = from; start < chunk.length && start - from <= LONGEST_BESIDE; start += 1) {
    const before = chunk.slice(from, start)
    if (!/^(?:[0-9]+|[a-z]*)$/.test(before)) break
    if (!glued.isGlue(before, ANY_WORD, false)) continue
    const accepts = (written: string, word: string) => {
      const after = /^[a-z0-9]*/.exec(chunk.slice(start + written.length))?.[0] ?? ''
      const isDisguise = before + after !== '' && (written === word || isMeant(written, word, lexicon))
      return isDisguise && glued.isGlue(before, word, false) && glued.isGlue(after, word, true)
    }
    const read = readLoosely(chunk, start, lexicon.tree, accepts, true)
    if (read === null) continue
    found.push({ start: at + start, end: at + read.end, word: read.word })
    from = start = read.end
  }
  return found
}

const LONGEST_BESIDE = 14
/** As long as the rule for long words asks. */
const ANY_WORD = 'anything'
const LONGEST_LOOSE = 80
const GAP = /[\s"“”]/
const IS_LETTER = /[\p{L}\p{N}\ue000-\uf8ff]/u

/** Whether what is written is a disguise: neither the word with something beside it, nor words or numbers that stand by themselves. */
function isMeant(written: string, word: string, lexicon: RespellingLexicon): boolean {
  if (BESIDE_LETTERS.test(written) || CONTRACTION.test(written)) return false
  const parts = written.split(/[^a-z0-9@$]+/)
  if (parts.some((part) => part.length >= SHORTEST && lexicon.has(part))) return false
  const pieces = written.split(/\s+/)
  const isCut = pieces.length > 1
  if (isCut && (pieces.some((piece) => NUMBER.test(piece)) || !pieces.some((piece) => isOddPiece(piece, lexicon)))) return false
  const letters = written.replace(/[^a-z\ue000-\uf8ff]/g, '')
  // Of letters alone, some of them twice, much is made by chance.
  if (isCut && /^[a-z\s]+$/.test(written) && letters !== word && !/([a-z])\1\1/.test(letters)) return false
  return isCut || letters !== word || !/^[a-z]{2,}[^a-z][a-z]{2,}$/.test(written) || parts.some((part) => lexicon.cut.isOdd(part))
}

/** Letters alone, or with nothing but signs before or after them. */
const BESIDE_LETTERS = /^[^a-z0-9@$\ue000-\uf8ff]*[a-z]+[^a-z0-9@$\ue000-\uf8ff]*$|[\s.,;:!?]$|^[0-9.,]+[a-z]{1,2}$/
/** "who're", "c'è" */
const CONTRACTION = /[a-z]'(?:s|ll|re|ve|d|m|t|nt)(?![a-z])|(?<![a-z])[cdjlmnst]'[a-z]/
const NUMBER = /^[0-9]{2,}$/

const isOddPiece = (piece: string, lexicon: RespellingLexicon) =>
  /^[a-z]+$/.test(piece)
    ? lexicon.cut.isOdd(piece)
    : /[\ue000-\uf8ff]|[@$]{2}|^[@$]$/.test(piece) || (/[a-z]/.test(piece) && /[0-9@$|+€£¢§\\]|!(?!$)/.test(piece))
