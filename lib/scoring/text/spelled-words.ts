/** At so many words all are forgotten, at the beginning of a text. Longer ones are not kept. */
const KEPT = 32_768
const LONGEST_KEPT = 40
/** Four times as many, so that the place where a word is looked for is seldom another's. */
const PLACES = KEPT * 4
/** So many units become a string at once. */
const PIECE = 4096

/**
 * What is known of words, found by their units as a text is read, without making strings of them: words repeat, and making strings
 * and looking them up took longer than all that is then done with a word.
 */
export class SpelledWords<Known extends object> {
  /** The word in the making: its units as they are put one by one. */
  private units = new Uint16Array(256)
  private length = 0
  private hash = 0
  /** By place: the number of the word that is kept there, plus one. */
  private readonly places = new Int32Array(PLACES)
  /** By number: hashes, and where a word's units end in `kept`. */
  private readonly hashes = new Int32Array(KEPT)
  private readonly ends = new Uint32Array(KEPT)
  private kept = new Uint16Array(KEPT * 8)
  private known: Known[] = []

  /**
   * @param describe finds out what is to be known of a word
   * @param onForget is called when all words are forgotten
   */
  constructor(
    private readonly describe: (word: string) => Known,
    private readonly onForget: () => void = () => undefined,
  ) {}

  /** Call it before the first word of a text: within a text nothing is forgotten. */
  begin(): void {
    this.length = this.hash = 0
    if (this.known.length < KEPT) return
    this.places.fill(0)
    this.known = []
    this.onForget()
  }

  /** Puts the next unit of a word. */
  put(unit: number): void {
    if (this.length === this.units.length) this.units = enlarge(this.units)
    this.units[this.length] = unit
    this.hash = Math.imul(this.hash ^ unit, 0x01000193)
    this.length += 1
  }

  /** Ends the word whose units were put, and tells what is known of it. */
  end(): Known {
    const found = this.length > LONGEST_KEPT ? this.describe(this.spell()) : this.find()
    this.length = this.hash = 0
    return found
  }

  private find(): Known {
    let place = (this.hash ^ (this.hash >>> 15)) & (PLACES - 1)
    for (let number = this.places[place] ?? 0; number > 0; number = this.places[place] ?? 0) {
      if (this.hashes[number - 1] === this.hash && this.isAt(number - 1)) return this.known[number - 1] as Known
      place = (place + 1) & (PLACES - 1)
    }
    const made = this.describe(this.spell())
    if (this.known.length < KEPT) this.keep(made, place)
    return made
  }

  private spell(): string {
    let word = ''
    for (let at = 0; at < this.length; at += PIECE)
      word += String.fromCharCode(...this.units.subarray(at, Math.min(at + PIECE, this.length)))
    return word
  }

  private startOf(number: number): number {
    return number === 0 ? 0 : (this.ends[number - 1] ?? 0)
  }

  private isAt(number: number): boolean {
    const start = this.startOf(number)
    if ((this.ends[number] ?? 0) - start !== this.length) return false
    for (let at = 0; at < this.length; at += 1) if (this.kept[start + at] !== this.units[at]) return false
    return true
  }

  private keep(known: Known, place: number): void {
    const number = this.known.length
    const start = this.startOf(number)
    if (start + this.length > this.kept.length) this.kept = enlarge(this.kept)
    for (let at = 0; at < this.length; at += 1) this.kept[start + at] = this.units[at] ?? 0
    this.ends[number] = start + this.length
    this.hashes[number] = this.hash
    this.places[place] = number + 1
    this.known.push(known)
  }
}

function enlarge(units: Uint16Array): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(units.length * 2)
  larger.set(units)
  return larger
}
