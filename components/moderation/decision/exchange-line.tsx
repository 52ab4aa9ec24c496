import type { KeyboardEvent } from 'react'
import type { ThreadEntry } from '@/lib/contracts/queue'
import { Checkbox } from '../../ui/checkbox'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { SignalBadges, StatusBadge } from '../status-badge'
import { VoiceName } from '../voice-name'
import { ActChoice } from './act-choice'

const MAX_INDENT = 4

interface ExchangeLineProps {
  entry: ThreadEntry
  choice: string
  isChanged: boolean
  onChoose: (choice: string) => void
  areRepliesClosed: boolean
  onCloseReplies: (areClosed: boolean) => void
}

/** Tab stops once at each comment, so that what is decided on the next is one key away; the arrows lead across, from the choice to the replies and back. */
function goAcross(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement && !event.ctrlKey && !event.metaKey) {
    // Else the browser sends all of it.
    event.preventDefault()
    event.target.click()
  }
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
  const other = [...event.currentTarget.querySelectorAll<HTMLElement>('select, input')].find((stop) => stop !== event.target)
  // Else the browser takes them for the choice before or after.
  event.preventDefault()
  other?.focus()
}

/** One comment of an exchange, with what is chosen for it. */
export function ExchangeLine({ entry, choice, isChanged, onChoose, areRepliesClosed, onCloseReplies }: ExchangeLineProps) {
  const t = useWords('deciding')
  const glossary = useWords('glossary')
  const name = entry.commenterName ?? glossary('unknownAuthor')
  const isGone = entry.state.status === 'removed'
  return (
    <li
      style={{ marginInlineStart: `${Math.min(entry.indent, MAX_INDENT) * 0.875}rem` }}
      aria-current={entry.isCurrent ? 'true' : undefined}
      onKeyDown={goAcross}
      className={joinClasses(
        'grid grid-cols-[minmax(0,1fr)_11rem] gap-x-4 gap-y-1 border-s-2 ps-3 max-sm:grid-cols-1',
        entry.isCurrent ? '-me-2 rounded-e-md border-accent bg-accent-soft py-1.5 pe-2' : 'border-line-strong',
      )}
    >
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-1.5">
          <VoiceName name={entry.commenterName} className="font-[580]" />
          {entry.state.status !== 'published' && <StatusBadge status={entry.state.status} />}
          <SignalBadges state={entry.state} />
        </p>
        <CommentText text={entry.body} lines={3} className="text-sm text-ink-2" />
      </div>
      <div className="min-w-0">
        {!isGone && (
          <ActChoice
            aria-label={t('exchange.label', { name })}
            none={t('exchange.none')}
            value={choice}
            onChange={onChoose}
            // The comment that it was opened from comes into sight, and is the first to be decided.
            autoFocus={entry.isCurrent}
          />
        )}
        <Checkbox
          className="text-sm"
          tabIndex={isGone ? 0 : -1}
          checked={areRepliesClosed}
          onChange={(event) => onCloseReplies(event.target.checked)}
          aria-label={t('exchange.of', { act: t('exchange.close'), name })}
        >
          {t('exchange.close')}
        </Checkbox>
        {isChanged && (
          <p role="status" className="mt-1 text-sm text-amber">
            {t('exchange.changed')}
          </p>
        )}
      </div>
    </li>
  )
}
