import { resolveKeys } from '@/lib/domain/preferences'
import type { SavedView } from '@/lib/contracts/teamwork'
import { QUEUES } from '@/lib/domain/queues'
import type { Choosing } from '../decision/choices'
import { useCommands } from '../command/command-registry'
import type { PaletteCommand } from '../command/command-palette'
import { showKey } from '../command/key-words'
import { useWords } from '../../words/words-context'
import { usePreferences } from '../frame/preferences-context'
import type { useDecide } from '../decision/use-decide'
import type { Desk } from './use-desk'
import type { DeskActs } from './use-desk-acts'
import type { DeskWays } from './use-desk-ways'
import type { Viewer } from '../viewer'

interface DeskCommands {
  viewer: Viewer
  desk: Desk
  views: readonly SavedView[]
  deciding: ReturnType<typeof useDecide>
  ways: DeskWays
  acts: DeskActs
  onChoosing: (choosing: Choosing) => void
}

/** What the queue can do, for the command palette. */
export function useDeskCommands({ viewer, desk, views, deciding, ways, acts, onChoosing }: DeskCommands): void {
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
      { group: 'decide', name: t('escalateMore'), keys: showKey(keys.escalate), run: acts.escalate },
      { group: 'decide', name: context('thread.exchange'), keys: showKey(keys.exchange), run: acts.openExchange },
      { group: 'decide', name: t('command.all'), run: acts.decideAll },
    ]
    const feature = desk.current === null ? null : desk.store.findFeatureOption(desk.current.row)
    const steer: PaletteCommand[] = [
      { group: 'decide', name: t(feature ?? 'feature'), keys: showKey(keys.feature), run: () => void deciding.toggleFeature() },
      { group: 'decide', name: t('undoLast'), keys: showKey(keys.undo), run: acts.undo },
    ]
    return [
      ...(viewer.role === 'editor' || desk.current === null ? [] : decide),
      ...steer,
      ...QUEUES.map((queue): PaletteCommand => ({ group: 'queues', name: glossary(`queue.${queue}`), run: () => ways.chooseQueue(queue) })),
      ...views.map((view): PaletteCommand => ({ group: 'views', name: view.name, run: () => ways.openView(view.address) })),
      {
        group: 'desk',
        name: desk.address.mode === 'one' ? queueWords('toolbar.back') : queueWords('toolbar.oneByOne'),
        keys: '↵',
        run: ways.switchMode,
      },
      { group: 'desk', name: queueWords('toolbar.refresh'), keys: showKey(keys.refresh), run: acts.refresh },
    ]
  })
}
