import { createRequire } from 'node:module'
import path from 'node:path'
import type { eld } from 'eld/small'

type Detector = typeof eld

/** Where the package keeps what it exports as eld/small: by its name it could only be loaded along with everything else, or later. */
const FILE = 'node_modules/eld/src/entries/static.small.js'
let detector: Detector | null = null

/**
 * Tells languages by n-grams (eld). Loaded when a text first needs it, a fifth of a second: it takes 150 MB, and a process whose
 * comments are scored on a thread of their own hardly ever asks.
 */
export function getLanguageDetector(): Detector {
  if (detector === null) {
    const file = path.join(/*turbopackIgnore: true*/ process.cwd(), FILE)
    detector = (createRequire(/*turbopackIgnore: true*/ file)(/*turbopackIgnore: true*/ file) as { eld: Detector }).eld
  }
  return detector
}
