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
import { useDecideExchange } from '../decision/use-decide-exchange'
import { useHandOver } from '../decision/use-hand-over'
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
  /** The comments were handed over. */
  onHanded: (ids: readonly string[]) => void
  onDone: () => void
  onClose: () => void
}

/** The dialogs of the queue: fetched as one, so that what they share comes once. */
export function QueueDialogs({ dialog, desk, viewer, people, deciding, onHanded, onDone, onClose }: QueueDialogsProps) {
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
    case 'exchange':
      return <ExchangeOf desk={desk} deciding={deciding} isWhole={dialog.isWhole} onClose={onClose} />
    case 'assignment':
      return <Handing desk={desk} viewer={viewer} people={people} ids={dialog.commentIds} onHanded={onHanded} onClose={onClose} />
  }
}

interface ExchangeOfProps extends Pick<QueueDialogsProps, 'desk' | 'deciding' | 'onClose'> {
  isWhole: boolean
}

/** The exchange around the comment under the cursor, as it stands by now. */
function ExchangeOf({ desk, deciding, isWhole, onClose }: ExchangeOfProps) {
  const client = useQueryClient()
  const decide = useDecideExchange(desk, deciding)
  const entries = desk.context.data?.thread.entries ?? []
  return (
    <ExchangeDialog
      entries={isWhole ? entries : pickNearEntries(entries)}
      onDecide={decide}
      onDone={() => void client.invalidateQueries({ queryKey: ['comment'] })}
      onClose={onClose}
    />
  )
}

interface HandingProps extends Pick<QueueDialogsProps, 'desk' | 'viewer' | 'people' | 'onHanded' | 'onClose'> {
  ids: readonly string[]
}

function Handing({ desk, viewer, people, ids, onHanded, onClose }: HandingProps) {
  const handOver = useHandOver(ids, desk.currentId, viewer.id)
  return (
    <AssignDialog
      count={ids.length}
      people={people}
      viewerId={viewer.id}
      onHand={async (handing) => {
        await handOver(handing)
        onHanded(ids)
      }}
      onClose={onClose}
    />
  )
}
