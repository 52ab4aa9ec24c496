import { isFeaturing, type DeskAct, type NotedAct } from './desk-act'
import type { Desk } from '../queue/use-desk'
import { isBesideDeciding, isHeldStill, type DeskRow } from '../queue/desk-row'
import type { Selection } from '../queue/use-selection'
import { useDecideTogether } from './use-decide-together'
import { useDecisionToasts } from './use-decision-toasts'
import { useMovingOn } from './use-moving-on'
import { useRecount } from './use-recount'
import { useUndo } from './use-undo'

/**
 * Deciding at the desk: shows the decision, moves the cursor on, offers to take it back, says what went wrong.
 *
 * @param onWave asked in place of a decision on a row that stands for a wave: what it would change is shown first
 */
export function useDecide(desk: Desk, selection: Selection, onWave: (waveId: string, act: NotedAct) => void) {
  const { store, rows, current } = desk
  const say = useDecisionToasts(desk.select)
  const recount = useRecount()
  const { isAdvancing, isOpenNow, moveOn } = useMovingOn(desk)
  const together = useDecideTogether(desk, selection)
  const undo = useUndo(desk, { ...together, say, recount, undoBatch: together.undo })

  /** Decides on what is selected, else on the comment under the cursor, as far as that may be done. */
  async function decide(act: DeskAct): Promise<void> {
    // What stands out is chosen one by one.
    if (selection.ids.size > 0) return isFeaturing(act) ? undefined : decideSelection(act)
    if (current === null) return
    // It changed under the hand: what was meant for what stood there is not taken for what stands there now.
    if (current.colleague && current.notice === null && !isBesideDeciding(current.colleague))
      return store.noteColleague(current.row, current.colleague)
    const isOfOne = isFeaturing(act) || act.kind === 'clear_mark'
    if (!store.isAllowed(current.row, act)) return isOfOne ? undefined : passOver(act.kind)
    const wave = isOfOne ? undefined : desk.waves.waves.get(current.id)
    if (!isOfOne && wave !== undefined && !wave.isOpen) return onWave(wave.id, act)
    return decideOn(current, act)
  }

  async function decideOn({ id, row }: DeskRow, act: DeskAct): Promise<void> {
    const saved = store.decide(row, act)
    const after = store.getEntries().get(id)?.row
    const retract = say.decided(row, act, after, () => void undo(id))
    const isHeld = after !== undefined && isHeldStill(after.state)
    if (isAdvancing && !isHeld && !isFeaturing(act)) void moveOn(id)
    if (!(await saved)) {
      say.notSaved(row, store.getEntries().get(id)?.notice ?? null)
      retract()
    }
    recount(id)
  }

  function decideSelection(act: NotedAct): Promise<void> {
    const lowest = rows.findLast(({ id }) => selection.ids.has(id))
    // A cursor that stands elsewhere meanwhile stays there.
    const from = isAdvancing && current !== null && selection.ids.has(current.id) ? current : null
    const decided = together.decideSelection(act, from?.id)
    if (from !== null && lowest !== undefined && !isOpenNow(from)) void moveOn(from.id, lowest.id)
    return decided
  }

  /** On from comments that were dealt with as one, where the cursor stands on one of them; what was said of a decision before is past. */
  function leave(ids: ReadonlySet<string>): void {
    say.takeTurn()
    if (!isAdvancing || current === null || !ids.has(current.id)) return
    void moveOn(current.id, rows.findLast(({ id }) => ids.has(id))?.id, ids)
  }

  /** What the comment under the cursor is already needs no decision: that is said, and the cursor moves on as after one. */
  function passOver(asked: 'approve' | 'reject' | 'mark'): void {
    if (current === null) return
    const { status } = current.row.state
    if (asked === 'approve' ? status !== 'approved' : asked !== 'reject' || status !== 'rejected') return
    say.already(current.row)
    if (isAdvancing) void moveOn(current.id)
  }

  /** Lets the comment under the cursor stand out on the page, or ends that; says when it cannot. */
  async function toggleFeature(): Promise<void> {
    if (current === null) return
    const kind = store.findFeatureOption(current.row)
    return kind === null ? say.cannotFeature() : decide({ kind })
  }

  return { decide, leave, passOver, toggleFeature, refuseHandingOver: say.cannotHandOver, undo, undoBatch: together.undo }
}
