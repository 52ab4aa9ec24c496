import { useQueryClient } from '@tanstack/react-query'
import { useFormats, useWords } from '../../words/words-context'
import { pickNearEntries } from '../context/near-thread'
import { describeWave } from '../context/precedent-words'
import { toFilter } from '../desk-api'
import type { Viewer } from '../viewer'
import { AssignDialog } from '../decision/assign-dialog'
import { BatchDialog } from '../decision/batch-dialog'
import type { NotedAct } from '../decision/desk-act'
import { ExchangeDialog } from '../decision/exchange-dialog'
import type { useDecide } from '../decision/use-decide'
import type { Desk } from './use-desk'

/** What is open over the queue: a decision on all of it, on one wave of it, on the exchange around the comment, or handing comments over. */
export type QueueDialog =
  | { of: 'queue' }
  | { of: 'wave'; waveId: string; act: NotedAct }
  | { of: 'exchange'; isWhole: boolean }
  | { of: 'assignment'; commentIds: readonly string[] }

interface QueueDialogsProps {
  dialog: QueueDialog
  desk: Desk
  viewer: Viewer
  people: readonly { id: string; name: string }[]
  deciding: ReturnType<typeof useDecide>
  onDone: () => void
  onClose: () => void
}

/** The dialogs of the queue: fetched as one, so that what they share comes once. */
export function QueueDialogs({ dialog, desk, viewer, people, deciding, onDone, onClose }: QueueDialogsProps) {
  const t = useWords('queue')
  const contextWords = useWords('context')
  const formats = useFormats()
  const queue = useWords('glossary')(`queue.${desk.filters.queue}`)
  const client = useQueryClient()
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
    case 'exchange': {
      const entries = context.data?.thread.entries ?? []
      return (
        <ExchangeDialog
          entries={dialog.isWhole ? entries : pickNearEntries(entries)}
          onDecide={deciding.decideExchange}
          onDone={() => void client.invalidateQueries({ queryKey: ['comment'] })}
          onClose={onClose}
        />
      )
    }
    case 'assignment':
      return (
        <AssignDialog
          commentIds={dialog.commentIds}
          people={people}
          viewerId={viewer.id}
          onHand={(handing) => deciding.handOver(dialog.commentIds, handing)}
          onClose={onClose}
        />
      )
  }
}
