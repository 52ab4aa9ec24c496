/** Buckets of subwords, and the shortest and longest of them with the marks of where a word begins and ends. */
const SUBWORD_BUCKETS = 1 << 16
const SHORTEST_SUBWORD = 3
const LONGEST_SUBWORD = 5
/** Longer words are read so far. */
const MOST_UNITS = 30

/** FNV-1a, 32 bits, over UTF-16 units. */
export function hashForm(form: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < form.length; at += 1) hash = Math.imul(hash ^ form.charCodeAt(at), 0x01000193)
  return mix(hash)
}

/** The pair of two neighbouring words, by their hashes. */
export function hashPair(first: number, second: number): number {
  return mix(Math.imul(first, 31) ^ second)
}

/** The buckets of a form's subwords: its character 3- to 5-grams, `<` and `>` at its ends, each as often as it occurs. */
export function listSubwords(form: string): number[] {
  const marked = `<${form.slice(0, MOST_UNITS)}>`
  const buckets: number[] = []
  for (let from = 0; from < marked.length; from += 1) {
    let hash = 0x811c9dc5
    for (let length = 1; length <= LONGEST_SUBWORD && from + length <= marked.length; length += 1) {
      hash = Math.imul(hash ^ marked.charCodeAt(from + length - 1), 0x01000193)
      if (length >= SHORTEST_SUBWORD) buckets.push(mix(hash) % SUBWORD_BUCKETS)
    }
  }
  return buckets
}

/** Spreads the bits; 0 to 2^32 - 1. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
