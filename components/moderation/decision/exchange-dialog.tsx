'use client'

import { useState } from 'react'
import type { BatchResource } from '@/lib/contracts/batch'
import type { ExchangeInput } from '@/lib/contracts/exchange'
import type { ThreadEntry } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Dialog, DialogButtons } from '../../ui/dialog'
import { sendOnEnter } from '../../ui/send-on-enter'
import { useBusy } from '../../ui/use-busy'
import { useWords } from '../../words/words-context'
import { runBatch } from './batch-api'
import { BatchDone } from './batch-done'
import { wordError } from '../failure-words'
import { ExchangeLine } from './exchange-line'
import { useExchangeChoices } from './use-exchange-choices'

interface ExchangeDialogProps {
  entries: readonly ThreadEntry[]
  /** Decides on these; it tells what became of them, unless some were left out. */
  onDecide: (items: ExchangeInput['items']) => Promise<BatchResource>
  /** It was decided with something left out, or taken back. */
  onDone: () => void
  onClose: () => void
}

/** A heated exchange as one: for each comment a decision, or none, and whether it takes replies; all of it taken at once. */
export function ExchangeDialog({ entries, onDecide, onDone, onClose }: ExchangeDialogProps) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const [batch, setBatch] = useState<BatchResource | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  async function attempt(work: () => Promise<BatchResource | null>): Promise<void> {
    setRefusal(null)
    try {
      setBatch(await work())
      onDone()
    } catch (error) {
      setRefusal(wordError(shell, error))
    }
  }
  /** Nothing more to say where all went as meant: the desk goes on. */
  async function decide(items: ExchangeInput['items']): Promise<BatchResource | null> {
    const decided = await onDecide(items)
    if (decided.exceptions.length > 0) return decided
    onClose()
    return null
  }
  return (
    <Dialog
      isWide
      onClose={onClose}
      title={t('exchange.title')}
      description={
        <>
          {t('exchange.how')} <span className="pointer-coarse:hidden">{t('exchange.keys')}</span>
        </>
      }
    >
      {batch === null ? (
        <Choosing {...{ entries, refusal, isBusy, onClose }} onDecide={(items) => run(() => attempt(() => decide(items)))} />
      ) : (
        <BatchDone {...{ batch, isBusy, onClose }} onUndo={() => run(() => attempt(() => runBatch(batch.id, 'undo', () => undefined)))}>
          {refusal !== null && <p className="mt-2 text-rose">{refusal}</p>}
        </BatchDone>
      )}
    </Dialog>
  )
}

interface ChoosingProps {
  entries: readonly ThreadEntry[]
  refusal: string | null
  isBusy: boolean
  onDecide: (items: ExchangeInput['items']) => void
  onClose: () => void
}

function Choosing({ entries, refusal, isBusy, onDecide, onClose }: ChoosingProps) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const { items, isChanged, choiceOf, choose, areRepliesClosed, closeReplies, suggested } = useExchangeChoices(entries)
  return (
    <form
      onKeyDown={sendOnEnter}
      onSubmit={(event) => {
        event.preventDefault()
        if (items.length > 0) onDecide(items)
      }}
    >
      <ul aria-label={t('exchange.list')} className="flex flex-col gap-2">
        {entries.map((entry) => (
          <ExchangeLine
            key={entry.id}
            entry={entry}
            choice={choiceOf(entry.id)}
            isChanged={isChanged(entry.id)}
            onChoose={(choice) => choose({ [entry.id]: choice })}
            areRepliesClosed={areRepliesClosed(entry)}
            onCloseReplies={(areClosed) => closeReplies(entry.id, areClosed)}
          />
        ))}
      </ul>
      {refusal !== null && (
        <Callout tone="error" title={t('toast.nothingDecided')} className="mt-3">
          {refusal}
        </Callout>
      )}
      <DialogButtons>
        {Object.keys(suggested).length > 0 && (
          <Button look="quiet" className="-ms-3 me-auto" onClick={() => choose(suggested)}>
            {t('exchange.suggested')}
          </Button>
        )}
        <Button onClick={onClose}>{shell('cancel')}</Button>
        <Button look="solid" type="submit" disabled={items.length === 0 || isBusy}>
          {items.length === 0 ? t('decide') : t('exchange.decide', { count: items.length })}
        </Button>
      </DialogButtons>
    </form>
  )
}
