import type { Kernel } from './kernel'
import { GeneralVectors, type LearntVectors } from './word-vectors'

/** Words that are kept: 27 MB. */
const KEPT_WORDS = 8192
/** When there is no room, the one of so many that was not used for longest goes. */
const LOOKED_AT = 16

/**
 * Each word's part in every window of a net: its vector times one matrix, which depends on the word alone. Kept in the
 * kernel's memory, because words repeat: a text of known words is some thirty times cheaper.
 */
export class ProjectedWords {
  private readonly slots = new Map<string, number>()
  private readonly forms: string[] = []
  /** The number of the text that last used a slot. */
  private readonly usedBy = new Uint32Array(KEPT_WORDS)
  private text = 0
  private hand = 0
  private readonly input: Float32Array
  private readonly at: Record<'input' | 'matrix' | 'cache', number>

  /** @param matrix as strips (lib/scoring/incivility/net.ts), `width` columns */
  constructor(
    private readonly kernel: Kernel,
    private readonly general: GeneralVectors,
    private readonly learnt: LearntVectors,
    matrix: Float32Array,
    private readonly width: number,
  ) {
    this.input = new Float32Array(GeneralVectors.SIZE + learnt.size)
    this.at = { input: kernel.allocate(this.input.length), matrix: kernel.store(matrix), cache: kernel.allocate(KEPT_WORDS * width) }
  }

  /** Writes to `rows` where the parts of the first `length` words lie, far fewer than are kept. */
  locate(forms: readonly string[], rows: number, length: number): void {
    this.text += 1
    const addresses = this.kernel.integers(rows, length)
    for (let at = 0; at < length; at += 1) addresses[at] = this.at.cache + this.slotOf(forms[at] ?? '') * this.width * 4
  }

  private slotOf(form: string): number {
    const known = this.slots.get(form)
    if (known !== undefined) {
      this.usedBy[known] = this.text
      return known
    }
    const slot = this.takeSlot()
    this.slots.set(form, slot)
    this.forms[slot] = form
    this.usedBy[slot] = this.text
    this.general.fill(form, this.input)
    this.learnt.fill(form, this.input, GeneralVectors.SIZE)
    this.kernel.floats(this.at.input, this.input.length).set(this.input)
    this.kernel.run.project(this.at.input, this.at.matrix, this.at.cache + slot * this.width * 4, this.input.length, this.width)
    return slot
  }

  /** A free slot, or one that has not been used for long; never one that this text uses. */
  private takeSlot(): number {
    if (this.slots.size < KEPT_WORDS) return this.slots.size
    let oldest = this.text
    let slot = 0
    for (let step = 0; step < LOOKED_AT || oldest === this.text; step += 1) {
      this.hand = (this.hand + 1) % KEPT_WORDS
      const used = this.usedBy[this.hand] ?? 0
      if (used >= oldest) continue
      oldest = used
      slot = this.hand
    }
    this.slots.delete(this.forms[slot] ?? '')
    return slot
  }
}
