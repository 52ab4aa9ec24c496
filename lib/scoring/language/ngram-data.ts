/** What an n-gram counts for each language that has it, by the language's number. */
type Counts = Readonly<Record<number, number>>
/** What the package's detector is loaded with. */
export interface NgramData {
  type: string
  languages: Record<number, string>
  ngrams: Readonly<Record<string, Counts>>
}

const NGRAM = /(?:'((?:[^'\\]|\\.)*)'|([^\s'",:{}]+)):\{([\d:,]+)\}/gsu
const COUNT = /(\d+):(\d+)/g
/** Counts that are kept as objects, when they were last asked for; at the limit all are forgotten. */
const KEPT_COUNTS = 1000

/**
 * The package's data, read as text. As the JavaScript it is, parsing it takes 120 MB that a process hardly gives back, and the 81,000
 * objects it makes 40. Of those there are 18,000 kinds, of each of which we keep some bytes; what is asked for is made of them.
 */
export function readNgramData(text: string): NgramData {
  const [head = '', body = ''] = text.split('ngrams:{', 2)
  const numbers = new Map<string, number>()
  const kindOf: Record<string, number> = {}
  for (const [, quoted, bare = '', counts = ''] of body.matchAll(NGRAM)) {
    const kind = numbers.get(counts) ?? numbers.size
    numbers.set(counts, kind)
    kindOf[quoted?.replace(/\\(.)/gsu, '$1') ?? bare] = kind
  }
  const kinds = new CountKinds(numbers.keys())
  const ngrams = new Proxy(kindOf, { get: (of, ngram) => kinds.find(of[ngram as string]) }) as unknown as NgramData['ngrams']
  const languages = Object.fromEntries(
    [...head.matchAll(/(\d+):'(\w+)'/g)].map(([, number, code]) => [number, code]),
  ) as NgramData['languages']
  return { type: /type:'(\w+)'/.exec(head)?.[1] ?? '', languages, ngrams }
}

/** Kinds of counts by their number. */
class CountKinds {
  /** Languages and what they count, one after the other; a kind begins where the one before it ends. */
  private readonly packed: Uint8Array
  private readonly ends: Uint32Array
  private kept = new Map<number, Counts>()

  /** @param texts such as `3:17,11:40`, all of them different */
  constructor(texts: Iterable<string>) {
    const packed: number[] = []
    const ends: number[] = []
    for (const text of texts) {
      for (const [, language, count] of text.matchAll(COUNT)) packed.push(Number(language), Number(count))
      ends.push(packed.length)
    }
    this.packed = Uint8Array.from(packed)
    this.ends = Uint32Array.from(ends)
  }

  find(kind: number | undefined): Counts | undefined {
    if (kind === undefined) return undefined
    const known = this.kept.get(kind)
    if (known !== undefined) return known
    if (this.kept.size === KEPT_COUNTS) this.kept = new Map()
    const counts = this.unpack(kind)
    this.kept.set(kind, counts)
    return counts
  }

  private unpack(kind: number): Counts {
    const counts: Record<number, number> = {}
    for (let at = this.ends[kind - 1] ?? 0; at < (this.ends[kind] ?? 0); at += 2) counts[this.packed[at] ?? 0] = this.packed[at + 1] ?? 0
    return counts
  }
}
