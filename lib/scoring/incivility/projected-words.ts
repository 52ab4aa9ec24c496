import type { Kernel } from './kernel'
import { KEPT_FORMS } from './kept-forms'
import { GeneralVectors, type LearntVectors } from './word-vectors'

/**
 * Each word's part in every window of a net: its vector times one matrix, which depends on the word alone. Kept in the
 * kernel's memory by the word's number, because words repeat: a text of known words is some thirty times cheaper. Each part has 16 bits,
 * of which a thousandth is the smallest step: what is fetched from memory is most of what reading a text costs.
 */
export class ProjectedWords {
  private readonly input: Float32Array
  private readonly at: Record<'input' | 'matrix' | 'output' | 'kept', number>

  /** @param matrix as strips (lib/scoring/incivility/net.ts), `width` columns */
  constructor(
    private readonly kernel: Kernel,
    private readonly general: GeneralVectors,
    private readonly learnt: LearntVectors,
    matrix: Float32Array,
    private readonly width: number,
  ) {
    this.input = new Float32Array(GeneralVectors.SIZE + learnt.size)
    this.at = {
      input: kernel.allocate(this.input.length),
      matrix: kernel.store(matrix),
      output: kernel.allocate(width),
      kept: kernel.allocate((KEPT_FORMS * width) / 2),
    }
  }

  keep(form: string, number: number): void {
    this.general.fill(form, this.input)
    this.learnt.fill(form, this.input, GeneralVectors.SIZE)
    this.kernel.floats(this.at.input, this.input.length).set(this.input)
    this.kernel.run.project(this.at.input, this.at.matrix, this.at.output, this.input.length, this.width)
    this.kernel.run.pack(this.at.output, this.addressOf(number), this.width)
  }

  /** Writes to `rows` where the parts of these words lie, and fetches them. */
  locate(numbers: Uint32Array, rows: number): void {
    const addresses = this.kernel.integers(rows, numbers.length)
    for (let at = 0; at < numbers.length; at += 1) addresses[at] = this.addressOf(numbers[at] ?? 0)
    this.kernel.run.fetch(rows, numbers.length, this.width)
  }

  private addressOf(number: number): number {
    return this.at.kept + number * this.width * 2
  }
}
