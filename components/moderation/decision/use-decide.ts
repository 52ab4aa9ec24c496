import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { toast } from '../../ui/toast'
import type { CommentContext, QueueRow } from '@/lib/contracts/queue'
import { findOtherwise } from '@/lib/domain/precedents'
import { useWords } from '../../words/words-context'
import { describeAct } from './decision-words'
import { isHarsh } from '@/lib/domain/harsh'
import { ownWords } from '../own-words'
import { nameControls } from '../split-text'
import { describeRefusal } from '../queue/notice-words'
import { isFeaturing, type DeskAct, type NotedAct } from './desk-act'
import { findNextOpen, isBesideDeciding, isHeldStill, isOfOthers, isWaitingForAnyone, mergeRow, type DeskRow } from '../queue/desk-row'
import { usePreferences } from '../frame/preferences-context'
import { findLastHanded } from './handed'
import { findLastBatch } from './taken-batches'
import type { Desk } from '../queue/use-desk'
import { useDecideTogether } from './use-decide-together'
import type { Selection } from '../queue/use-selection'
import { useStable } from '../use-stable'

const NONE: ReadonlySet<string> = new Set()
const TOAST_ID = 'decision'
const RECOUNT_AFTER_MS = 500
/** A toast has one line for it. */
const QUOTED = 200
const NAMED = 60

/**
 * Deciding at the desk: shows the decision, moves the cursor on, offers to take it back, says what went wrong.
 *
 * @param onWave asked in place of a decision on a row that stands for a wave: what it would change is shown first
 */
export function useDecide(desk: Desk, selection: Selection, onWave: (waveId: string, act: NotedAct) => void) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const client = useQueryClient()
  const { store, rows, current, select } = desk
  const { isAdvancing, isHarshBlurred } = usePreferences().preferences
  const together = useDecideTogether(desk, selection)

  const counting = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Who speaks last in the toast of decisions: an answer that comes late does not take the place of what was said since.
  const turn = useRef(0)

  const contextOf = (id: string) => client.getQueryData<CommentContext>(['comment', id])

  /** As a toast has room for it, and with its control characters named. */
  function nameOf({ commenter }: QueueRow): string {
    const name = [...(commenter?.name ?? glossary('unknownAuthor'))]
    return nameControls(name.length > NAMED ? `${name.slice(0, NAMED).join('')}…` : name.join(''))
  }

  function recount(id: string): void {
    // What is decided here stands beside those that say nearly the same, too.
    for (const told of [id, ...(contextOf(id)?.precedents.waiting ?? [])])
      void client.invalidateQueries({ queryKey: ['comment', told], exact: true })
    // Of many decisions in a row one count is enough, half a second after the first of them.
    counting.current ??= setTimeout(function count() {
      // A count on its way is waited for: begun anew with every decision it would never come.
      if (client.isFetching({ queryKey: ['counts'] }) > 0) return void (counting.current = setTimeout(count, RECOUNT_AFTER_MS))
      counting.current = undefined
      void client.invalidateQueries({ queryKey: ['counts'] })
    }, RECOUNT_AFTER_MS)
  }

  // The rows on screen may be a moment behind what was decided: only those that come into question are asked about.
  const isOpenNow = (row: DeskRow) => mergeRow(row.row, store.getEntries().get(row.id)).isOpen

  /**
   * From the comment under the cursor to the next open one below it, or below another that was decided with it. What was handed to somebody
   * else waits for them and is passed over, and so is what is being `left`.
   */
  async function moveOn(from: string, below = from, left: ReadonlySet<string> = NONE): Promise<void> {
    const isNext = (row: DeskRow) => isOpenNow(row) && !left.has(row.id) && !isOfOthers(row, desk.viewer)
    const next = findNextOpen(rows, desk.places.get(below) ?? -1, isNext)
    if (next !== null) return select(next)
    if (!desk.list.hasNextPage) return
    const known = new Set(rows.map((row) => row.id))
    // The page may be on its way already: asked for anew it would come later.
    const { data } = await desk.list.fetchNextPage({ cancelRefetch: false })
    const arrived = data?.pages.flatMap((page) => page.rows).find((row) => !known.has(row.id))
    if (arrived) goOn(from, arrived.id)
  }

  /** Moves the cursor, unless somebody moved it while the way was being found. */
  const goOn = useStable((from: string, to: string) => {
    if (desk.currentId === from) select(to)
  })

  /** On from comments that were dealt with as one, where the cursor stands on one of them; what was said of a decision before is past. */
  function leave(ids: ReadonlySet<string>): void {
    turn.current += 1
    if (!isAdvancing || current === null || !ids.has(current.id)) return
    void moveOn(current.id, rows.findLast(({ id }) => ids.has(id))?.id, ids)
  }

  function decideSelection(act: NotedAct): Promise<void> {
    const lowest = rows.findLast(({ id }) => selection.ids.has(id))
    // A cursor that stands elsewhere meanwhile stays there.
    const from = isAdvancing && current !== null && selection.ids.has(current.id) ? current : null
    const decided = together.decideSelection(act, from?.id)
    if (from !== null && lowest !== undefined && !isOpenNow(from)) void moveOn(from.id, lowest.id)
    return decided
  }

  async function decide(act: DeskAct): Promise<void> {
    // What stands out is chosen one by one.
    if (selection.ids.size > 0) return isFeaturing(act) ? undefined : decideSelection(act)
    const target = current
    // It changed under the hand: what was meant for what stood there is not taken for what stands there now.
    if (target?.colleague && target.notice === null && !isBesideDeciding(target.colleague))
      return store.noteColleague(target.row, target.colleague)
    if (!target) return
    if (!store.isAllowed(target.row, act)) return isFeaturing(act) || act.kind === 'clear_mark' ? undefined : passOver(act.kind)
    if (!isFeaturing(act) && act.kind !== 'clear_mark') {
      const wave = desk.waves.waves.get(target.id)
      if (wave !== undefined && !wave.isOpen) return onWave(wave.id, act)
    }
    const { id } = target
    const name = nameOf(target.row)
    const saved = store.decide(target.row, act)
    const own = (turn.current += 1)
    const after = store.getEntries().get(id)
    const isHeld = after !== undefined && isHeldStill(after.row.state)
    const isUndecided = isFeaturing(act) && isWaitingForAnyone(target.row.state)
    toast(describeAct(glossary, act), {
      id: TOAST_ID,
      description: isHeld
        ? t('toast.stillHeld', { name })
        : isUndecided
          ? t('toast.stillOpen', { name })
          : (tellOtherwise(after?.row, name) ?? name),
      duration: 6000,
      action: { label: t('toast.undo'), onClick: () => void undo(id) },
    })
    if (!isHeld && !isFeaturing(act) && isAdvancing) void moveOn(id)
    if (await saved) return recount(id)
    tellFailure(target.row, t('toast.notSaved'), describeRefusal({ deciding: t, glossary }, store.getEntries().get(id)?.notice ?? null))
    if (own === turn.current) toast.dismiss(TOAST_ID)
    recount(id)
  }

  /** That comments which say nearly the same were decided otherwise; null where they were not, or the context has not come. */
  function tellOtherwise(row: QueueRow | undefined, name: string): string | null {
    const context = row && contextOf(row.id)
    const otherwise = context ? findOtherwise(row.state, context.precedents.counts) : null
    return otherwise && t(`toast.otherwise.${otherwise.outcome}`, { name, count: otherwise.count, total: otherwise.total })
  }

  /** What the comment under the cursor is already needs no decision: that is said, and the cursor moves on as after one. */
  function passOver(asked: 'approve' | 'reject' | 'mark'): void {
    const status = current?.row.state.status
    if (current === null || (asked === 'approve' ? status !== 'approved' : asked !== 'reject' || status !== 'rejected')) return
    const name = nameOf(current.row)
    toast(t('toast.already', { status: glossary(`status.${current.row.state.status}`) }), {
      id: TOAST_ID,
      description: name,
      duration: 2500,
    })
    if (isAdvancing) void moveOn(current.id)
  }

  /** Lets the comment under the cursor stand out on the page, or ends that; says when it cannot. */
  async function toggleFeature(): Promise<void> {
    if (current === null) return
    const kind = store.findFeatureOption(current.row)
    if (kind !== null) return decide({ kind })
    toast(t('toast.cannotFeature'), { id: TOAST_ID, duration: 4000 })
  }

  async function undo(id?: string): Promise<void> {
    const last = store.findUndoable(id)
    // What was done last is taken back first, be it one decision or many.
    const batch = id === undefined ? findLastBatch() : null
    const handed = id === undefined ? findLastHanded() : null
    if (handed !== null && handed.at > Math.max(last?.at ?? 0, batch?.at ?? 0)) {
      if (handed.from !== null) select(handed.from)
      return handed.takeBack()
    }
    if (batch !== null && batch.at > (last?.at ?? 0)) {
      if (batch.from !== undefined) select(batch.from)
      return together.undo(batch.id)
    }
    if (last === null) return void toast(t('toast.nothing'), { id: TOAST_ID, duration: 2500 })
    select(last.id)
    const own = (turn.current += 1)
    // Said at once, as a decision is: a message that still offers to take it back would take back another.
    toast(t('toast.undone'), { id: TOAST_ID, duration: 2500 })
    const result = await store.undo(id)
    recount(last.id)
    if (result?.isUndone !== false) return bringBack(last.id)
    if (own === turn.current) toast.dismiss(TOAST_ID)
    if (store.getEntries().get(last.id)?.notice?.kind !== 'undo_failed') return
    tellFailure(last.before.row, t('toast.notUndone'), '')
  }

  /** The list may have been loaded afresh while the comment was decided: where it belongs into it again, it is to stand there. */
  const bringBack = useStable((id: string) => {
    if (!desk.comments.some((row) => row.id === id)) void desk.refresh(id)
  })

  /** What stands in a row that may be out of sight by now, and of which comment it is. */
  function tellFailure(row: QueueRow, title: string, description: string): void {
    const { id, body } = row
    const text = isHarshBlurred && isHarsh(row.state) ? null : nameControls(ownWords(body.slice(0, QUOTED)))
    toast.error(title, {
      id: `failed-${id}`,
      description,
      quote: { by: nameOf(row), text },
      duration: 12_000,
      action: { label: t('toast.show'), onClick: () => select(id) },
    })
  }

  return { decide, leave, passOver, toggleFeature, undo, undoBatch: together.undo }
}
