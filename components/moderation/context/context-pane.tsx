import { ArrowLeft, Link as LinkIcon } from 'lucide-react'
import { memo, useDeferredValue, useEffect, useMemo, useRef, type RefObject } from 'react'
import { toast } from '../../ui/toast'
import type { CommentContext } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { Callout } from '../../ui/callout'
import { Skeleton } from '../../ui/skeleton'
import { useFormats, useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { useHeldKey } from '../command/use-held-key'
import { wordError } from '../failure-words'
import { HarshCover } from '../harsh-cover'
import type { DeskRow } from '../queue/desk-row'
import { PlaceSteps } from '../queue/place-steps'
import { FeatureBadge, SignalBadges, StatusBadge } from '../status-badge'
import { TimeAgo } from '../time-ago'
import { ContextLower } from './context-lower'
import { VoiceName } from '../voice-name'

interface ContextPaneProps {
  current: DeskRow | null
  context: CommentContext | undefined
  error: Error | null
  onRetry: () => void
  onSelect: (id: string) => void
  onBack: () => void
  /** Where the comment stands in the queue, whether it goes on either way, and how: for where one pane is seen at a time. */
  place: string
  hasPrevious: boolean
  hasNext: boolean
  onPrevious: () => void
  onNext: () => void
  /** Whether the comment stands large beside the pane, where both are seen: it is not said twice. */
  isBeside: boolean
  isDeciding: boolean
  /** Whether all of the thread is shown; set for the comment under the cursor. */
  isWhole: boolean
  onWhole: (isWhole: boolean) => void
  /** Decides on the exchange as it is shown. */
  onExchange: () => void
  /** Whether the queue is on its way, and with it the comment. */
  isLoading: boolean
  ref: RefObject<HTMLElement | null>
}

/**
 * All that helps to judge the current comment. The text itself comes first and whole: nobody decides on half of it. Where it stands large beside
 * the pane, what is around it has its place. Drawn again
 * only when its data changes: give it handlers that stay the same. It stands there in the same frame as the cursor, which costs
 * less than one after the other; a key that is held leads on without waiting for it.
 */
export function ContextPane({ current, context, error, ...rest }: ContextPaneProps) {
  const around = useMemo(() => ({ current, context, error }), [current, context, error])
  const later = useDeferredValue(around)
  return <Pane {...rest} {...(useHeldKey() ? later : around)} />
}

const Pane = memo(DrawnPane)

function DrawnPane({ current, context, error, onRetry, onSelect, onBack, isDeciding, isLoading, ref, ...rest }: ContextPaneProps) {
  const t = useWords('context')
  const deciding = useWords('deciding')
  const shell = useWords('shell')
  const id = current?.id
  const isScrolled = useRef(false)
  useEffect(() => {
    // Not where it stands at its top already: to write that, the browser lays the page out once more.
    if (ref.current && isScrolled.current) ref.current.scrollTop = 0
    isScrolled.current = false
  }, [id, ref])
  const shown = context !== undefined && context.row.id === current?.id ? context : undefined
  return (
    <aside
      ref={ref}
      tabIndex={-1}
      onScroll={() => (isScrolled.current = true)}
      aria-label={t('label')}
      aria-busy={isLoading || (current !== null && shown === undefined && error === null)}
      className="scroll-quiet h-full overflow-y-auto contain-strict bg-bg px-4 pb-6 -outline-offset-2! pointer-coarse:outline-none!"
    >
      <div className="sticky top-0 z-10 -mx-4 flex h-11 items-center gap-2 border-b border-line bg-bg px-2 md:hidden">
        <Button look="quiet" onClick={onBack}>
          <ArrowLeft aria-hidden className="rtl:-scale-x-100" /> {t('back')}
        </Button>
        <PlaceSteps
          className="ms-auto"
          place={rest.place}
          onPrevious={rest.hasPrevious ? rest.onPrevious : null}
          onNext={rest.hasNext ? rest.onNext : null}
        />
      </div>
      {current === null && error === null && !isLoading && <p className="py-10 text-center text-ink-3">{t('none')}</p>}
      {current === null && isLoading && <ContextSkeleton />}
      {current !== null && <Head current={current} isBeside={rest.isBeside} />}
      {error !== null && shown === undefined && (
        <Callout
          tone="error"
          title={t('error')}
          className="mt-4"
          next={
            <Button size="sm" onClick={onRetry}>
              {deciding('retry')}
            </Button>
          }
        >
          {t('errorKept', { why: wordError(shell, error) })}
        </Callout>
      )}
      {current !== null && shown === undefined && error === null && (
        <div className="border-t border-line">
          <ContextSkeleton />
        </div>
      )}
      {current !== null && shown !== undefined && (
        <ContextLower
          context={shown}
          current={current.row.state}
          onSelect={onSelect}
          isDeciding={isDeciding}
          isWhole={rest.isWhole}
          onWhole={rest.onWhole}
          onExchange={isDeciding ? rest.onExchange : null}
        />
      )}
    </aside>
  )
}

function Head({ current: { row }, isBeside }: { current: DeskRow; isBeside: boolean }) {
  const t = useWords('context')
  const formats = useFormats()
  async function copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${location.origin}/queue?queue=newest&comment=${row.id}`)
      toast(t('linkCopied'), { duration: 2000 })
    } catch {
      toast(t('linkNotCopied'))
    }
  }
  return (
    <section aria-label={t('comment')} className="pt-3.5 pb-4">
      <div className="flex items-start justify-between gap-2">
        <h2 className="min-w-0 text-md font-[620] [overflow-wrap:anywhere]">
          <VoiceName name={row.commenter?.name ?? null} />
        </h2>
        <Button look="quiet" size="icon" aria-label={t('copyLink')} onClick={() => void copyLink()} className="-mt-1 -me-1.5">
          <LinkIcon aria-hidden />
        </Button>
      </div>
      <p className="text-sm text-ink-3">
        {row.postedAt === null ? t('noTime') : <TimeAgo at={row.postedAt} write={(ago) => t('posted', { ago })} />}
        {row.language !== null && <> · {formats.languageName(row.language)}</>}
      </p>
      <div className={isBeside ? 'md:hidden' : undefined}>
        <HarshCover comment={row}>
          <CommentText text={row.body} className="mt-2 text-md leading-[1.55]" />
        </HarshCover>
        <div className="mt-2.5 flex flex-wrap items-center gap-1.5">
          <StatusBadge status={row.state.status} />
          <SignalBadges state={row.state} />
          <FeatureBadge row={row} />
        </div>
      </div>
    </section>
  )
}

function ContextSkeleton() {
  return (
    <div aria-hidden className="flex flex-col gap-6 pt-4">
      {[4, 5, 2, 4].map((lines, section) => (
        <div key={section} className="flex flex-col gap-2.5">
          <Skeleton className="h-3.5 w-32" />
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} className="h-3 w-full" />
          ))}
        </div>
      ))}
    </div>
  )
}
