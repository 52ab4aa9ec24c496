import { parseSearch } from '@/lib/domain/search/parse'
import { cutWords, isBeginning } from '@/lib/domain/search/words'
import type { TextSpan } from '../moderation/split-text'

const MAX_SPANS = 50
/** What begins later than this may stand below the three lines that are shown; so much before it is shown then. */
const LATE = 180
const BEFORE = 80

/** A text from a little before the first word that was found, where that stands far into it, with all that were found. */
export function excerptFound(text: string, search: string): { text: string; spans: TextSpan[] } {
  const spans = findWords(text, search)
  const first = spans[0]?.start ?? 0
  if (first <= LATE) return { text, spans }
  // Between two words; in the midst of one that is longer.
  const from = first - BEFORE
  const blank = text.slice(from, first).search(/\s/)
  const cut = blank === -1 ? first : from + blank + 1
  const shift = 2 - cut
  return { text: `… ${text.slice(cut)}`, spans: spans.map((span) => ({ ...span, start: span.start + shift, end: span.end + shift })) }
}

/** Where the words of a search stand in a text, as whole words or their beginnings (`word*`), in any case; a phrase as a whole. */
export function findWords(text: string, search: string): TextSpan[] {
  const terms = parseSearch(search).terms.flatMap((term) => (term.field === 'words' && !term.isNot ? [term] : []))
  const spans = terms.flatMap((term) => {
    const words = cutWords(term.text)
    if (words.length === 0) return []
    // Words that do not stand together are one.
    return matchAll(text, `${words.join('[^\\p{L}\\p{N}]+')}${isBeginning(term) ? '[\\p{L}\\p{N}]*' : ''}`)
  })
  return spans.sort((a, b) => a.start - b.start).slice(0, MAX_SPANS)
}

function matchAll(text: string, pattern: string): TextSpan[] {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(whole)].map((match) => ({ start: match.index, end: match.index + match[0].length, weight: 1 }))
}
