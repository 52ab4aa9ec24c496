import { ArrowUpRight } from 'lucide-react'
import Link from 'next/link'
import type { ArticleThreadEntry } from '@/lib/contracts/article-thread'
import { TextCover } from '../../moderation/harsh-cover'
import { StatusBadge } from '../../moderation/status-badge'
import { Badge } from '../../ui/badge'
import { LocalTime } from '../../ui/local-time'
import { useWords } from '../../words/words-context'
import { VoiceName } from '../../moderation/voice-name'
import { joinClasses } from '../../ui/class-names'
import { EntryText } from './entry-text'

interface ThreadEntryProps {
  articleId: string
  entry: ArticleThreadEntry
  /** Null for a top-level comment, and for a parent that is not on the page. */
  parentName: string | null
  isCollapsed: boolean
  onToggle: () => void
}

/** Deeper replies are not moved further in; their level is said in words instead. */
const DEEPEST_INDENT = 6

/** One comment of the thread: who, when, what became of it, and the text as text. */
export function ThreadEntry({ articleId, entry, parentName, isCollapsed, onToggle }: ThreadEntryProps) {
  const t = useWords('article')
  const glossary = useWords('glossary')
  const name = entry.commenterName ?? glossary('unknownAuthor')
  const indent = Math.min(entry.depth, DEEPEST_INDENT)
  return (
    <li className="flex border-b border-line last:border-b-0 [contain-intrinsic-size:auto_84px] [content-visibility:auto]">
      {Array.from({ length: indent }, (_, level) => (
        <span key={level} aria-hidden className="ms-1 w-2 shrink-0 border-s border-line-strong sm:ms-1.5 sm:w-3.5" />
      ))}
      <div className="min-w-0 flex-1 py-2.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-3">
          <VoiceName
            name={entry.commenterName}
            className={joinClasses('max-w-full truncate', entry.commenterName !== null && 'font-[580] text-ink')}
          />
          <span className="min-w-0 truncate empty:hidden">
            <ReplyWords entry={entry} parentName={parentName} />
          </span>
          {entry.postedAt === null ? <span>{t('entry.untimed')}</span> : <LocalTime at={entry.postedAt} />}
          <StatusBadge status={entry.status} />
          {entry.offTopic && <Badge tone="amber">{glossary('signal.markedOffTopic')}</Badge>}
          {entry.uncivil !== null && <Badge tone="rose">{glossary('signal.marked', { kind: glossary(`kind.${entry.uncivil}`) })}</Badge>}
          <Link
            href={`/queue?article=${articleId}&queue=newest&comment=${entry.id}`}
            aria-label={t('entry.open', { name })}
            title={t('queue')}
            className="ms-auto grid size-6 shrink-0 place-items-center rounded-md text-ink-3 hover:bg-sunk hover:text-ink pointer-coarse:size-11"
          >
            <ArrowUpRight aria-hidden className="size-4 rtl:-scale-x-100" />
          </Link>
        </div>
        {entry.status === 'removed' ? (
          <p className="mt-1 text-ink-3 ">{t('entry.removed')}</p>
        ) : (
          <TextCover id={entry.id} isHarsh={entry.isHarsh}>
            <EntryText text={entry.body} className={`mt-1 max-w-prose ${entry.status === 'rejected' ? 'text-ink-2' : ''}`} />
          </TextCover>
        )}
        {entry.replies > 0 && (
          <button
            type="button"
            aria-expanded={!isCollapsed}
            onClick={onToggle}
            className="mt-1 min-h-6 rounded-sm text-sm text-ink-2 underline decoration-line-strong underline-offset-3 hover:text-ink"
          >
            {entry.hasMoreReplies
              ? t(isCollapsed ? 'entry.showMany' : 'entry.hideMany', { number: entry.replies })
              : t(isCollapsed ? 'entry.show' : 'entry.hide', { count: entry.replies })}
          </button>
        )}
      </div>
    </li>
  )
}

function ReplyWords({ entry, parentName }: { entry: ArticleThreadEntry; parentName: string | null }) {
  const t = useWords('article')
  if (entry.hasUnknownParent) return t('entry.orphan')
  if (entry.parentId === null) return null
  const name = <VoiceName key="name" name={parentName} />
  return entry.depth > DEEPEST_INDENT ? t.parts('entry.deep', { name, level: entry.depth }) : t.parts('entry.reply', { name })
}
