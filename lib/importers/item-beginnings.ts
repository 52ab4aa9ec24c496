/** The beginning of an item, `{"key"`, that was not due where it stands. */
export interface Begun {
  list: string
  /** Where its brace stands. */
  line: number
  bytes: Buffer
}

const [OPEN_BRACE, SPACE] = [0x7b, 0x20]

/** Finds items by what they begin with, wherever they stand: a brace, white space, and the key of one of the lists in quotation marks. */
export class ItemBeginnings {
  readonly #beginnings: { list: string; bytes: Buffer }[]
  /** Those that may be beginning here, and how many of their bytes have been seen; 0 for none. */
  #left: { list: string; bytes: Buffer }[] = []
  #seen = 0
  #line = 1

  /** @param firstKeys by the name of the list */
  constructor(firstKeys: Readonly<Record<string, string>>) {
    this.#beginnings = Object.entries(firstKeys).map(([list, key]) => ({ list, bytes: Buffer.from(`{${JSON.stringify(key)}`) }))
  }

  /** The next byte; says what has begun with it. `isDue`: whether an item may begin at this byte anyway. */
  push(byte: number, line: number, isDue: boolean): Begun | null {
    if (byte === OPEN_BRACE) {
      this.#left = isDue ? [] : this.#beginnings
      this.#seen = this.#left.length > 0 ? 1 : 0
      this.#line = line
      return null
    }
    if (this.#seen === 0 || (this.#seen === 1 && byte <= SPACE)) return null
    this.#left = this.#left.filter(({ bytes }) => bytes[this.#seen] === byte)
    this.#seen = this.#left.length > 0 ? this.#seen + 1 : 0
    const whole = this.#left.find(({ bytes }) => bytes.length === this.#seen)
    if (whole === undefined) return null
    this.#seen = 0
    return { list: whole.list, line: this.#line, bytes: whole.bytes }
  }
}
