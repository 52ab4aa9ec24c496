import type { QueueRow } from '@/lib/contracts/queue'
import type { DeskDecision } from '@/lib/contracts/teamwork'
import type { DecisionAct } from '@/lib/domain/decisions'
import type { RowNotice } from '../queue/row-notice'

/** What this browser knows of a comment beyond the list it loaded. */
export interface DeskEntry {
  row: QueueRow
  /** The latest decision taken here and not taken back. */
  act: DecisionAct | null
  notice: RowNotice | null
  isSaving: boolean
}

/** What need not be drawn at once is drawn with the next change, or after so long. */
const SOON_MS = 100

/** The entries of this browser, by comment; whoever draws them is told of each change. */
export class DeskEntries {
  protected entries: ReadonlyMap<string, DeskEntry> = new Map()
  private readonly listeners = new Set<() => void>()
  private telling: ReturnType<typeof setTimeout> | undefined

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  readonly getEntries = (): ReadonlyMap<string, DeskEntry> => this.entries

  /** Says in the row that a colleague was first, as a refusal would: nothing is sent. */
  noteColleague(row: QueueRow, decision: DeskDecision): void {
    const { by, at, reason } = decision
    const notice: RowNotice = { kind: 'conflict', by, at, past: decision, reason, isOwn: false }
    this.put(row.id, { row, act: null, isSaving: false, notice })
  }

  /** After the list was loaded afresh: what is in it already is forgotten, but not what was saved while it was on its way. */
  forgetSaved(served: readonly QueueRow[]): void {
    const versions = new Map(served.map((row) => [row.id, row.version]))
    const kept = [...this.entries].filter(([id, entry]) => entry.isSaving || entry.row.version > (versions.get(id) ?? Infinity))
    if (kept.length === this.entries.size) return
    this.entries = new Map(kept)
    this.notify()
  }

  /** Takes in what changed of comments without a decision; what is on its way makes rows of its own. */
  freshen(take: (row: QueueRow) => QueueRow): void {
    const changed = [...this.entries].flatMap(([id, entry]): [string, DeskEntry][] => {
      const row = entry.isSaving ? entry.row : take(entry.row)
      return row === entry.row ? [] : [[id, { ...entry, row }]]
    })
    if (changed.length === 0) return
    this.entries = new Map([...this.entries, ...changed])
    this.notify()
  }

  /** Comments as they were read again after what was decided on them together was taken back; what is on its way stays. */
  putBack(rows: readonly QueueRow[]): void {
    const back = rows.filter(({ id, version }) => {
      const known = this.entries.get(id)
      return known?.isSaving !== true && (known?.row.version ?? 0) <= version
    })
    this.entries = new Map([...this.entries, ...back.map((row) => [row.id, { row, act: null, notice: null, isSaving: false }] as const)])
    this.notify()
  }

  dismissNotice(id: string): void {
    const entry = this.entries.get(id)
    if (entry) this.put(id, { ...entry, notice: null })
  }

  /** Whether anything that was decided here is still to be saved. */
  isSaving(): boolean {
    return [...this.entries.values()].some((entry) => entry.isSaving)
  }

  /** The row as it stands by now: what was saved a moment ago may still be to be drawn. */
  protected findStanding(row: QueueRow): QueueRow {
    const known = this.entries.get(row.id)
    return known !== undefined && !known.isSaving && known.row.version > row.version ? known.row : row
  }

  protected put(id: string, entry: DeskEntry): void {
    this.entries = new Map(this.entries).set(id, entry)
    this.notify()
  }

  /** For what was expected: that it is saved is drawn with the next decision, and costs the one before it no frame. */
  protected putExpected(id: string, entry: DeskEntry): void {
    this.entries = new Map(this.entries).set(id, entry)
    this.telling ??= setTimeout(() => this.notify(), SOON_MS)
  }

  protected notify(): void {
    clearTimeout(this.telling)
    this.telling = undefined
    this.listeners.forEach((listener) => listener())
  }
}
