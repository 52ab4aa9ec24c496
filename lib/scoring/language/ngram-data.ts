/** What an n-gram counts for each language that has it, by the language's number. */
type Counts = Readonly<Record<number, number>>
/** What the package's detector is loaded with. */
export interface NgramData {
  type: string
  languages: Record<number, string>
  ngrams: Record<string, Counts>
}

const NGRAM = /(?:'((?:[^'\\]|\\.)*)'|([^\s'",:{}]+)):\{([\d:,]+)\}/gsu

/**
 * The package's data, read as text. As the JavaScript it is, parsing it takes 120 MB that a process hardly gives back, and the 81,000
 * objects it makes 40; of those there are 18,000 kinds, of which we make one each.
 */
export function readNgramData(text: string): NgramData {
  const [head = '', body = ''] = text.split('ngrams:{', 2)
  const kinds = new Map<string, Counts>()
  const ngrams: NgramData['ngrams'] = {}
  for (const [, quoted, bare = '', counts = ''] of body.matchAll(NGRAM)) {
    const shared = kinds.get(counts) ?? toUnwritable(counts)
    kinds.set(counts, shared)
    ngrams[quoted?.replace(/\\(.)/gsu, '$1') ?? bare] = shared
  }
  const languages = Object.fromEntries(
    [...head.matchAll(/(\d+):'(\w+)'/g)].map(([, number, code]) => [number, code]),
  ) as NgramData['languages']
  return { type: /type:'(\w+)'/.exec(head)?.[1] ?? '', languages, ngrams }
}

/**
 * V8 keeps numbered properties in a row with room for all that might be between, sixty places for most of these, unless they cannot be
 * written: then it keeps as many as there are.
 */
function toUnwritable(counts: string): Counts {
  const made: Counts = {}
  for (const [, language = '', value] of counts.matchAll(/(\d+):(\d+)/g))
    Object.defineProperty(made, language, { value: Number(value), enumerable: true, writable: false })
  return made
}
