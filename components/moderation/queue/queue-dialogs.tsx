import { useFormats, useWords } from '../../words/words-context'
import { describeWave } from '../context/precedent-words'
import { toFilter } from '../desk-api'
import type { Viewer } from '../viewer'
import { AssignDialog } from '../decision/assign-dialog'
import { BatchDialog } from '../decision/batch-dialog'
import type { NotedAct } from '../decision/desk-act'
import type { Desk } from './use-desk'

/** What is open over the queue: a decision on all of it, on one wave of it, or handing the comment over. */
export type QueueDialog = { of: 'queue' } | { of: 'wave'; waveId: string; act: NotedAct } | { of: 'assignment'; commentId: string }

interface QueueDialogsProps {
  dialog: QueueDialog
  desk: Desk
  viewer: Viewer
  people: readonly { id: string; name: string }[]
  onDone: () => void
  onClose: () => void
}

/** The dialogs of the queue: fetched as one, so that what they share comes once. */
export function QueueDialogs({ dialog, desk, viewer, people, onDone, onClose }: QueueDialogsProps) {
  const t = useWords('queue')
  const contextWords = useWords('context')
  const formats = useFormats()
  const queue = useWords('glossary')(`queue.${desk.filters.queue}`)
  const { filters, context } = desk
  switch (dialog.of) {
    case 'queue':
      return (
        <BatchDialog
          what={t('everything', { queue })}
          of={{ kind: 'queue', queue: filters.queue, filter: toFilter(filters) }}
          onDone={onDone}
          onClose={onClose}
        />
      )
    case 'wave':
      return (
        <BatchDialog
          what={describeWave(contextWords, formats, context.data?.row.wave?.id === dialog.waveId ? context.data : undefined)}
          of={{ kind: 'wave', waveId: dialog.waveId }}
          act={dialog.act}
          onDone={onDone}
          onClose={onClose}
        />
      )
    case 'assignment':
      return (
        <AssignDialog
          commentId={dialog.commentId}
          people={people}
          viewerId={viewer.id}
          onDone={() => void context.refetch()}
          onClose={onClose}
        />
      )
  }
}
