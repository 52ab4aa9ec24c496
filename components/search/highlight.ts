import { parseSearch } from '@/lib/domain/search/parse'
import type { TextSpan } from '../moderation/split-text'

const MAX_SPANS = 50

/** Where the words of a search stand in a text, as whole words or their beginnings (`word*`), in any case. */
export function findWords(text: string, search: string): TextSpan[] {
  const words = parseSearch(search).terms.flatMap((term) => (term.field === 'words' && !term.isNot ? [term] : []))
  const spans = words.flatMap(({ text: wanted, isPhrase }) => {
    const parts = wanted.match(/[\p{L}\p{N}_]+\*?/gu) ?? []
    const patterns = isPhrase ? [parts.map(toPattern).join('[^\\p{L}\\p{N}_]+')] : parts.map(toPattern)
    return patterns.filter((pattern) => pattern !== '').flatMap((pattern) => matchAll(text, pattern))
  })
  return spans.sort((a, b) => a.start - b.start).slice(0, MAX_SPANS)
}

function toPattern(word: string): string {
  const isBeginning = word.endsWith('*')
  return `${isBeginning ? word.slice(0, -1) : word}${isBeginning ? '[\\p{L}\\p{N}_]*' : ''}`
}

function matchAll(text: string, pattern: string): TextSpan[] {
  const whole = new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?![\\p{L}\\p{N}_])`, 'giu')
  return [...text.matchAll(whole)].map((match) => ({ start: match.index, end: match.index + match[0].length, weight: 1 }))
}
