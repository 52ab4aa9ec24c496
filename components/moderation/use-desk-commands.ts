import { resolveKeys } from '@/lib/domain/preferences'
import type { SavedView } from '@/lib/contracts/teamwork'
import { QUEUES, type Queue } from '@/lib/domain/queues'
import type { Choosing } from './choice-list'
import { useCommands } from './command-registry'
import type { PaletteCommand } from './command-palette'
import { showKey } from './key-words'
import { usePreferences } from './preferences-context'
import type { useDecide } from './use-decide'
import type { Desk } from './use-desk'
import type { Viewer } from './viewer'
import { QUEUE_WORDS } from './words'

interface DeskCommands {
  viewer: Viewer
  desk: Desk
  views: readonly SavedView[]
  deciding: ReturnType<typeof useDecide>
  onQueue: (queue: Queue) => void
  onView: (address: string) => void
  onOneByOne: () => void
  onEscalate: () => void
  onDecideAll: () => void
  onChoosing: (choosing: Choosing) => void
  onRefresh: () => void
}

/** What the queue can do, for the command palette. */
export function useDeskCommands(props: DeskCommands): void {
  const { viewer, desk, views, deciding, onQueue, onView, onOneByOne, onEscalate, onDecideAll, onChoosing, onRefresh } = props
  const keys = resolveKeys(usePreferences().preferences)
  useCommands(() => {
    const decide: PaletteCommand[] = [
      { group: 'Decide', name: 'Approve', keys: showKey(keys.approve), run: () => void deciding.decide({ kind: 'approve' }) },
      { group: 'Decide', name: 'Reject…', keys: showKey(keys.reject), run: () => onChoosing({ of: 'reason' }) },
      {
        group: 'Decide',
        name: 'Mark off-topic',
        keys: showKey(keys.offTopic),
        run: () => void deciding.decide({ kind: 'mark', mark: 'off_topic' }),
      },
      { group: 'Decide', name: 'Mark uncivil…', keys: showKey(keys.uncivil), run: () => onChoosing({ of: 'uncivil', alsoReject: false }) },
      { group: 'Decide', name: 'Escalate…', keys: showKey(keys.escalate), run: onEscalate },
      { group: 'Decide', name: 'Decide on all that match the filter…', run: onDecideAll },
      { group: 'Decide', name: 'Undo the last decision', keys: showKey(keys.undo), run: () => void deciding.undo() },
    ]
    return [
      ...(viewer.role === 'editor' ? [] : decide),
      ...QUEUES.map((queue): PaletteCommand => ({ group: 'Queues', name: QUEUE_WORDS[queue], run: () => onQueue(queue) })),
      ...views.map((view): PaletteCommand => ({ group: 'Views', name: view.name, run: () => onView(view.address) })),
      { group: 'Desk', name: desk.address.mode === 'one' ? 'Back to the list' : 'One comment at a time', keys: '↵', run: onOneByOne },
      { group: 'Desk', name: 'Refresh the queue', run: onRefresh },
    ]
  })
}
