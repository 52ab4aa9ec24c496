import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { eld } from 'eld/small'
import { readNgramData, type NgramData } from './ngram-data'

type Detector = typeof eld

/** Where the package keeps its parts: by its name it could only be loaded along with everything else, or later. */
const FOLDER = 'node_modules/eld/src'
let detector: Detector | null = null

/**
 * Tells languages by n-grams (eld). Loaded when a text first needs it, a tenth of a second and some 5 MB: a process whose comments are
 * scored on a thread of their own hardly ever asks.
 */
export function getLanguageDetector(): Detector {
  if (detector === null) {
    const { createEld } = load('languageDetector.js') as { createEld: () => { instance: Detector; loadData: (data: NgramData) => void } }
    const { instance, loadData } = createEld()
    loadData(readNgramData(readFileSync(/*turbopackIgnore: true*/ locate('ngrams/small.js'), 'utf8')))
    detector = instance
  }
  return detector
}

function locate(name: string): string {
  return path.join(/*turbopackIgnore: true*/ process.cwd(), FOLDER, name)
}

function load(name: string): unknown {
  return createRequire(/*turbopackIgnore: true*/ locate(name))(/*turbopackIgnore: true*/ locate(name))
}
