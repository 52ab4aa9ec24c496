/** So many characters of texts stand behind what one cache keeps, at most: a few thousand articles' worth, or a handful of the longest. */
const MOST_CHARACTERS = 4_000_000

/**
 * Keeps what was computed last, by key: at least half of `capacity`, at most all of it, and less where the texts are enormous. It is
 * kept in two halves, and when the younger one is full the older one is dropped whole, so that keeping costs nothing but a look-up.
 */
export class RecentCache<Value extends object> {
  private young = new Map<string, Value>()
  private old = new Map<string, Value>()
  private youngCharacters = 0
  constructor(private readonly capacity: number) {}

  /** The kept value, or what `compute` makes, which is then kept. `characters`: how long the text is that it was made of. */
  getOrCompute(key: string, compute: () => Value, characters = key.length): Value {
    const known = this.young.get(key)
    if (known !== undefined) return known
    const value = this.old.get(key) ?? compute()
    if (this.young.size >= this.capacity / 2 || this.youngCharacters >= MOST_CHARACTERS / 2) {
      this.old = this.young
      this.young = new Map()
      this.youngCharacters = 0
    }
    this.young.set(key, value)
    this.youngCharacters += characters
    return value
  }

  /** The kept value, if there is one. */
  find(key: string): Value | undefined {
    return this.young.get(key) ?? this.old.get(key)
  }

  get size(): number {
    return this.young.size + this.old.size
  }
}
