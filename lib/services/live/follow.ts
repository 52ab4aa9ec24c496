import type { DeskEvent } from '../../contracts/live'
import { listDeskDecisions } from '../../db/decision/desk-event'
import { readFeedHead } from '../../db/decision/feed'
import { authorize, can } from '../../domain/actor'
import type { Context } from '../context'
import { countLooks } from '../second-look/next'
import { SiteWatch, type SiteEvent } from './site-watch'

const PULSE_MS = 15_000
const PAGE = 500
/** A browser that takes nothing for more decisions than a batch has, or for this many messages, is dropped; it reconnects where it was. */
const MOST_WAITING = 50_000

// Next's bundles and the server's own entry each load this module; a site is watched once.
const shared = globalThis as unknown as { parleySiteWatches?: Map<string, SiteWatch> }
const watches = (shared.parleySiteWatches ??= new Map<string, SiteWatch>())

/**
 * What happens on the site from now on, until `signal`. With `after`, decisions since that position of the feed come first.
 *
 * @throws DomainError forbidden
 */
export async function* followDesk(ctx: Context, after: number | null, signal: AbortSignal): AsyncGenerator<DeskEvent> {
  authorize(ctx.actor, 'read')
  const { siteId } = ctx.actor
  const person = { id: 'id' in ctx.actor ? ctx.actor.id : '', name: ctx.actor.name }
  const inbox = new Inbox(signal)
  const watch = watches.get(siteId) ?? new SiteWatch(siteId)
  watches.set(siteId, watch)
  let leave = () => undefined as void
  try {
    leave = await watch.join((event) => inbox.put(event), person)
    // Whoever has come further saw a feed that is no longer there: the database was restored from a backup since.
    let position = after === null ? 0 : Math.min(after, await readFeedHead(ctx.db, siteId))
    for (let page = after === null ? [] : await listDeskDecisions(ctx.db, siteId, position, PAGE); page.length > 0;) {
      position = page.at(-1)?.position ?? position
      yield { kind: 'decisions', position, decisions: page.flatMap(({ decision }) => decision ?? []) }
      page = await listDeskDecisions(ctx.db, siteId, position, PAGE)
    }
    for (;;) {
      const event = await inbox.take(PULSE_MS)
      if (event === null) return
      // What was told from the log already is not told again.
      if (event.kind === 'decisions' && event.position <= position) continue
      if (event.kind !== 'looks') yield event
      else if (can(ctx.actor, 'decide')) yield { kind: 'looks', waiting: (await countLooks(ctx)).waiting }
    }
  } finally {
    leave()
    if (watch.isIdle) watches.delete(siteId)
  }
}

/** Events on their way to one browser. */
class Inbox {
  #waiting: SiteEvent[] = []
  /** How much that is. */
  #size = 0
  #wake: () => void = () => undefined
  #isOver = false

  constructor(signal: AbortSignal) {
    signal.addEventListener('abort', () => this.#end(), { once: true })
    if (signal.aborted) this.#isOver = true
  }

  put(event: SiteEvent): void {
    if (this.#isOver) return
    this.#size += sizeOf(event)
    if (this.#size > MOST_WAITING) return this.#end()
    this.#waiting.push(event)
    this.#wake()
  }

  /** The next event; a pulse when none comes in `ms`; null when it is over. */
  async take(ms: number): Promise<SiteEvent | null> {
    if (this.#waiting.length === 0 && !this.#isOver) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      this.#wake = () => undefined
    }
    if (this.#isOver) return null
    const next = this.#waiting.shift()
    if (!next) return { kind: 'pulse' }
    this.#size -= sizeOf(next)
    return next
  }

  #end(): void {
    this.#isOver = true
    this.#waiting = []
    this.#wake()
  }
}

/** A message may tell hundreds of decisions. */
const sizeOf = (event: SiteEvent): number => (event.kind === 'decisions' ? event.decisions.length : 1)
