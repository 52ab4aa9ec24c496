'use client'

import type { BatchOf, BatchProgress, BatchResource } from '@/lib/contracts/batch'
import { Callout } from '../../ui/callout'
import { Dialog } from '../../ui/dialog'
import { Field } from '../../ui/field'
import { useWords } from '../../words/words-context'
import { ActChoice } from './act-choice'
import { BatchDone } from './batch-done'
import { BatchPreviewed } from './batch-previewed'
import type { NotedAct } from './desk-act'
import { useBatchSteps } from './use-batch-steps'
import { CommentText } from '../comment-text'
import { VoiceName } from '../voice-name'

interface BatchDialogProps {
  /** "everything in Needs review, Section: Politics". */
  what: string
  of: BatchOf
  /** The decision that was asked for; it can still be changed. */
  act?: NotedAct
  onDone: () => void
  onClose: () => void
}

/** Deciding on many comments at once: which decision, what it would change, then all of it or nothing, and the way back. */
export function BatchDialog({ what, of, act: asked, onDone, onClose }: BatchDialogProps) {
  const t = useWords('deciding')
  const { choice, act, note, step, refusal, isBusy, preview, run } = useBatchSteps({ of, asked, onDone })
  return (
    <Dialog isWide onClose={() => step.name !== 'running' && onClose()} title={t('batch.title')} description={what}>
      {(step.name === 'choosing' || step.name === 'previewed') && (
        <Field label={t('batch.decision')}>
          {(control) => (
            <div id={control.id}>
              <ActChoice
                aria-label={t('batch.decision')}
                none={t('batch.choose')}
                value={choice}
                onChange={(value) => void preview(value)}
              />
            </div>
          )}
        </Field>
      )}
      {refusal !== null && (
        <Callout tone="error" title={t('batch.unchanged')} className="mt-3">
          {refusal}
        </Callout>
      )}
      {step.name === 'choosing' && isBusy && (
        <p role="status" className="mt-4 text-ink-2">
          {t('batch.counting')}
        </p>
      )}
      {step.name === 'previewed' && (
        <BatchPreviewed
          act={act}
          note={note}
          preview={step.preview}
          isBusy={isBusy}
          isAsked={asked !== undefined}
          onStart={() => void run(step.preview.id, 'start', step.preview.total)}
          onClose={onClose}
        />
      )}
      {step.name === 'running' && <Progress progress={step.progress} what={step.what} />}
      {step.name === 'done' && (
        <BatchDone batch={step.batch} isBusy={isBusy} onUndo={() => void run(step.batch.id, 'undo', step.batch.total)} onClose={onClose}>
          <LeftOut exceptions={step.batch.exceptions} />
        </BatchDone>
      )}
    </Dialog>
  )
}

function Progress({ progress: { done, total }, what }: { progress: BatchProgress; what: 'start' | 'undo' }) {
  const t = useWords('deciding')
  return (
    <div className="py-4">
      <p role="status" className="mb-2 text-ink-2">
        {t(what === 'start' ? 'batch.deciding' : 'batch.takingBack', { done, total })}
      </p>
      <progress value={done} max={Math.max(1, total)} aria-label={t('batch.progress')} className="h-2 w-full accent-accent" />
      <p className="mt-2 text-sm text-ink-3">{t('batch.atomic')}</p>
    </div>
  )
}

/** Which comments were left out, and why. */
function LeftOut({ exceptions }: { exceptions: BatchResource['exceptions'] }) {
  const t = useWords('deciding')
  if (exceptions.length === 0) return null
  return (
    <ul aria-label={t('batch.leftOut')} className="mt-3 max-h-64 divide-y divide-line overflow-y-auto rounded-md border border-line">
      {exceptions.map((one) => (
        <li key={one.commentId} className="px-3 py-2 text-sm">
          <VoiceName name={one.commenterName} className="font-[580]" />
          <span className="text-ink-3">
            {' '}
            ·{' '}
            {one.outcome === 'removed'
              ? t('batch.gone')
              : t.language === 'en' && one.detail !== null
                ? one.detail
                : t('batch.changedSince')}
          </span>
          <CommentText text={one.excerpt} lines={1} className="text-ink-2" />
        </li>
      ))}
    </ul>
  )
}
