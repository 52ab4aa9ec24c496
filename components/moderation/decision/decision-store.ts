import type { DecisionAnswer } from '@/lib/contracts/decision'
import type { CommentContext, QueueRow } from '@/lib/contracts/queue'
import type { Actor } from '@/lib/domain/actor'
import { findFeatureOption, type FeatureAct } from '@/lib/domain/article-acts'
import { listAllowedDecisions, optionOf, stateAfter, type DecisionAct } from '@/lib/domain/decisions'
import { ProblemError } from '../desk-api'
import { HeardDecisions } from '../live/heard-decisions'
import { describeConflict, describeFailure } from '../queue/row-notice'
import type { Viewer } from '../viewer'
import { isFeaturing, type DeskAct } from './desk-act'
import { DeskEntries, type DeskEntry } from './desk-entries'

/** The API, as far as deciding needs it. */
export interface DecisionApi {
  decide: (id: string, input: { version: number; act: DeskAct }) => Promise<DecisionAnswer>
  undo: (decisionId: string, commentId: string) => Promise<DecisionAnswer>
  load: (id: string) => Promise<CommentContext>
}

/** A comment as it is named in a batch. */
type Item = Pick<QueueRow, 'id' | 'version'>

/** One comment of those that are decided together, and the version it is sent in. */
interface Part {
  row: QueueRow
  act: DecisionAct
  version: Promise<number>
}

/** A decision on its way or done; undo takes the latest. `saved` is null when it was never saved. */
export interface TakenDecision {
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
export class DecisionStore extends DeskEntries {
  private readonly actor: Actor
  private steps: TakenDecision[] = []
  /** The latest request about a comment, a decision or an undo. */
  private readonly latest = new Map<string, Promise<DecisionAnswer | null>>()
  /** What colleagues decided: it stands in the row, unless this browser is about to be told by its own request. */
  readonly heard: HeardDecisions

  constructor(
    private readonly api: DecisionApi,
    private readonly viewer: Viewer,
  ) {
    super()
    // Permissions hang on the role alone; the server knows the site and the session.
    this.actor = { kind: 'user', ...viewer, siteId: '', sessionId: '' }
    this.heard = new HeardDecisions(viewer.id, () => this.notify())
  }

  /** Whether this person may do that about the comment as it stands here. */
  isAllowed(row: QueueRow, act: DeskAct): boolean {
    return isFeaturing(act) ? this.findFeatureOption(row) === act.kind : row.allowed.includes(optionOf(act))
  }

  findFeatureOption({ state, isFeatured }: QueueRow): FeatureAct['kind'] | null {
    return findFeatureOption(this.actor, state, isFeatured)
  }

  /** Shows the decision and saves it. Resolves to whether it was saved; what went wrong is in the entry's notice. */
  async decide(drawn: QueueRow, act: DeskAct): Promise<boolean> {
    const row = this.findStanding(drawn)
    const known = this.entries.get(row.id)
    const shown = this.foresee(row, act)
    const before: DeskEntry = { row, act: known?.act ?? null, notice: null, isSaving: false }
    const earlier = known?.isSaving ? this.latest.get(row.id) : undefined
    const saved = this.save(before, shown, act, earlier)
    const step: TakenDecision = { id: row.id, before, saved, at: performance.now() }
    this.steps = [...this.steps, step]
    this.latest.set(row.id, saved)
    this.put(row.id, shown)
    if ((await saved) !== null) return true
    this.drop(step)
    return false
  }

  /** The comment an undo would take a decision back from, and when that was taken; of the given comment, if any. */
  findUndoable(id?: string): TakenDecision | null {
    return this.steps.findLast((step) => id === undefined || step.id === id) ?? null
  }

  /**
   * Takes the latest decision back, or the given comment's latest. Null when there is none. Shown at once, also while the
   * decision itself is on its way: what is decided next is decided on what is seen.
   */
  async undo(id?: string): Promise<{ id: string; isUndone: boolean } | null> {
    const step = this.findUndoable(id)
    if (!step) return null
    this.drop(step)
    const standing = this.entries.get(step.id) ?? step.before
    const shown: DeskEntry = { ...step.before, isSaving: true, notice: null }
    const undone = this.saveUndo(step, standing, shown)
    this.latest.set(step.id, undone)
    this.put(step.id, shown)
    return { id: step.id, isUndone: (await undone) !== null }
  }

  /**
   * Shows at once what comments come to that are decided as one, and sends them when all that is on its way about them was
   * answered, in the versions this made. Taken back as a whole, not by `undo`.
   *
   * @param send resolves to the version each comment has by it; those that were left out are not among them
   * @throws what `send` throws; the rows are then as they were
   */
  async decideTogether(
    decided: readonly { row: QueueRow; act: DecisionAct }[],
    send: (items: Item[]) => Promise<ReadonlyMap<string, number>>,
  ): Promise<void> {
    const parts = decided.map((one) => ({ ...one, version: this.findVersionToBe(one.row) }))
    const sent = Promise.all(parts.map(async ({ row: { id }, version }) => ({ id, version: await version }))).then(send)
    for (const part of parts) if (part.row.allowed.includes(optionOf(part.act))) this.showPart(part, sent)
    await sent
  }

  /** How the comment stands once it is decided, as far as this browser can tell. */
  private foresee(row: QueueRow, act: DeskAct): DeskEntry {
    if (isFeaturing(act)) {
      const decided = this.entries.get(row.id)?.act ?? null
      return { row: { ...row, isFeatured: act.kind === 'feature' }, act: decided, notice: null, isSaving: true }
    }
    const state = stateAfter(row.state, act)
    return { row: { ...row, state, allowed: listAllowedDecisions(this.actor, state) }, act, notice: null, isSaving: true }
  }

  /** The version that the request on its way will have made; what is refused makes none. */
  private async findVersionToBe(row: QueueRow): Promise<number> {
    const { id, version } = this.findStanding(row)
    const answer = this.entries.get(id)?.isSaving ? await this.latest.get(id) : null
    return answer?.version ?? version
  }

  /** One comment of those that are decided together; `sent` tells the versions this made. */
  private showPart({ row, act, version }: Part, sent: Promise<ReadonlyMap<string, number>>): void {
    const { id } = row
    const before: DeskEntry = { row, act: this.entries.get(id)?.act ?? null, notice: null, isSaving: false }
    const shown = this.foresee(row, act)
    const settle = async (): Promise<DecisionAnswer | null> => {
      const made = (await sent.catch(() => null))?.get(id)
      const isDecided = made !== undefined
      const answer = { decisionId: '', commentId: id, ...shown.row, version: made ?? (await version) }
      const now = this.entries.get(id)
      if (!isDecided && now === shown) this.put(id, { ...before, row: { ...row, version: answer.version } })
      // Also over what was said of a decision before it that was not saved.
      if (isDecided && (now === shown || now?.isSaving === false))
        this.put(id, { ...shown, isSaving: false, row: { ...shown.row, ...pickState(answer) } })
      return isDecided ? answer : null
    }
    this.latest.set(id, settle())
    this.put(id, shown)
  }

  private async save(
    before: DeskEntry,
    shown: DeskEntry,
    act: DeskAct,
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

  private async saveUndo(step: TakenDecision, standing: DeskEntry, shown: DeskEntry): Promise<DecisionAnswer | null> {
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
    if (now === shown) this.putExpected(id, { ...shown, isSaving: false, row: { ...shown.row, ...pickState(answer) } })
    else if (now && !now.isSaving) this.put(id, { ...now, row: { ...now.row, version: answer.version } })
  }

  private async restore(before: DeskEntry, act: DeskAct, error: unknown): Promise<void> {
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

  private drop(step: TakenDecision): void {
    this.steps = this.steps.filter((other) => other !== step)
  }
}

function pickState({ version, state, allowed }: DecisionAnswer): Pick<QueueRow, 'version' | 'state' | 'allowed'> {
  return { version, state, allowed }
}
