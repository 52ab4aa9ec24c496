const FIRST_SIZE = 4096

/** Bytes that are put together piece by piece, up to a limit. */
export class KeptBytes {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE)
  #size = 0

  constructor(private readonly maxBytes: number) {}

  add(piece: Buffer): void {
    if (this.#size + piece.length <= this.maxBytes) {
      this.#makeRoom(piece.length)
      piece.copy(this.#bytes, this.#size)
    }
    this.#size += piece.length
  }

  push(byte: number): void {
    if (this.#size < this.maxBytes) {
      this.#makeRoom(1)
      this.#bytes[this.#size] = byte
    }
    this.#size += 1
  }

  /** All that was added since it was last taken; null when it was more than may be kept. */
  take(): Buffer | null {
    const whole = this.#size > this.maxBytes ? null : Buffer.from(this.#bytes.subarray(0, this.#size))
    if (this.#bytes.length > FIRST_SIZE * 256) this.#bytes = Buffer.allocUnsafe(FIRST_SIZE)
    this.#size = 0
    return whole
  }

  #makeRoom(count: number): void {
    if (this.#size + count <= this.#bytes.length) return
    const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#size + count))
    this.#bytes.copy(larger, 0, 0, this.#size)
    this.#bytes = larger
  }
}
