import { PanelRight } from 'lucide-react'
import type { CommentContext } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { useFormats, useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { isWaitingForAnyone, type DeskRow } from './desk-row'
import { PlaceSteps } from './place-steps'
import { HarshCover } from '../harsh-cover'
import { useNow } from '../now'
import { listReasonSpans } from '../reason-spans'
import { RowSignals } from './row-signals'
import { StatusBadge } from '../status-badge'
import { VoiceName } from '../voice-name'

interface OneByOneProps {
  desk: DeskRow
  /** Whether it stands in the queue on screen. */
  isListed: boolean
  /** Of the same comment; undefined while it loads. */
  context: CommentContext | undefined
  /** Where the cursor stands, in words. */
  place: string
  /** Moves the cursor; null where there is no comment that way. */
  onPrevious: (() => void) | null
  onNext: (() => void) | null
  onOpen: () => void
}

/** One comment, large: what it replies to, its text whole, and what speaks about it. The keys are those of the list. */
export function OneByOne({ desk, isListed, context, place, onPrevious, onNext, onOpen }: OneByOneProps) {
  const t = useWords('queue')
  const contextWords = useWords('context')
  const formats = useFormats()
  const now = useNow()
  const { row } = desk
  const { parent } = row
  const isDoubted = row.state.suggestions.uncivil !== null || row.state.marks.uncivil !== null
  return (
    <div
      role="region"
      aria-label={t('one.region')}
      data-ready=""
      className="scroll-quiet min-h-0 flex-1 overflow-y-auto px-4 py-4 sm:px-8 sm:py-6"
    >
      <div className="mx-auto max-w-[46rem]">
        <div className="flex items-center gap-x-1 text-sm text-ink-3">
          <PlaceSteps {...{ place, onPrevious, onNext }} className="-ms-2" />
          <span className="ms-auto text-end">
            {isWaitingForAnyone(row.state)
              ? t('row.waiting', { time: formats.duration(now - Date.parse(row.receivedAt)) })
              : formats.ago(row.receivedAt, now)}
          </span>
          <Button look="quiet" size="icon" aria-label={contextWords('label')} className="-me-2 md:hidden" onClick={onOpen}>
            <PanelRight aria-hidden className="rtl:-scale-x-100" />
          </Button>
        </div>
        <article id={`comment-${desk.id}`} aria-live="polite" className="mt-3">
          <p className="text-sm text-ink-3">
            <bdi>{row.article.title}</bdi>
          </p>
          {parent !== null &&
            ('isUnknown' in parent ? (
              <p className="mt-3 border-s-2 border-line-strong ps-3 text-ink-2">{t('one.parentUnknown')}</p>
            ) : (
              <div className="mt-3 text-ink-2">
                <VoiceName name={parent.commenterName} className="text-sm font-[580]" />
                <CommentText text={parent.excerpt} lines={3} className="mt-0.5 border-s-2 border-line-strong ps-3" />
              </div>
            ))}
          <h2 className="mt-5 text-lg font-[620]">
            <VoiceName name={row.commenter?.name ?? null} />
          </h2>
          <HarshCover comment={row}>
            <CommentText
              text={row.body}
              {...(isDoubted && context !== undefined
                ? { spans: listReasonSpans(context.scores), spanWord: contextWords('why.spans') }
                : {})}
              className="mt-2 text-[1.1875rem] leading-[1.6]"
            />
          </HarshCover>
          <div className="mt-4 flex flex-wrap items-center gap-1.5">
            <StatusBadge status={row.state.status} />
            <RowSignals desk={desk} isListed={isListed} />
          </div>
        </article>
      </div>
    </div>
  )
}
