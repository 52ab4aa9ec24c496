import { foldText, placeOf } from './fold'
import { isPlain } from './shown-text'
import { showTwoFaced } from './two-faced-letters'

/** A folded text as a string, with the way back to the text it came from. */
export interface FoldedString {
  text: string
  /** The same with a sign in place of each letter that may be one of several; what disguises are looked for in. */
  signs: string
  /** Turns a stretch of the folded text into one of the original, in UTF-16 units, end exclusive. */
  toOriginal: (start: number, end: number) => { start: number; end: number }
  /** Whether the original was nothing but ASCII, and is shown as it is written. */
  isPlain: boolean
}

const PIECE = 4096

/** Several ask for one text, one after the other. */
let last: { original: string; folded: FoldedString } | null = null

/** Folds a text (lib/scoring/text/fold.ts) to a string; of ASCII only the case is folded, so that places are the same. */
export function readFolded(original: string): FoldedString {
  if (last?.original !== original) last = { original, folded: foldToString(original) }
  return last.folded
}

function foldToString(original: string): FoldedString {
  if (isPlain(original)) {
    const text = original.toLowerCase()
    return { text, signs: text, toOriginal: (start, end) => ({ start, end }), isPlain: true }
  }
  const folded = foldText(original)
  let text = ''
  for (let at = 0; at < folded.length; at += PIECE) {
    text += String.fromCharCode(...folded.units.subarray(at, Math.min(at + PIECE, folded.length)))
  }
  // The arrays of a fold are shared with the next one.
  const starts = folded.starts.slice(0, folded.length)
  const ends = folded.ends.slice(0, folded.length)
  return {
    text,
    signs: showTwoFaced(original, text, starts) ?? text,
    toOriginal: (start, end) => placeOf({ starts, ends }, start, end - 1),
    isPlain: false,
  }
}
