/** Buckets that words and pairs of words are hashed into. */
export const HASHED_WIDTH = 2 ** 18
/** Words of a text that are looked at: a comment is seldom longer, and a hostile one must not cost more. */
const MOST_WORDS = 600

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/**
 * The words of a text and its pairs of neighbouring words as indexes below 2^18, ascending, each once: 32-bit FNV-1a
 * (draft-eastlake-fnv) over UTF-16 units, its upper bits folded into the lower 18. Two may share an index.
 */
export function hashWords(words: readonly string[]): Uint32Array {
  const indexes = new Set<number>()
  let previous = FNV_OFFSET
  for (let at = 0; at < words.length && at < MOST_WORDS; at += 1) {
    const word = words[at] ?? ''
    indexes.add(toIndex(hashOnto(FNV_OFFSET, word)))
    // A pair begins with the hash of its first word, and a separator that no word holds.
    if (at > 0) indexes.add(toIndex(hashOnto(Math.imul(previous ^ 0x20, FNV_PRIME), word)))
    previous = hashOnto(FNV_OFFSET, word)
  }
  return Uint32Array.from(indexes).sort()
}

function hashOnto(seed: number, word: string): number {
  let hash = seed
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), FNV_PRIME)
  return hash
}

function toIndex(hash: number): number {
  return ((hash >>> 18) ^ hash) & (HASHED_WIDTH - 1)
}
