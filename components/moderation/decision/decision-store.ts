import type { DecisionAnswer, DecisionInput } from '@/lib/contracts/decision'
import type { CommentContext, QueueRow } from '@/lib/contracts/queue'
import type { DeskDecision } from '@/lib/contracts/teamwork'
import type { Actor } from '@/lib/domain/actor'
import type { RejectReason } from '@/lib/domain/comment'
import { applyDecision, listAllowedDecisions, optionOf, type DecisionAct } from '@/lib/domain/decisions'
import { ProblemError } from '../desk-api'
import { describeConflict, describeFailure, type RowNotice } from '../queue/row-notice'
import type { Viewer } from '../viewer'

/** What this browser knows of a comment beyond the list it loaded. */
export interface DeskEntry {
  row: QueueRow
  /** The latest decision taken here and not taken back. */
  act: DecisionAct | null
  notice: RowNotice | null
  isSaving: boolean
}

const MOST_HEARD = 5000

/** The API, as far as deciding needs it. */
export interface DecisionApi {
  decide: (id: string, input: DecisionInput) => Promise<DecisionAnswer>
  undo: (decisionId: string, commentId: string) => Promise<DecisionAnswer>
  load: (id: string) => Promise<CommentContext>
}

/** A decision on its way or done; undo takes the latest. `saved` is null when it was never saved. */
interface Step {
  id: string
  before: DeskEntry
  saved: Promise<DecisionAnswer | null>
  /** When, on the clock of `performance.now()`. */
  at: number
}

/**
 * Decisions of this browser: shown at once, saved in the order they were taken, restored when they could not be saved.
 * Decisions on one comment wait for one another, so that each names the version the one before it made.
 */
export class DecisionStore {
  private readonly actor: Actor
  private entries: ReadonlyMap<string, DeskEntry> = new Map()
  private steps: Step[] = []
  /** The latest request about a comment, a decision or an undo. */
  private readonly latest = new Map<string, Promise<DecisionAnswer | null>>()
  private readonly listeners = new Set<() => void>()
  /** The latest decision of a colleague on a comment, as it was heard. */
  private readonly heard = new Map<string, DeskDecision>()
  private heardSnapshot: ReadonlyMap<string, DeskDecision> = new Map()

  constructor(
    private readonly api: DecisionApi,
    private readonly viewer: Viewer,
  ) {
    // Permissions hang on the role alone; the server knows the site and the session.
    this.actor = { kind: 'user', ...viewer, siteId: '', sessionId: '' }
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly getEntries = (): ReadonlyMap<string, DeskEntry> => this.entries

  /** Shows the decision and saves it. Resolves to whether it was saved; what went wrong is in the entry's notice. */
  async decide(row: QueueRow, act: DecisionAct): Promise<boolean> {
    const known = this.entries.get(row.id)
    const state = applyDecision(this.actor, row.state, act)
    const shown: DeskEntry = { row: { ...row, state, allowed: listAllowedDecisions(this.actor, state) }, act, notice: null, isSaving: true }
    const before: DeskEntry = { row, act: known?.act ?? null, notice: null, isSaving: false }
    const earlier = known?.isSaving ? this.latest.get(row.id) : undefined
    const saved = this.save(before, shown, act, earlier)
    const step: Step = { id: row.id, before, saved, at: performance.now() }
    this.steps = [...this.steps, step]
    this.latest.set(row.id, saved)
    this.put(row.id, shown)
    if ((await saved) !== null) return true
    this.drop(step)
    return false
  }

  /** The comment an undo would take a decision back from, and when that was taken. */
  findUndoable(): Pick<Step, 'id' | 'at'> | null {
    return this.steps.at(-1) ?? null
  }

  /**
   * Takes the latest decision back, or the given comment's latest. Null when there is none. Shown at once, also while the
   * decision itself is on its way: what is decided next is decided on what is seen.
   */
  async undo(id?: string): Promise<{ id: string; isUndone: boolean } | null> {
    const step = this.steps.filter((candidate) => id === undefined || candidate.id === id).at(-1)
    if (!step) return null
    this.drop(step)
    const standing = this.entries.get(step.id) ?? step.before
    const shown: DeskEntry = { ...step.before, isSaving: true, notice: null }
    const undone = this.saveUndo(step, standing, shown)
    this.latest.set(step.id, undone)
    this.put(step.id, shown)
    return { id: step.id, isUndone: (await undone) !== null }
  }

  /** Shows what a batch decided. It is saved already, and is undone as a whole. */
  applyBatch(rows: readonly QueueRow[], act: DecisionAct): void {
    const entries = new Map(this.entries)
    for (const row of rows) {
      if (!row.allowed.includes(optionOf(act))) continue
      const state = applyDecision(this.actor, row.state, act)
      const allowed = listAllowedDecisions(this.actor, state)
      entries.set(row.id, { row: { ...row, version: row.version + 1, state, allowed }, act, notice: null, isSaving: false })
    }
    this.entries = entries
    this.notify()
  }

  /** What colleagues decided: it stands in the row, unless this browser is about to be told by its own request. */
  hear(decisions: readonly DeskDecision[]): void {
    const others = decisions.filter((decision) => decision.byId !== this.viewer.id)
    // The echo of what was decided here: it stands on screen already, and nothing need be drawn again.
    if (others.length === 0) return
    for (const decision of others) this.heard.set(decision.commentId, decision)
    while (this.heard.size > MOST_HEARD) this.heard.delete(this.heard.keys().next().value ?? '')
    this.heardSnapshot = new Map(this.heard)
    this.notify()
  }

  /** Says in the row that a colleague was first, as a refusal would: nothing is sent. */
  noteColleague(row: QueueRow, decision: DeskDecision): void {
    const { by, at, reason } = decision
    const notice: RowNotice = {
      kind: 'conflict',
      by,
      at,
      past: decision,
      reason: reason as RejectReason | null,
      isOwn: false,
    }
    this.put(row.id, { row, act: null, isSaving: false, notice })
  }

  readonly getHeard = (): ReadonlyMap<string, DeskDecision> => this.heardSnapshot

  /** After the list was loaded afresh: what is saved is in it already. */
  forgetSaved(): void {
    const kept = [...this.entries].filter(([, entry]) => entry.isSaving)
    if (kept.length === this.entries.size) return
    this.entries = new Map(kept)
    this.notify()
  }

  dismissNotice(id: string): void {
    const entry = this.entries.get(id)
    if (entry) this.put(id, { ...entry, notice: null })
  }

  private async save(
    before: DeskEntry,
    shown: DeskEntry,
    act: DecisionAct,
    earlier: Promise<DecisionAnswer | null> | undefined,
  ): Promise<DecisionAnswer | null> {
    const { id, version } = before.row
    const previous = await earlier
    // The one before was refused, so this one was taken on a state that never was.
    if (previous === null) return null
    try {
      const answer = await this.api.decide(id, { version: previous?.version ?? version, act })
      this.confirm(id, shown, answer)
      return answer
    } catch (error) {
      await this.restore(previous ? { ...before, row: { ...before.row, ...pickState(previous) } } : before, act, error)
      return null
    }
  }

  private async saveUndo(step: Step, standing: DeskEntry, shown: DeskEntry): Promise<DecisionAnswer | null> {
    const saved = await step.saved
    // It was refused, and the row says so: there is nothing to take back.
    if (saved === null) return null
    try {
      const answer = await this.api.undo(saved.decisionId, step.id)
      this.confirm(step.id, shown, answer)
      return answer
    } catch (error) {
      const isRefused = error instanceof ProblemError && error.problem.status < 500
      const fresh = isRefused ? await this.loadFresh(step.id) : null
      // Not reached: the decision stands, and `z` may try again.
      if (!isRefused) this.steps = [...this.steps, step]
      const problem = error instanceof ProblemError ? error.problem : null
      const stands = standing.isSaving ? { ...standing.row, ...pickState(saved) } : standing.row
      this.put(step.id, { ...standing, row: fresh?.row ?? stands, isSaving: false, notice: { kind: 'undo_failed', problem } })
      return null
    }
  }

  /**
   * Puts the answer in, unless something later about the same comment is on screen: a request on its way brings its own
   * version, anything else takes this one.
   */
  private confirm(id: string, shown: DeskEntry, answer: DecisionAnswer): void {
    const now = this.entries.get(id)
    if (now === shown) this.put(id, { ...shown, isSaving: false, row: { ...shown.row, ...pickState(answer) } })
    else if (now && !now.isSaving) this.put(id, { ...now, row: { ...now.row, version: answer.version } })
  }

  private async restore(before: DeskEntry, act: DecisionAct, error: unknown): Promise<void> {
    const { id } = before.row
    const problem = error instanceof ProblemError ? error.problem : null
    if (problem?.status !== 409) return this.put(id, { ...before, notice: describeFailure(error, act) })
    const fresh = await this.loadFresh(id)
    const notice = problem.conflict ? describeConflict(problem.conflict, fresh, this.viewer.name) : describeFailure(error, act)
    this.put(id, { row: fresh?.row ?? before.row, act: null, isSaving: false, notice })
  }

  private loadFresh(id: string): Promise<CommentContext | null> {
    return this.api.load(id).catch(() => null)
  }

  private drop(step: Step): void {
    this.steps = this.steps.filter((other) => other !== step)
  }

  private put(id: string, entry: DeskEntry): void {
    this.entries = new Map(this.entries).set(id, entry)
    this.notify()
  }

  private notify(): void {
    this.listeners.forEach((listener) => listener())
  }
}

function pickState({ version, state, allowed }: DecisionAnswer): Pick<QueueRow, 'version' | 'state' | 'allowed'> {
  return { version, state, allowed }
}
