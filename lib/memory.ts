import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Has V8 look for garbage when two fifths have come on top of what is in use. Left to itself it lets garbage double the memory, and looks
 * at nothing at all before the first 250 MB: 620 MB where 330 will do, at a tenth of the speed. At a quarter instead of two fifths a bulk load
 * takes some 25 µs more of the processor for each comment, of 450, and 15 MB less.
 */
export function tameMemory(): void {
  setFlagsFromString('--heap-growing-percent=40')
  setFlagsFromString('--expose-gc')
  collect = runInNewContext('gc') as () => void
  // From what is in use now it reckons when to look next.
  collect()
}

let collect: (() => void) | null = null

/** Makes room for something large: all garbage goes at once, in some 70 ms. Nothing where memory was not tamed. */
export function makeRoom(): void {
  collect?.()
}
