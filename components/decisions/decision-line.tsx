import { Layers, Undo2 } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { toast } from '../ui/toast'
import type { LoggedDecision } from '@/lib/contracts/decision-log'
import { describeOutcomes, runBatch } from '../moderation/decision/batch-api'
import { CommentText } from '../moderation/comment-text'
import { TextCover } from '../moderation/harsh-cover'
import { describePast, describeReason } from '../moderation/decision/decision-words'
import { postUndo } from '../moderation/desk-api'
import { TimeAgo } from '../moderation/time-ago'
import type { Viewer } from '../moderation/viewer'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { useFormats, useWords } from '../words/words-context'
import { wordError } from '../moderation/failure-words'
import { joinClasses } from '../ui/class-names'
import { VoiceName } from '../moderation/voice-name'

interface DecisionLineProps {
  decision: LoggedDecision
  viewer: Viewer
  onBatch: (batchId: string) => void
}

/** One line of the log, with the way back where there is one for this person. */
export function DecisionLine({ decision, viewer, onBatch }: DecisionLineProps) {
  const t = useWords('decisions')
  const deciding = useWords('deciding')
  const glossary = useWords('glossary')
  const shell = useWords('shell')
  const formats = useFormats()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const { kind, by, byId, at, reason, note, mark, markKind, isUndone, batch, comment, article, statusBefore, statusAfter, appeal } =
    decision
  const isOwn = byId === viewer.id || viewer.role === 'admin'
  const isAlert = kind === 'raise_alert' || kind === 'clear_alert'
  const isOfPeople = kind !== 'undo' && !isAlert
  const isTheirs = comment === null || kind === 'feature' || kind === 'unfeature' || viewer.role !== 'editor'
  const canUndo = isTheirs && isOwn && isOfPeople && !isUndone && comment?.status !== 'removed'

  const hasBatch = batch !== null && !batch.isUndone
  // On a phone one button stands beside the text, and two below it.
  const isWide = !canUndo || hasBatch

  async function attempt(work: () => Promise<string>): Promise<void> {
    setBusy(true)
    try {
      toast(await work())
      router.refresh()
    } catch (error) {
      toast.error(t('notBack'), { description: wordError(shell, error) })
    } finally {
      setBusy(false)
    }
  }
  const undoOne = () => attempt(async () => (await postUndo(decision.id)) && t('doneBack'))
  const undoAll = (id: string) => attempt(async () => describeOutcomes(deciding, formats, await runBatch(id, 'undo', () => undefined)))

  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-2.5">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-1.5 self-baseline">
        <span className="font-[580]">{glossary.parts('past.who', { who: <bdi key="who">{isAlert ? t('alerts') : by}</bdi> })}</span>{' '}
        <span className={joinClasses(isUndone ? 'text-ink-3 line-through' : 'text-ink-2')}>
          {describePast(glossary, { kind, mark, markKind })}
          {describeReason(glossary, reason)}
        </span>
        {isUndone && <span className="text-ink-3">{t('takenBack')}</span>}
        {statusBefore !== null && statusAfter !== null && statusBefore !== statusAfter && (
          <span className="text-sm text-ink-3">
            {t('change', { before: glossary(`status.${statusBefore}`), after: glossary(`status.${statusAfter}`) })}
          </span>
        )}
        {appeal !== null && <Badge tone="accent">{glossary(`appeal.${appeal}`)}</Badge>}
        {batch !== null && (
          <button type="button" onClick={() => onBatch(batch.id)} title={t('showBatch')} className="inline-flex min-h-6 items-center">
            <Badge>
              <Layers aria-hidden className="me-1 inline size-3" />
              {t('inBatch')}
            </Badge>
          </button>
        )}
      </p>
      <TimeAgo at={at} className="self-baseline text-end text-sm whitespace-nowrap text-ink-3" />
      {/* The link reaches over the text, which may be covered by a button. */}
      <div className={joinClasses('relative min-w-0', isWide && 'max-sm:col-span-2')}>
        <Link
          href={comment === null ? `/articles/${article.id}` : `/queue?queue=newest&comment=${comment.id}`}
          prefetch={false}
          className="block text-sm text-ink-2 no-underline after:absolute after:inset-0 hover:text-ink"
        >
          {/* Each is cut by its own direction: at its end, also where the page runs the other way. */}
          <span className="flex">
            {comment !== null && (
              <>
                <VoiceName name={comment.commenterName} className="max-w-3/5 shrink-0 truncate font-[560]" />
                <span className="whitespace-pre text-ink-3"> · </span>
              </>
            )}
            <bdi className="truncate text-ink-3">{article.title}</bdi>
          </span>
        </Link>
        {comment !== null && (
          <TextCover id={comment.id} isHarsh={comment.isHarsh}>
            <CommentText text={comment.excerpt} lines={1} className="text-sm text-ink-2 max-sm:line-clamp-2" />
          </TextCover>
        )}
        {note !== null && <CommentText text={note} className="mt-0.5 border-s-2 border-line-strong ps-2 text-sm text-ink-2" />}
      </div>
      <div className={joinClasses('flex items-start justify-end gap-1.5 empty:hidden', isWide && 'max-sm:col-span-2')}>
        {canUndo && hasBatch && (
          <Button size="sm" disabled={isBusy} onClick={() => void undoAll(batch.id)}>
            <Undo2 aria-hidden className="rtl:-scale-x-100" /> {t('undoBatch')}
          </Button>
        )}
        {canUndo && (
          <Button size="sm" look="quiet" disabled={isBusy} onClick={() => void undoOne()} className="-me-2">
            <Undo2 aria-hidden className="rtl:-scale-x-100" /> <span className="max-sm:sr-only">{t('undo')}</span>
          </Button>
        )}
      </div>
    </li>
  )
}
