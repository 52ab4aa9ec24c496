import { useEffect, useRef } from 'react'
import type { BatchPreview } from '@/lib/contracts/batch'
import { COMMENT_STATUSES } from '@/lib/domain/comment'
import type { DecisionAct } from '@/lib/domain/decisions'
import { Button } from '../../ui/button'
import { DialogButtons } from '../../ui/dialog'
import { useFormats, useWords } from '../../words/words-context'
import { nameAct } from './act-choice'
import { CommentText } from '../comment-text'
import { SignalBadges } from '../status-badge'
import { VoiceName } from '../voice-name'

interface BatchPreviewedProps {
  act: DecisionAct | null
  /** Goes with each of them. */
  note: string | undefined
  preview: BatchPreview
  isBusy: boolean
  /** Whether the decision was taken already, and is only to be confirmed. */
  isAsked: boolean
  onStart: () => void
  onClose: () => void
}

/** What a decision on many would change, and the button that carries it out. */
export function BatchPreviewed({ act, note, preview, isBusy, isAsked, onStart, onClose }: BatchPreviewedProps) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const shell = useWords('shell')
  const formats = useFormats()
  const { total, statuses, sample, isCut } = preview
  const start = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isAsked && !isBusy) start.current?.focus()
  }, [isAsked, isBusy])
  const now = COMMENT_STATUSES.flatMap((status) =>
    statuses[status] ? [t('batch.standing', { count: statuses[status], status: glossary(`status.${status}`) })] : [],
  )
  return (
    <div className="mt-4">
      {note !== undefined && (
        <div className="mb-3 border-s-2 border-line-strong ps-2">
          <p className="text-sm text-ink-3">{t('assign.note')}</p>
          <CommentText text={note} className="text-ink-2" />
        </div>
      )}
      <p>
        {t('batch.now', { count: total, statuses: formats.list(now) })} {isCut && t('batch.cut')}
      </p>
      <p className="mt-1 text-sm text-ink-3">{t('batch.versions')}</p>
      <ul className="mt-3 divide-y divide-line rounded-md border border-line">
        {sample.map((row) => (
          <li key={row.id} className="px-3 py-2 text-sm">
            <p className="flex flex-wrap items-center gap-1.5">
              <VoiceName name={row.commenter?.name ?? null} className="font-[580]" />
              <SignalBadges state={row.state} />
            </p>
            <CommentText text={row.body} lines={2} className="text-ink-2" />
          </li>
        ))}
      </ul>
      {total > sample.length && <p className="mt-1.5 text-sm text-ink-3">{t('batch.rest', { count: total - sample.length })}</p>}
      <DialogButtons>
        <Button onClick={onClose}>{shell('cancel')}</Button>
        <Button ref={start} look="solid" disabled={isBusy} onClick={onStart}>
          {t('batch.start', {
            act: act === null ? preview.title : nameAct(t, glossary, act),
            total,
          })}
        </Button>
      </DialogButtons>
    </div>
  )
}
