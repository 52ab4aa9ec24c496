/** Which units of a text are taken by something found: told in time of the stretch that is asked for, however many there are. */
export class TakenPlaces {
  private taken: Uint8Array | null = null

  /** @param length how many units the text has */
  constructor(private readonly length: number) {}

  /** Whether any unit of a stretch is taken; the end is exclusive. */
  has(start: number, end: number): boolean {
    if (this.taken === null) return false
    for (let at = start; at < end; at += 1) if (this.taken[at] !== 0) return true
    return false
  }

  take(start: number, end: number): void {
    this.taken ??= new Uint8Array(this.length)
    this.taken.fill(1, start, end)
  }
}
