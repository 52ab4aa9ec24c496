import type { Actor } from '../../domain/actor'

/** How long an actor that was found is believed without asking again, in milliseconds. */
const KNOWN_FOR = 1000

/** Actors that were found within the last second, by what they showed. Beyond `most` all are looked up again. */
export class KnownActors<Kind extends Actor> {
  readonly #known = new Map<string, { actor: Kind; askedAt: number }>()
  #changes = 0

  constructor(private readonly most: number) {}

  /** Has everybody looked up again: called when one changes, so that it counts at once in this process. */
  forget(): void {
    this.#changes += 1
    this.#known.clear()
  }

  /** @param now milliseconds; with a clock that was put back, nobody is believed */
  async find(name: string, now: number, look: () => Promise<Kind | null>): Promise<Kind | null> {
    const known = this.#known.get(name)
    if (known && now >= known.askedAt && now < known.askedAt + KNOWN_FOR) return known.actor
    const changes = this.#changes
    const actor = await look()
    // What was read before a change is of no use after it.
    if (changes !== this.#changes) return actor
    if (this.#known.size >= this.most) this.#known.clear()
    if (actor) this.#known.set(name, { actor, askedAt: now })
    else this.#known.delete(name)
    return actor
  }
}
