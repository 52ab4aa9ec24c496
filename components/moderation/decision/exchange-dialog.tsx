'use client'

import { useState } from 'react'
import type { BatchResource } from '@/lib/contracts/batch'
import type { ExchangeInput } from '@/lib/contracts/exchange'
import type { ThreadEntry } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { joinClasses } from '../../ui/class-names'
import { Dialog, DialogButtons } from '../../ui/dialog'
import { sendOnEnter } from '../../ui/send-on-enter'
import { useBusy } from '../../ui/use-busy'
import { useFormats, useWords } from '../../words/words-context'
import { ActChoice, readAct, writeAct } from './act-choice'
import { describeOutcomes, runBatch } from './batch-api'
import { CommentText } from '../comment-text'
import { sendDesk } from '../desk-api'
import { wordError } from '../failure-words'
import { SignalBadges, StatusBadge } from '../status-badge'
import { VoiceName } from '../voice-name'

interface ExchangeDialogProps {
  entries: readonly ThreadEntry[]
  /** Decides on these; it tells what became of them, unless some were left out. */
  onDecide: (items: ExchangeInput['items']) => Promise<BatchResource>
  /** Something else changed: who may reply, or that it was taken back. */
  onDone: () => void
  onClose: () => void
}

/** Chosen for the comment as it stood then. */
interface Choice {
  value: string
  seen: string
}

/** What a choice is made on: one that was made before a colleague decided, or the text was edited, counts no more. */
const describeSeen = ({ body, state: { status, marks, isReviewed } }: ThreadEntry) => JSON.stringify([body, status, marks, isReviewed])

const MAX_INDENT = 4

/** What had the focus went with the choices. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus()

/** A heated exchange as one: a decision for each comment, or none, and all of them taken at once. */
export function ExchangeDialog({ entries, onDecide, onDone, onClose }: ExchangeDialogProps) {
  const t = useWords('deciding')
  const shell = useWords('shell')
  const formats = useFormats()
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const [batch, setBatch] = useState<BatchResource | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const { isBusy, run } = useBusy()
  const suggested = listSuggested(entries)
  const seen = Object.fromEntries(entries.map((entry) => [entry.id, describeSeen(entry)]))
  const isChanged = (id: string) => choices[id] !== undefined && choices[id].seen !== seen[id]
  const choiceOf = (id: string) => (isChanged(id) ? '' : (choices[id]?.value ?? ''))
  const choose = (values: Record<string, string>) => {
    const made = Object.entries(values).map(([id, value]): [string, Choice] => [id, { value, seen: seen[id] ?? '' }])
    setChoices({ ...choices, ...Object.fromEntries(made) })
  }
  const items = entries.flatMap(({ id, version }) => {
    const act = readAct(choiceOf(id))
    return act ? [{ id, version, act }] : []
  })
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
  async function decide(): Promise<BatchResource | null> {
    const decided = await onDecide(items)
    if (decided.exceptions.length > 0) return decided
    onClose()
    return null
  }
  // A decision of its own: it is about what comes, whatever becomes of what is there.
  async function switchReplies({ id, version, areRepliesClosed }: ThreadEntry): Promise<null> {
    await sendDesk(areRepliesClosed ? 'DELETE' : 'PUT', `comments/${id}/closed-replies`, { version })
    return null
  }
  return (
    <Dialog isOpen isWide onOpenChange={(isOpen) => !isOpen && onClose()} title={t('exchange.title')} description={t('exchange.how')}>
      {batch === null ? (
        <form
          onKeyDown={sendOnEnter}
          onSubmit={(event) => {
            event.preventDefault()
            if (items.length > 0) run(() => attempt(decide))
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
                isBusy={isBusy}
                onSwitchReplies={() => run(() => attempt(() => switchReplies(entry)))}
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
      ) : (
        <>
          <Callout tone="success" title={batch.state === 'undone' ? t('batch.takenBack') : t('exchange.decided')}>
            {t('outcome.sentence', { outcomes: describeOutcomes(t, formats, batch) })}
          </Callout>
          {refusal !== null && <p className="mt-2 text-rose">{refusal}</p>}
          <DialogButtons>
            {batch.state === 'done' && batch.outcomes.changed > 0 && (
              <Button aria-disabled={isBusy} onClick={() => run(() => attempt(() => runBatch(batch.id, 'undo', () => undefined)))}>
                {t('batch.undo')}
              </Button>
            )}
            <Button ref={takeFocus} look="solid" onClick={onClose}>
              {shell('close')}
            </Button>
          </DialogButtons>
        </>
      )}
    </Dialog>
  )
}

/** For each comment that nobody has decided the mark that is suggested; incivility, where both are. */
function listSuggested(entries: readonly ThreadEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ id, state: { status, isReviewed, suggestions } }) => {
      if (isReviewed || status === 'removed') return []
      if (suggestions.uncivil !== null) return [[id, writeAct({ kind: 'mark', mark: 'uncivil', uncivilKind: suggestions.uncivil.kind })]]
      return suggestions.offTopic === null ? [] : [[id, writeAct({ kind: 'mark', mark: 'off_topic' })]]
    }),
  )
}

interface ExchangeLineProps {
  entry: ThreadEntry
  choice: string
  isChanged: boolean
  onChoose: (choice: string) => void
  isBusy: boolean
  onSwitchReplies: () => void
}

function ExchangeLine({ entry, choice, isChanged, onChoose, isBusy, onSwitchReplies }: ExchangeLineProps) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const name = entry.commenterName ?? glossary('unknownAuthor')
  const isGone = entry.state.status === 'removed'
  const words = entry.areRepliesClosed ? t('exchange.open') : t('exchange.close')
  return (
    <li
      style={{ marginInlineStart: `${Math.min(entry.indent, MAX_INDENT) * 0.875}rem` }}
      aria-current={entry.isCurrent ? 'true' : undefined}
      className={joinClasses(
        'grid grid-cols-[minmax(0,1fr)_11rem] gap-x-4 gap-y-1 border-s-2 ps-3 max-sm:grid-cols-1',
        entry.isCurrent ? 'rounded-e-md border-accent bg-accent-soft py-1.5 pe-2' : 'border-line-strong',
      )}
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-1.5">
          <VoiceName name={entry.commenterName} className="font-[580]" />
          {entry.state.status !== 'published' && <StatusBadge status={entry.state.status} />}
          <SignalBadges state={entry.state} />
        </p>
        <CommentText text={entry.body} lines={3} className="text-sm text-ink-2" />
        <p className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
          {entry.areRepliesClosed && <span role="status">{t('exchange.closed')}</span>}
          <Button look="link" size="sm" disabled={isBusy} onClick={onSwitchReplies} aria-label={t('exchange.of', { act: words, name })}>
            {words}
          </Button>
        </p>
      </div>
      <div className="min-w-0">
        {!isGone && (
          <ActChoice
            aria-label={t('exchange.label', { name })}
            none={t('exchange.none')}
            value={choice}
            onChange={onChoose}
            // The comment that it was opened from comes into sight, and is the first to be decided.
            autoFocus={entry.isCurrent}
          />
        )}
        {isChanged && (
          <p role="status" className="mt-1 text-sm text-amber">
            {t('exchange.changed')}
          </p>
        )}
      </div>
    </li>
  )
}
