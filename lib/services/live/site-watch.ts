import type { DeskEvent } from '../../contracts/live'
import { readOpenAppeals } from '../../db/appeal/appeal'
import { getDb } from '../../db/connection'
import { listChangedArticles } from '../../db/stats/stat-standing'
import { listDeskDecisions } from '../../db/decision/desk-event'
import { numberFeed, readFeedHead } from '../../db/decision/feed'
import { readQueueTotals } from '../../db/queue/queue-total'
import { listStoppedRules } from '../../db/rule-alert'
import { readLooksStanding } from '../../db/second-look/look'
import { listClaims } from '../../db/queue/teamwork'
import { describeError } from '../../domain/errors'
import { countHeard, hearOfClaims, hearOfHandingOver, hearOfScores, waitForDecision } from '../../events/decision-signal'
import { log } from '../../log'
import { repeatWork } from '../instance/repeat'

/** How often counts are looked at while somebody watches. A look costs less than a millisecond. */
const COUNT_MS = 1000
/** After how many looks at the counts claims and stopped rules are sent again. */
const CLAIMS_EVERY = 10
/** Decisions of one message. */
const PAGE = 500
/** After a fault the database is asked again so much later. */
const PAUSE_MS = 500
const TROUBLE = 'the desk could not be told'

/** How many second looks wait is another number for everybody: that it may have changed is told. */
export type SiteEvent = Exclude<DeskEvent, { kind: 'looks' }> | { kind: 'looks' }

type Listener = (event: SiteEvent) => void

/**
 * What happens on one site, told to every browser that has its desk open: one reader of the feed for all of them, and one
 * look a second at the counts, however many they are. Runs while somebody listens.
 */
export class SiteWatch {
  readonly #listeners = new Map<Listener, { id: string; name: string }>()
  #stop: AbortController | null = null
  #starting: Promise<void> | null = null
  #position = 0
  #counts = ''
  /** How many appeals are open, and when the latest came in; null while nobody has looked. */
  #appeals: Awaited<ReturnType<typeof readOpenAppeals>> | null = null
  #rounds = 0
  /** The rules that stand stopped, as text; null while nobody has looked. */
  #stops: string | null = null
  /** The same of second looks. */
  #looks: string | null = null
  /** How far changes of articles are told; null while nobody has looked. */
  #articles: number | null = null

  constructor(private readonly siteId: string) {}

  get isIdle(): boolean {
    return this.#listeners.size === 0
  }

  /** Begins to tell somebody; the result ends it. */
  async join(listener: Listener, person: { id: string; name: string }): Promise<() => void> {
    const starting = (this.#starting ??= this.#start())
    try {
      await starting
    } catch (error) {
      // Without a database nobody is told anything: whoever comes next tries again.
      this.#halt()
      throw error
    }
    // The last of the others has left meanwhile, and it was ended.
    if (this.#starting !== starting) return this.join(listener, person)
    this.#listeners.set(listener, person)
    this.#tellPresence()
    void this.#tellClaims()
    listener({ kind: 'counts', counts: this.#counts === '' ? null : (JSON.parse(this.#counts) as never) })
    if (this.#appeals) listener({ kind: 'appeals', open: this.#appeals.open })
    return () => {
      this.#listeners.delete(listener)
      this.#tellPresence()
      if (this.isIdle) this.#halt()
    }
  }

  async #start(): Promise<void> {
    const stop = new AbortController()
    this.#stop = stop
    await numberFeed(getDb(), this.siteId)
    this.#position = await readFeedHead(getDb(), this.siteId)
    const deaf = hearOfClaims((siteId) => {
      if (siteId === this.siteId || siteId === '*') void this.#tellClaims()
    })
    stop.signal.addEventListener('abort', deaf, { once: true })
    const deafToHanding = hearOfHandingOver((siteId, commentIds) => {
      if (siteId === this.siteId) this.#tell({ kind: 'handed', commentIds })
    })
    stop.signal.addEventListener('abort', deafToHanding, { once: true })
    const deafToScores = hearOfScores((siteId, commentIds) => {
      if (siteId === this.siteId) this.#tell({ kind: 'scores', commentIds })
    })
    stop.signal.addEventListener('abort', deafToScores, { once: true })
    void repeatWork(stop.signal, PAUSE_MS, TROUBLE, async () => {
      await this.#tellDecisions(stop.signal)
      return true
    })
    void repeatWork(stop.signal, COUNT_MS, TROUBLE, async () => {
      await this.#tellCounts()
      return false
    })
  }

  #halt(): void {
    this.#stop?.abort()
    this.#stop = null
    this.#starting = null
    this.#counts = ''
    this.#appeals = null
    this.#articles = null
    this.#stops = null
    this.#looks = null
  }

  async #tellDecisions(signal: AbortSignal): Promise<void> {
    const since = countHeard(this.siteId)
    await numberFeed(getDb(), this.siteId)
    const page = await listDeskDecisions(getDb(), this.siteId, this.#position, PAGE)
    const last = page.at(-1)
    if (!last) return waitForDecision(this.siteId, 5000, signal, since)
    this.#position = last.position
    this.#tell({ kind: 'decisions', position: last.position, decisions: page.flatMap(({ decision }) => decision ?? []) })
    if (page.some(({ isOfDiscussion }) => isOfDiscussion)) this.#tell({ kind: 'alerts' })
  }

  async #tellCounts(): Promise<void> {
    const counts = await readQueueTotals(getDb(), this.siteId, undefined)
    const text = JSON.stringify(counts)
    if (text !== this.#counts) this.#tell({ kind: 'counts', counts })
    this.#counts = text
    await Promise.all([this.#tellAppeals(), this.#tellLooks()])
    await this.#tellArticles()
    // A lease that runs out is told by nobody.
    if (++this.#rounds % CLAIMS_EVERY === 0) await Promise.all([this.#tellClaims(), this.#tellStops()])
  }

  async #tellAppeals(): Promise<void> {
    const known = this.#appeals
    const { open, latestAt } = (this.#appeals = await readOpenAppeals(getDb(), this.siteId))
    if (open !== known?.open || latestAt?.getTime() !== known.latestAt?.getTime()) this.#tell({ kind: 'appeals', open })
  }

  async #tellArticles(): Promise<void> {
    const { seq, ids } = await listChangedArticles(getDb(), this.siteId, this.#articles)
    if (this.#articles !== null && ids.length > 0) this.#tell({ kind: 'articles', ids })
    this.#articles = seq
  }

  async #tellClaims(): Promise<void> {
    try {
      this.#tell({ kind: 'claims', claims: await listClaims(getDb(), this.siteId, new Date()) })
    } catch (error) {
      log().warn({ err: describeError(error) }, 'claims could not be told')
    }
  }

  /** A rule is stopped by a job, and turned on again in the settings: neither is a decision. */
  async #tellStops(): Promise<void> {
    const stops = JSON.stringify(await listStoppedRules(getDb(), this.siteId))
    if (this.#stops !== null && this.#stops !== stops) this.#tell({ kind: 'alerts' })
    this.#stops = stops
  }

  async #tellLooks(): Promise<void> {
    const looks = await readLooksStanding(getDb(), this.siteId, new Date())
    if (this.#looks !== null && this.#looks !== looks) this.#tell({ kind: 'looks' })
    this.#looks = looks
  }

  /** A person with two windows is here once. */
  #tellPresence(): void {
    const people = new Map([...this.#listeners.values()].map((person) => [person.id, person]))
    this.#tell({ kind: 'presence', people: [...people.values()] })
  }

  #tell(event: SiteEvent): void {
    for (const listener of [...this.#listeners.keys()]) listener(event)
  }
}
