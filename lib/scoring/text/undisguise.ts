import { findRespellings } from './respell'
import type { RespellingLexicon } from './respelling-lexicon'
import type { ShownText } from './markup'

/** A folded text with the disguised words of a list as they are meant, with the way back to its units. Null where there are none. */
export function undisguise(folded: string, lexicon: RespellingLexicon): ShownText | null {
  const spellings = findRespellings(folded, lexicon)
  if (spellings.length === 0) return null
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let from = 0
  const keep = (to: number) => {
    parts.push(folded.slice(from, to))
    for (let at = from; at < to; at += 1) {
      starts.push(at)
      ends.push(at + 1)
    }
  }
  for (const { start, end, word } of spellings) {
    keep(start)
    parts.push(word)
    for (let unit = 0; unit < word.length; unit += 1) {
      starts.push(start)
      ends.push(end)
    }
    from = end
  }
  keep(folded.length)
  return { text: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
