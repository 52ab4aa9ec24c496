import { createRequire } from 'node:module'
import path from 'node:path'
import type { eld } from 'eld/small'

type Detector = typeof eld
/** By n-gram, what it counts for each language that has it, by the language's number. */
type Ngrams = Record<string, Readonly<Record<number, number>>>

/** Where the package keeps what it exports as eld/small: by its name it could only be loaded along with everything else, or later. */
const FOLDER = 'node_modules/eld/src'
let detector: Detector | null = null

/**
 * Tells languages by n-grams (eld). Loaded when a text first needs it, a third of a second: it takes 20 MB, 150 while it is loaded, and a
 * process whose comments are scored on a thread of their own hardly ever asks.
 */
export function getLanguageDetector(): Detector {
  if (detector === null) {
    detector = (loadFile('entries/static.small.js') as { eld: Detector }).eld
    shareEqual((loadFile('ngrams/small.js') as { ngramsData: { ngrams: Ngrams } }).ngramsData.ngrams)
  }
  return detector
}

function loadFile(name: string): unknown {
  const file = path.join(/*turbopackIgnore: true*/ process.cwd(), FOLDER, name)
  return createRequire(/*turbopackIgnore: true*/ file)(/*turbopackIgnore: true*/ file)
}

/**
 * Has n-grams that count the same share one object: of 81,000 there are 18,000 kinds. And V8 keeps numbered properties in a row with room
 * for all that might be between, sixty places for most of these, unless they cannot be written: then as many as there are. The two halve
 * what the detector takes, and it is as fast.
 */
function shareEqual(ngrams: Ngrams): void {
  const known = new Map<string, Ngrams[string]>()
  for (const ngram in ngrams) {
    const counts = ngrams[ngram] ?? {}
    let kind = ''
    for (const language in counts) kind += `${language}:${counts[language]} `
    const shared = known.get(kind) ?? toUnwritable(counts)
    known.set(kind, shared)
    ngrams[ngram] = shared
  }
}

function toUnwritable(counts: Ngrams[string]): Ngrams[string] {
  const made: Ngrams[string] = {}
  for (const language in counts) Object.defineProperty(made, language, { value: counts[language], enumerable: true, writable: false })
  return made
}
