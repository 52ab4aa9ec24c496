import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import type { AppealCase } from '@/lib/contracts/appeal'
import { CommentText } from '../moderation/comment-text'
import { HarshCover } from '../moderation/harsh-cover'
import { SignalBadges, StatusBadge } from '../moderation/status-badge'
import { VoiceName } from '../moderation/voice-name'
import { joinClasses } from '../ui/class-names'
import { useWords } from '../words/words-context'
import { AppealDecision, AppealStatement } from './appeal-decision'

interface AppealCardProps {
  appeal: AppealCase
  isCurrent?: boolean
  /** It was answered: it steps back. */
  isDone?: boolean
  onSelect?: () => void
  children: ReactNode
}

/** An appeal with all that is needed to answer it: the comment, the commenter's words, and beside them the decision. */
export function AppealCard({ appeal, isCurrent = false, isDone = false, onSelect, children }: AppealCardProps) {
  const t = useWords('appeals')
  const { id, row, decision, subject } = appeal
  return (
    <li
      id={`appeal-${id}`}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      onClick={onSelect}
      onFocus={onSelect}
      className={joinClasses(
        'scroll-mt-16 scroll-mb-4 rounded-lg border bg-panel px-4 py-3.5 -outline-offset-2!',
        isCurrent ? 'border-accent ring-1 ring-accent' : 'border-line',
      )}
    >
      <div className="flex flex-wrap items-baseline gap-x-2 text-sm text-ink-3">
        <h2 className="min-w-0 text-base font-[620] text-ink [overflow-wrap:anywhere]">
          {t.parts('by', { who: <VoiceName key="who" name={row.commenter?.name ?? null} /> })}
        </h2>
        <span>{t(`subject.${subject}`)}</span>
        <Link
          href={`/articles/${row.article.id}`}
          prefetch={false}
          className="inline-flex min-h-6 min-w-0 max-w-full items-center text-ink-2 underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          <bdi className="truncate">{row.article.title}</bdi>
        </Link>
      </div>
      <div className={joinClasses('mt-2', isDone && 'text-ink-2')}>
        <HarshCover comment={row}>
          <CommentText text={row.body} lines={14} className="text-md leading-[1.55]" />
        </HarshCover>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-1.5">
        <StatusBadge status={row.state.status} />
        <SignalBadges state={row.state} />
        {row.revision > decision.revision && <span className="text-sm text-amber">{t('edited')}</span>}
        <Link
          href={`/queue?queue=newest&comment=${row.id}`}
          prefetch={false}
          className="ms-auto inline-flex min-h-6 items-center gap-1 text-sm text-accent underline-offset-2 hover:underline pointer-coarse:min-h-11"
        >
          <ExternalLink aria-hidden className="size-3.5 rtl:-scale-x-100" /> {t('queue')}
        </Link>
      </div>
      <div className="mt-3 grid gap-x-6 gap-y-3 rounded-md bg-sunk px-3 py-2.5 md:grid-cols-2">
        <AppealStatement appeal={appeal} />
        <AppealDecision decision={decision} />
      </div>
      {children}
    </li>
  )
}
