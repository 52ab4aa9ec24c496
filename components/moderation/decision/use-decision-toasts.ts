import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { toast } from '../../ui/toast'
import type { QueueRow } from '@/lib/contracts/queue'
import { isHarsh } from '@/lib/domain/harsh'
import { findOtherwise } from '@/lib/domain/precedents'
import { useWords } from '../../words/words-context'
import { usePreferences } from '../frame/preferences-context'
import { ownWords } from '../own-words'
import { findContext } from '../queue/desk-queries'
import { isHeldStill, isWaitingForAnyone } from '../queue/desk-row'
import { describeRefusal } from '../queue/notice-words'
import type { RowNotice } from '../queue/row-notice'
import { nameControls } from '../split-text'
import { describeAct } from './decision-words'
import { isFeaturing, type DeskAct } from './desk-act'

const TOAST_ID = 'decision'
/** A toast has one line for it. */
const QUOTED = 200
const NAMED = 60

/** What a toast says of a comment: whose it is, and how it stands. */
function useStandingWords() {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const client = useQueryClient()

  /** As a toast has room for it, and with its control characters named. */
  function nameOf({ commenter }: { commenter: { name: string } | null }): string {
    const name = [...(commenter?.name ?? glossary('unknownAuthor'))]
    return nameControls(name.length > NAMED ? `${name.slice(0, NAMED).join('')}…` : name.join(''))
  }

  /** Whose comment it is, and what is to be known of how it stands. */
  function describeStanding(row: QueueRow, act: DeskAct, after: QueueRow | undefined): string {
    const name = nameOf(row)
    if (after !== undefined && isHeldStill(after.state)) return t('toast.stillHeld', { name })
    if (isFeaturing(act) && isWaitingForAnyone(row.state)) return t('toast.stillOpen', { name })
    return tellOtherwise(after, name) ?? name
  }

  /** That comments which say nearly the same were decided otherwise; null where they were not, or the context has not come. */
  function tellOtherwise(row: QueueRow | undefined, name: string): string | null {
    const context = row && findContext(client, row.id)
    const otherwise = context ? findOtherwise(row.state, context.precedents.counts) : null
    return otherwise && t(`toast.otherwise.${otherwise.outcome}`, { name, count: otherwise.count, total: otherwise.total })
  }

  return { nameOf, describeStanding }
}

/**
 * What is said of decisions: `say.decided(…)`, `say.undone(…)`. All in the one toast of the latest, and of what failed in one of its own.
 *
 * @param onShow leads to a comment that may be out of sight by now
 */
export function useDecisionToasts(onShow: (id: string) => void) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const { nameOf, describeStanding } = useStandingWords()
  const { isHarshBlurred } = usePreferences().preferences
  // Who speaks last: an answer that comes late does not take the place of what was said since.
  const turn = useRef(0)

  /** What was said before is past. What is returned takes back what is said next, unless somebody has spoken since. */
  function takeTurn(): () => void {
    const own = (turn.current += 1)
    return () => {
      if (own === turn.current) toast.dismiss(TOAST_ID)
    }
  }

  /** @param after the comment as it stands here by now. @returns what takes it back, as `takeTurn` says */
  function decided(row: QueueRow, act: DeskAct, after: QueueRow | undefined, onUndo: () => void): () => void {
    const takeBack = takeTurn()
    toast(describeAct(glossary, act), {
      id: TOAST_ID,
      description: describeStanding(row, act, after),
      duration: 6000,
      action: { label: t('toast.undo'), onClick: onUndo },
    })
    return takeBack
  }

  /** That the comment is already what was asked for. */
  function already(row: QueueRow): void {
    const status = glossary(`status.${row.state.status}`)
    toast(t('toast.already', { status }), { id: TOAST_ID, description: nameOf(row), duration: 2500 })
  }

  function cannotFeature(): void {
    toast(t('toast.cannotFeature'), { id: TOAST_ID, duration: 4000 })
  }

  function cannotHandOver(): void {
    toast(t('assign.decided'), { id: TOAST_ID, description: t('assign.decidedHow'), duration: 4000 })
  }

  function nothing(): void {
    toast(t('toast.nothing'), { id: TOAST_ID, duration: 2500 })
  }

  /** Said at once, as a decision is: a message that still offers to take it back would take back another. */
  function undone(commenter: { name: string } | null): () => void {
    const takeBack = takeTurn()
    toast(t('toast.undone'), { id: TOAST_ID, description: nameOf({ commenter }), duration: 2500 })
    return takeBack
  }

  function notSaved(row: QueueRow, notice: RowNotice | null): void {
    failed(row, t('toast.notSaved'), describeRefusal({ deciding: t, glossary }, notice))
  }

  function notUndone(row: QueueRow): void {
    failed(row, t('toast.notUndone'), '')
  }

  /** What stands in a row that may be out of sight by now, and of which comment it is. */
  function failed(row: QueueRow, title: string, description: string): void {
    const { id, body } = row
    const text = isHarshBlurred && isHarsh(row.state) ? null : nameControls(ownWords(body.slice(0, QUOTED)))
    toast.error(title, {
      id: `failed-${id}`,
      description,
      quote: { by: nameOf(row), text },
      duration: 12_000,
      action: { label: t('toast.show'), onClick: () => onShow(id) },
    })
  }

  return { takeTurn, decided, already, cannotFeature, cannotHandOver, nothing, undone, notSaved, notUndone }
}
