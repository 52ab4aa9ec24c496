import type { ReactNode } from 'react'
import type { BatchResource } from '@/lib/contracts/batch'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { DialogButtons } from '../../ui/dialog'
import { useFormats, useWords } from '../../words/words-context'
import { describeOutcomes } from './batch-api'

interface BatchDoneProps {
  batch: BatchResource
  isBusy: boolean
  onUndo: () => void
  onClose: () => void
  /** What there is to say of it besides. */
  children?: ReactNode
}

/** What had the focus went with the step before. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

/** The end of a dialog that decided on many: what became of it, and the way back. */
export function BatchDone({ batch, isBusy, onUndo, onClose, children }: BatchDoneProps) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const formats = useFormats()
  return (
    <>
      <Callout tone="success" title={batch.state === 'undone' ? t('batch.takenBack') : t('exchange.decided')}>
        {t('outcome.sentence', { outcomes: describeOutcomes(t, formats, batch) })}
      </Callout>
      {children}
      <DialogButtons>
        {batch.state === 'done' && batch.outcomes.changed > 0 && (
          <Button aria-disabled={isBusy} onClick={() => !isBusy && onUndo()}>
            {t('batch.undo')}
          </Button>
        )}
        <Button ref={takeFocus} look="solid" onClick={onClose}>
          {shell('close')}
        </Button>
      </DialogButtons>
    </>
  )
}
