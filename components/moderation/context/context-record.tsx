import Link from 'next/link'
import type { CommenterDecision, CommenterRecord } from '@/lib/contracts/queue'
import { useFormats, useWords } from '../../words/words-context'
import { Badge } from '../../ui/badge'
import { CommentText } from '../comment-text'
import { describePast, describeReason } from '../decision/decision-words'
import { TextCover } from '../harsh-cover'
import { TimeAgo } from '../time-ago'
import { ContextSection } from './context-section'
import { useNow } from '../now'
import { VoiceName } from '../voice-name'

interface ContextRecordProps {
  record: CommenterRecord | null
  lastDecided: readonly CommenterDecision[]
  onSelect: (id: string) => void
}

/** What the commenter's comments came to so far, and what was decided on them last. */
export function ContextRecord({ record, lastDecided, onSelect }: ContextRecordProps) {
  const t = useWords('context')
  const formats = useFormats()
  const now = useNow()
  if (record === null) {
    return (
      <ContextSection title={t('record.title')}>
        <p className="text-ink-2">{t('record.unknown')}</p>
      </ContextSection>
    )
  }
  const figures: [number, string][] = [
    [record.comments, t('record.comments')],
    [record.approved, t('record.approved')],
    [record.rejected, t('record.rejected')],
    [record.uncivil, t('record.uncivil')],
    [record.offTopic, t('record.offTopic')],
    [record.lastWeek, t('record.lastWeek')],
  ]
  return (
    <ContextSection
      title={
        <Link href={`/commenters/${record.id}`} prefetch={false} className="text-ink underline-offset-2 hover:underline">
          <VoiceName name={record.name} />
        </Link>
      }
      fact={t('record.since', { time: formats.duration(now - Date.parse(record.since)) })}
    >
      {record.hold !== null && (
        <Badge tone="amber" className="mb-2">
          {t('finding.commenter_held')}
        </Badge>
      )}
      <dl className="grid grid-cols-3 gap-x-2 gap-y-2">
        {figures.map(([figure, word]) => (
          <div key={word} className="flex flex-col-reverse justify-end">
            <dt className="text-xs leading-tight text-ink-2">{word}</dt>
            <dd data-figures className="text-lg leading-tight font-[620]">
              {formats.number(figure)}
            </dd>
          </div>
        ))}
      </dl>
      {lastDecided.length > 0 && (
        <>
          <h3 className="mt-3 mb-1 text-sm font-[560] text-ink-2">{t('record.lastDecided')}</h3>
          <ul className="flex flex-col gap-2">
            {lastDecided.map((decision) => (
              <DecidedLine key={decision.commentId} decision={decision} onSelect={onSelect} />
            ))}
          </ul>
        </>
      )}
    </ContextSection>
  )
}

/** What somebody decided on another comment of theirs, its text, and the way to it. */
function DecidedLine({ decision, onSelect }: { decision: CommenterDecision; onSelect: (id: string) => void }) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  return (
    <li className="text-sm">
      <div className="flex flex-wrap items-baseline gap-x-1.5">
        <button
          type="button"
          onClick={() => onSelect(decision.commentId)}
          title={t('thread.go')}
          className="min-h-6 min-w-0 rounded-sm text-start hover:underline"
        >
          <span className="font-[580]">{glossary.parts('past.who', { who: <bdi key="who">{decision.by}</bdi> })}</span>{' '}
          {describePast(glossary, decision) + describeReason(glossary, decision.reason)}
        </button>
        <TimeAgo at={decision.at} className="ms-auto text-ink-3" />
      </div>
      <TextCover id={decision.commentId} isHarsh={decision.isHarsh}>
        <CommentText text={decision.excerpt} lines={1} className="text-ink-2" />
      </TextCover>
    </li>
  )
}
