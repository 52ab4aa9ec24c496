/** Keeps what was computed last, by key, at most `capacity` of it; what was not asked for longest goes first. */
export class RecentCache<Value extends object> {
  private readonly entries = new Map<string, Value>()
  constructor(private readonly capacity: number) {}

  /** The kept value, or what `compute` makes, which is then kept. */
  getOrCompute(key: string, compute: () => Value): Value {
    const kept = this.entries.get(key)
    const value = kept ?? compute()
    this.entries.delete(key)
    this.entries.set(key, value)
    const oldest = this.entries.keys().next()
    if (this.entries.size > this.capacity && !oldest.done) this.entries.delete(oldest.value)
    return value
  }

  /** The kept value, if there is one. */
  find(key: string): Value | undefined {
    return this.entries.get(key)
  }

  get size(): number {
    return this.entries.size
  }
}
