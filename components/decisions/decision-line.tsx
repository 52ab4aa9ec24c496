import { useQuery } from '@tanstack/react-query'
import { ChevronDown, Layers } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import type { DecisionLogPage, LoggedDecision } from '@/lib/contracts/decision-log'
import { CommentText } from '../moderation/comment-text'
import { TextCover } from '../moderation/harsh-cover'
import { describePast, describeReason } from '../moderation/decision/decision-words'
import { sendDesk } from '../moderation/desk-api'
import { TimeAgo } from '../moderation/time-ago'
import type { Viewer } from '../moderation/viewer'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { useWords } from '../words/words-context'
import { wordError } from '../moderation/failure-words'
import { joinClasses } from '../ui/class-names'
import { VoiceName } from '../moderation/voice-name'
import { countOf, hasBatch, isAlert, isGone, canUndo } from './line-facts'
import { UndoButtons } from './undo-buttons'

interface DecisionLineProps {
  decision: LoggedDecision
  viewer: Viewer
  /** Whether it stands within the line of its batch, which says what they have in common. */
  isWithin?: boolean
  onBatch: (batchId: string) => void
}

/** One line of the log, with the way back where there is one for this person. */
export function DecisionLine({ decision, viewer, isWithin = false, onBatch }: DecisionLineProps) {
  const [isOpen, setOpen] = useState(false)
  const { kind, at, note, batch } = decision
  const isOfMany = countOf(decision) > 1
  const isUndoable = canUndo(decision, viewer)
  const isUndoneTogether = isUndoable && hasBatch(decision) && !isWithin
  // On a phone one button stands beside the text, and two below it.
  const isWide = !isUndoable || isUndoneTogether
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-2.5">
      <p className="flex min-w-0 flex-wrap items-baseline gap-x-1.5 self-baseline">
        <WhoDidWhat decision={decision} />
        {batch !== null && isOfMany && <Folded count={countOf(decision)} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />}
        {batch !== null && !isOfMany && !isWithin && <InBatch onShow={() => onBatch(batch.id)} />}
      </p>
      <TimeAgo at={at} className="self-baseline text-end text-sm whitespace-nowrap text-ink-3" />
      {isOfMany ? (
        <div className={joinClasses('min-w-0', isWide && 'max-sm:col-span-2')}>
          <NoteOf note={note} />
        </div>
      ) : (
        <LinedComment decision={decision} isWide={isWide} />
      )}
      <div className={joinClasses('flex items-start justify-end gap-1.5 empty:hidden', isWide && 'max-sm:col-span-2')}>
        {isUndoable && <UndoButtons decision={decision} isTogether={isUndoneTogether} />}
      </div>
      {isOpen && batch !== null && <BatchLines batchId={batch.id} kind={kind} viewer={viewer} onAll={() => onBatch(batch.id)} />}
    </li>
  )
}

/** Who decided what, whether it stands, and what it changed. */
function WhoDidWhat({ decision }: { decision: LoggedDecision }) {
  const t = useWords('decisions')
  const glossary = useWords('glossary')
  const { kind, by, reason, mark, markKind, statusBefore, statusAfter, together, appeal } = decision
  const isPast = isGone(decision)
  return (
    <>
      <span className="font-[580]">{glossary.parts('past.who', { who: <bdi key="who">{isAlert(decision) ? t('alerts') : by}</bdi> })}</span>{' '}
      <span className={joinClasses(isPast ? 'text-ink-3 line-through' : 'text-ink-2')}>
        {describePast(glossary, together?.isMixed ? { kind } : { kind, mark, markKind })}
        {!together?.isMixed && describeReason(glossary, reason)}
      </span>
      {isPast && <span className="text-ink-3">{t('takenBack')}</span>}
      {countOf(decision) === 1 && statusBefore !== null && statusAfter !== null && statusBefore !== statusAfter && (
        <span className="text-sm text-ink-3">
          {t('change', { before: glossary(`status.${statusBefore}`), after: glossary(`status.${statusAfter}`) })}
        </span>
      )}
      {appeal !== null && <Badge tone="accent">{glossary(`appeal.${appeal}`)}</Badge>}
    </>
  )
}

/** Of a line that stands for many: how many, and the way to each. */
function Folded({ count, isOpen, onToggle }: { count: number; isOpen: boolean; onToggle: () => void }) {
  const t = useWords('decisions')
  return (
    <button type="button" aria-expanded={isOpen} onClick={onToggle} className="inline-flex min-h-6 items-center">
      <Badge>
        <Layers aria-hidden className="me-1 inline size-3" />
        {t('together', { count })}
        <ChevronDown aria-hidden className={joinClasses('ms-1 inline size-3', isOpen && 'rotate-180')} />
      </Badge>
    </button>
  )
}

function InBatch({ onShow }: { onShow: () => void }) {
  const t = useWords('decisions')
  return (
    <button type="button" onClick={onShow} title={t('showBatch')} className="inline-flex min-h-6 items-center">
      <Badge>
        <Layers aria-hidden className="me-1 inline size-3" />
        {t('inBatch')}
      </Badge>
    </button>
  )
}

/** What was decided on: the comment, or the discussion, with the words that went with it. */
function LinedComment({ decision: { comment, article, note }, isWide }: { decision: LoggedDecision; isWide: boolean }) {
  return (
    // The link reaches over the text, which may be covered by a button.
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
      <NoteOf note={note} />
    </div>
  )
}

function NoteOf({ note }: { note: string | null }) {
  return note !== null && <CommentText text={note} className="mt-0.5 border-s-2 border-line-strong ps-2 text-sm text-ink-2" />
}

/** So many are listed where the line was opened; the others have a page of their own. */
const SHOWN = 20

interface BatchLinesProps {
  batchId: string
  kind: LoggedDecision['kind']
  viewer: Viewer
  onAll: () => void
}

/** The decisions that a line of the log stands for, each by itself. */
function BatchLines({ batchId, kind, viewer, onAll }: BatchLinesProps) {
  const t = useWords('decisions')
  const shell = useWords('shell')
  const { data, error } = useQuery({
    queryKey: ['log', batchId, kind],
    queryFn: () => sendDesk<DecisionLogPage>('GET', `decisions?batch=${batchId}&kind=${kind}&limit=${SHOWN}`),
    staleTime: 0,
  })
  return (
    <div className="col-span-full border-s-2 border-line-strong">
      {error !== null && <p className="px-4 py-1 text-rose">{wordError(shell, error)}</p>}
      {data === undefined && error === null && <p className="px-4 py-1 text-ink-3">{t('loading')}</p>}
      <ol aria-label={t('ofBatch')} className="divide-y divide-line">
        {data?.decisions.map((decision) => (
          <DecisionLine key={decision.id} decision={decision} viewer={viewer} isWithin onBatch={onAll} />
        ))}
      </ol>
      {data !== undefined && data.nextCursor !== null && (
        <Button look="link" className="ms-4" onClick={onAll}>
          {t('showBatch')}
        </Button>
      )}
    </div>
  )
}
