import { resolveKeys } from '@/lib/domain/preferences'
import type { SavedView } from '@/lib/contracts/teamwork'
import { QUEUES, type Queue } from '@/lib/domain/queues'
import type { Choosing } from '../decision/choices'
import { useCommands } from '../command/command-registry'
import type { PaletteCommand } from '../command/command-palette'
import { showKey } from '../command/key-words'
import { useWords } from '../../words/words-context'
import { usePreferences } from '../frame/preferences-context'
import type { useDecide } from '../decision/use-decide'
import type { Desk } from './use-desk'
import type { Viewer } from '../viewer'

interface DeskCommands {
  viewer: Viewer
  desk: Desk
  views: readonly SavedView[]
  deciding: ReturnType<typeof useDecide>
  onQueue: (queue: Queue) => void
  onView: (address: string) => void
  onOneByOne: () => void
  onEscalate: () => void
  onExchange: () => void
  onDecideAll: () => void
  onChoosing: (choosing: Choosing) => void
  onRefresh: () => void
}

/** What the queue can do, for the command palette. */
export function useDeskCommands(props: DeskCommands): void {
  const { viewer, desk, views, deciding, onQueue, onView, onOneByOne, onEscalate, onExchange, onDecideAll, onChoosing, onRefresh } = props
  const glossary = useWords('glossary')
  const t = useWords('deciding')
  const queueWords = useWords('queue')
  const context = useWords('context')
  const keys = resolveKeys(usePreferences().preferences)
  useCommands(() => {
    const decide: PaletteCommand[] = [
      { group: 'decide', name: t('approve'), keys: showKey(keys.approve), run: () => void deciding.decide({ kind: 'approve' }) },
      { group: 'decide', name: t('command.reject'), keys: showKey(keys.reject), run: () => onChoosing({ of: 'reason' }) },
      {
        group: 'decide',
        name: t('command.offTopic'),
        keys: showKey(keys.offTopic),
        run: () => void deciding.decide({ kind: 'mark', mark: 'off_topic' }),
      },
      {
        group: 'decide',
        name: t('command.uncivil'),
        keys: showKey(keys.uncivil),
        run: () => onChoosing({ of: 'uncivil', alsoReject: false }),
      },
      { group: 'decide', name: t('escalateMore'), keys: showKey(keys.escalate), run: onEscalate },
      { group: 'decide', name: context('thread.exchange'), keys: showKey(keys.exchange), run: onExchange },
      { group: 'decide', name: t('command.all'), run: onDecideAll },
    ]
    const feature = desk.current === null ? null : desk.store.findFeatureOption(desk.current.row)
    const steer: PaletteCommand[] = [
      { group: 'decide', name: t(feature ?? 'feature'), keys: showKey(keys.feature), run: () => void deciding.toggleFeature() },
      { group: 'decide', name: t('undoLast'), keys: showKey(keys.undo), run: () => void deciding.undo() },
    ]
    return [
      ...(viewer.role === 'editor' || desk.current === null ? [] : decide),
      ...steer,
      ...QUEUES.map((queue): PaletteCommand => ({ group: 'queues', name: glossary(`queue.${queue}`), run: () => onQueue(queue) })),
      ...views.map((view): PaletteCommand => ({ group: 'views', name: view.name, run: () => onView(view.address) })),
      {
        group: 'desk',
        name: desk.address.mode === 'one' ? queueWords('toolbar.back') : queueWords('toolbar.oneByOne'),
        keys: '↵',
        run: onOneByOne,
      },
      { group: 'desk', name: queueWords('toolbar.refresh'), keys: showKey(keys.refresh), run: onRefresh },
    ]
  })
}
