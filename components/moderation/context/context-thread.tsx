import type { CommentContext, ThreadEntry } from '@/lib/contracts/queue'
import type { CommentState } from '@/lib/domain/comment'
import { Badge } from '../../ui/badge'
import { Button } from '../../ui/button'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { ContextSection } from './context-section'
import { isExchange, pickNearEntries } from './near-thread'
import { HarshCover } from '../harsh-cover'
import { StatusBadge } from '../status-badge'
import { VoiceName } from '../voice-name'

/** Beyond this many steps the indent stays the same; the order still tells. */
const MAX_INDENT = 5

interface ContextThreadProps {
  context: CommentContext
  /** The state of the current comment as it stands here, which may be ahead of the context. */
  current: CommentState
  onSelect: (id: string) => void
  /** Whether all of the thread is shown, and not only what is near. */
  isWhole: boolean
  onWhole: (isWhole: boolean) => void
  /** Decides on what is shown; null for whoever decides nothing. */
  onExchange: (() => void) | null
}

/** The comments around the current one, in reading order. */
export function ContextThread({ context, current, onSelect, isWhole, onWhole, onExchange }: ContextThreadProps) {
  const t = useWords('context')
  const { thread, row } = context
  const near = pickNearEntries(thread.entries)
  const shown = isWhole ? thread.entries : near
  const others = thread.entries.length - near.length
  const isParentUnknown = row.parent !== null && 'isUnknown' in row.parent
  return (
    <ContextSection title={t('thread.title')} fact={t('thread.fact', { shown: shown.length, total: thread.total })}>
      {thread.hiddenAncestors > 0 && <p className="mb-1 text-sm text-ink-3">{t('thread.leftOut', { count: thread.hiddenAncestors })}</p>}
      {isParentUnknown && <p className="mb-1 text-sm text-ink-3">{t('thread.parentUnknown')}</p>}
      <ul>
        {shown.map((entry) => (
          <ThreadLine key={entry.id} entry={entry} state={entry.isCurrent ? current : entry.state} onSelect={onSelect} />
        ))}
      </ul>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 empty:hidden">
        {onExchange !== null && isExchange(thread.entries) && (
          <Button size="sm" onClick={onExchange}>
            {t('thread.exchange')}
          </Button>
        )}
        {others > 0 && (
          <Button look="link" aria-expanded={isWhole} onClick={() => onWhole(!isWhole)}>
            {isWhole ? t('thread.less') : t('thread.more', { count: others })}
          </Button>
        )}
      </div>
    </ContextSection>
  )
}

function ThreadLine({ entry, state, onSelect }: { entry: ThreadEntry; state: CommentState; onSelect: (id: string) => void }) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  return (
    <li
      aria-current={entry.isCurrent ? 'true' : undefined}
      style={{ marginInlineStart: `${Math.min(entry.indent, MAX_INDENT) * 0.875}rem` }}
      className={joinClasses(
        'border-s-2 py-1.5 pe-2 ps-2.5 text-sm leading-[1.5]',
        entry.isCurrent ? 'rounded-e-md border-accent bg-accent-soft text-ink' : 'border-line-strong text-ink-2',
      )}
    >
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {entry.isCurrent ? (
          <VoiceName name={entry.commenterName} className="font-[580] text-ink" />
        ) : (
          <button
            type="button"
            onClick={() => onSelect(entry.id)}
            title={t('thread.go')}
            className="min-h-6 max-w-full truncate rounded-sm font-[580] text-ink hover:underline"
          >
            <VoiceName name={entry.commenterName} />
          </button>
        )}
        {state.status !== 'published' && <StatusBadge status={state.status} />}
        {state.marks.offTopic && <Badge tone="amber">{glossary('mark.off_topic')}</Badge>}
        {state.marks.uncivil !== null && <Badge tone="rose">{glossary(`kind.${state.marks.uncivil}`)}</Badge>}
        {entry.areRepliesClosed && <Badge>{t('thread.closed')}</Badge>}
      </div>
      <HarshCover comment={{ id: entry.id, state }}>
        <CommentText text={entry.body} {...(entry.isCurrent ? { lines: 14 as const } : { lines: 3 as const })} />
      </HarshCover>
    </li>
  )
}
