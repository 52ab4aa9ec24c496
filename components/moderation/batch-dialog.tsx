'use client'

import { useState } from 'react'
import type { BatchOf, BatchPreview, BatchProgress, BatchResource } from '@/lib/contracts/batch'
import { COMMENT_STATUSES } from '@/lib/domain/comment'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { Dialog, DialogButtons } from '../ui/dialog'
import { Field } from '../ui/field'
import { ActChoice, readAct } from './act-choice'
import { describeOutcomes, previewBatch, runBatch } from './batch-api'
import { CommentText } from './comment-text'
import { STATUS_WORDS } from './words'

interface BatchDialogProps {
  /** "everything in Needs review, Section: Politics". */
  what: string
  of: BatchOf
  onDone: () => void
  onClose: () => void
}

type Step =
  | { name: 'choosing' }
  | { name: 'previewed'; preview: BatchPreview }
  | { name: 'running'; what: 'start' | 'undo'; progress: BatchProgress }
  | { name: 'done'; batch: BatchResource }

/** Deciding on many comments at once: which decision, what it would change, then all of it or nothing, and the way back. */
export function BatchDialog({ what, of, onDone, onClose }: BatchDialogProps) {
  const [choice, setChoice] = useState('')
  const [step, setStep] = useState<Step>({ name: 'choosing' })
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  async function attempt(work: () => Promise<void>): Promise<void> {
    setBusy(true)
    setRefusal(null)
    try {
      await work()
    } catch (error) {
      setRefusal(error instanceof Error ? error.message : 'It did not work.')
    } finally {
      setBusy(false)
    }
  }
  async function preview(value: string): Promise<void> {
    setChoice(value)
    setStep({ name: 'choosing' })
    const act = readAct(value)
    if (act) await attempt(async () => setStep({ name: 'previewed', preview: await previewBatch({ of, act }) }))
  }
  async function run(id: string, direction: 'start' | 'undo', total: number): Promise<void> {
    const back = step
    setStep({ name: 'running', what: direction, progress: { done: 0, total } })
    await attempt(async () => {
      try {
        const batch = await runBatch(id, direction, (progress) => setStep({ name: 'running', what: direction, progress }))
        setStep({ name: 'done', batch })
        onDone()
      } catch (error) {
        setStep(back)
        throw error
      }
    })
  }

  return (
    <Dialog
      isOpen
      isWide
      onOpenChange={(isOpen) => !isOpen && step.name !== 'running' && onClose()}
      title="Decide on all of them"
      description={what}
    >
      {(step.name === 'choosing' || step.name === 'previewed') && (
        <Field label="Decision">
          {(control) => (
            <div id={control.id}>
              <ActChoice aria-label="Decision" none="Choose a decision" value={choice} onChange={(value) => void preview(value)} />
            </div>
          )}
        </Field>
      )}
      {refusal !== null && (
        <Callout tone="error" title="Nothing was changed" className="mt-3">
          {refusal}
        </Callout>
      )}
      {step.name === 'choosing' && isBusy && (
        <p role="status" className="mt-4 text-ink-2">
          Counting…
        </p>
      )}
      {step.name === 'previewed' && (
        <Preview
          preview={step.preview}
          isBusy={isBusy}
          onStart={() => void run(step.preview.id, 'start', step.preview.total)}
          onClose={onClose}
        />
      )}
      {step.name === 'running' && <Progress progress={step.progress} what={step.what} />}
      {step.name === 'done' && (
        <Done batch={step.batch} isBusy={isBusy} onUndo={() => void run(step.batch.id, 'undo', step.batch.total)} onClose={onClose} />
      )}
    </Dialog>
  )
}

function Preview({
  preview,
  isBusy,
  onStart,
  onClose,
}: {
  preview: BatchPreview
  isBusy: boolean
  onStart: () => void
  onClose: () => void
}) {
  const { total, statuses, sample, isCut } = preview
  const now = COMMENT_STATUSES.flatMap((status) =>
    statuses[status] ? [`${statuses[status].toLocaleString('en')} ${STATUS_WORDS[status]}`] : [],
  )
  return (
    <div className="mt-4">
      <p>
        <strong className="font-semibold">{total.toLocaleString('en')}</strong> {total === 1 ? 'comment' : 'comments'}, now {now.join(', ')}
        .{isCut && ' More match than fit into one batch: these come first, do it again for the rest.'}
      </p>
      <p className="mt-1 text-sm text-ink-3">Only in the version they have now: what somebody changes meanwhile is left out and listed.</p>
      <ul className="mt-3 divide-y divide-line rounded-md border border-line">
        {sample.map((row) => (
          <li key={row.id} className="px-3 py-2 text-sm">
            <bdi className="font-[580]">{row.commenter?.name ?? 'unknown author'}</bdi>
            <CommentText text={row.body} lines={2} className="text-ink-2" />
          </li>
        ))}
      </ul>
      {total > sample.length && <p className="mt-1.5 text-sm text-ink-3">and {(total - sample.length).toLocaleString('en')} more</p>}
      <DialogButtons>
        <Button onClick={onClose}>Cancel</Button>
        <Button look="solid" disabled={isBusy} onClick={onStart}>
          {preview.title}: {total.toLocaleString('en')}
        </Button>
      </DialogButtons>
    </div>
  )
}

function Progress({ progress: { done, total }, what }: { progress: BatchProgress; what: 'start' | 'undo' }) {
  return (
    <div className="py-4">
      <p role="status" className="mb-2 text-ink-2">
        {what === 'start' ? 'Deciding' : 'Taking back'}: {done.toLocaleString('en')} of {total.toLocaleString('en')}
      </p>
      <progress value={done} max={Math.max(1, total)} aria-label="Progress" className="h-2 w-full accent-accent" />
      <p className="mt-2 text-sm text-ink-3">All of it or nothing. It goes on if you close the page.</p>
    </div>
  )
}

function Done({ batch, isBusy, onUndo, onClose }: { batch: BatchResource; isBusy: boolean; onUndo: () => void; onClose: () => void }) {
  return (
    <div>
      <Callout tone="success" title={batch.state === 'undone' ? 'Taken back' : batch.title}>
        {describeOutcomes(batch)}.
      </Callout>
      {batch.exceptions.length > 0 && (
        <ul aria-label="Left out" className="mt-3 max-h-64 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {batch.exceptions.map((one) => (
            <li key={one.commentId} className="px-3 py-2 text-sm">
              <bdi className="font-[580]">{one.commenterName ?? 'unknown author'}</bdi>
              <span className="text-ink-3"> · {one.detail ?? 'deleted at source'}</span>
              <CommentText text={one.excerpt} lines={1} className="text-ink-2" />
            </li>
          ))}
        </ul>
      )}
      <DialogButtons>
        {batch.state === 'done' && batch.outcomes.changed > 0 && (
          <Button disabled={isBusy} onClick={onUndo}>
            Undo all of it
          </Button>
        )}
        <Button look="solid" onClick={onClose}>
          Close
        </Button>
      </DialogButtons>
    </div>
  )
}
