import { isExchange } from '../context/near-thread'
import type { DeskAct } from '../decision/desk-act'
import type { Choose } from '../decision/use-choosing'
import type { useDecide } from '../decision/use-decide'
import { useStable } from '../use-stable'
import { isWaitingForAnyone } from './desk-row'
import type { QueueDialog } from './queue-dialogs'
import type { Desk } from './use-desk'
import type { Selection } from './use-selection'

export type DeskActs = ReturnType<typeof useDeskActs>

interface Acting {
  desk: Desk
  selection: Selection
  deciding: ReturnType<typeof useDecide>
  /** Whether all of the thread is shown, and not only what is near. */
  isWhole: boolean
  onChoosing: Choose
  onDialog: (dialog: QueueDialog) => void
}

/**
 * What somebody does at the desk, by a button, a key or the palette. They stay the same functions: what they are given to is drawn again only
 * when its data changes, not with every key.
 */
export function useDeskActs({ desk, selection, deciding, isWhole, onChoosing, onDialog }: Acting) {
  const { current } = desk
  const decide = useStable((act: DeskAct) => {
    onChoosing(null, true)
    void deciding.decide(act)
  })
  const undo = useStable(() => void deciding.undo())
  const dismiss = useStable(() => current && desk.store.dismissNotice(current.id))
  const escalate = useStable(() => {
    const chosen = selection.ids.size > 0 ? desk.rows.filter(({ id }) => selection.ids.has(id)) : current === null ? [] : [current]
    // What has been decided is in nobody's queue: whoever it was handed to would never see it.
    const commentIds = chosen.filter(({ row }) => isWaitingForAnyone(row.state)).map(({ id }) => id)
    if (commentIds.length > 0) onDialog({ of: 'assignment', commentIds })
    else if (chosen.length > 0) deciding.refuseHandingOver()
  })
  const openExchange = useStable(() => {
    const { data } = desk.context
    if (data?.row.id === desk.currentId && isExchange(data.thread.entries)) onDialog({ of: 'exchange', isWhole })
  })
  const decideAll = useStable(() => onDialog({ of: 'queue' }))
  const refresh = useStable(() => void desk.refresh())
  const retryContext = useStable(() => void desk.context.refetch())
  return { decide, undo, dismiss, escalate, openExchange, decideAll, refresh, retryContext }
}
