/**
 * Keeps what was computed last, by key: at least half of `capacity`, at most all of it. It is kept in two halves, and when the
 * younger one is full the older one is dropped whole, so that keeping costs nothing but a look-up.
 */
export class RecentCache<Value extends object> {
  private young = new Map<string, Value>()
  private old = new Map<string, Value>()
  constructor(private readonly capacity: number) {}

  /** The kept value, or what `compute` makes, which is then kept. */
  getOrCompute(key: string, compute: () => Value): Value {
    const known = this.young.get(key)
    if (known !== undefined) return known
    const value = this.old.get(key) ?? compute()
    if (this.young.size >= this.capacity / 2) {
      this.old = this.young
      this.young = new Map()
    }
    this.young.set(key, value)
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
