import type { CommentContext } from '@/lib/contracts/queue'
import { Badge } from '../../ui/badge'
import { useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { ContextSection } from './context-section'
import { describePast, describeReason } from '../decision/decision-words'
import { TimeAgo } from '../time-ago'

/** Earlier decisions on this comment; those taken back are struck through and say so. Before them what the commenter said against them. */
export function ContextHistory({ history, appeals }: Pick<CommentContext, 'history' | 'appeals'>) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  if (history.length === 0) return null
  return (
    <ContextSection title={t('history.title')} fact={history.length}>
      <ol className="flex flex-col gap-1.5">
        {appeals.map(({ id, state, at, statement }) => (
          <li key={id}>
            <div className="flex flex-wrap items-baseline gap-x-1.5">
              <span className="font-[580]">{glossary(`appeal.${state}`)}</span>
              <TimeAgo at={at} className="ms-auto text-sm text-ink-3" />
            </div>
            <CommentText text={statement} className="text-sm text-ink-2" />
          </li>
        ))}
        {history.map((entry) => (
          <li key={entry.id}>
            <div className="flex flex-wrap items-baseline gap-x-1.5">
              <span className="font-[580]">{glossary.parts('past.who', { who: <bdi key="who">{entry.by}</bdi> })}</span>
              <span className={entry.isUndone ? 'text-ink-3 line-through' : 'text-ink-2'}>
                {describePast(glossary, entry) + describeReason(glossary, entry.reason)}
              </span>
              {entry.isUndone && <span className="text-ink-3">{t('history.takenBack')}</span>}
              <TimeAgo at={entry.at} className="ms-auto text-sm text-ink-3" />
            </div>
            {entry.note !== null && entry.note !== '' && <CommentText text={entry.note} className="text-sm text-ink-2" />}
          </li>
        ))}
      </ol>
    </ContextSection>
  )
}

/** What readers complained about. */
export function ContextReports({ reports }: { reports: CommentContext['reports'] }) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  if (reports.length === 0) return null
  return (
    <ContextSection title={t('reports.title')} fact={reports.length}>
      <ul className="flex flex-col gap-2">
        {reports.map((report) => (
          <li key={report.id}>
            <div className="flex flex-wrap items-center gap-x-1.5">
              <Badge tone={report.isResolved ? 'neutral' : 'rose'}>{glossary(`reason.${report.reason}`)}</Badge>
              <bdi className="text-ink-2">{report.reporter ?? t('reports.reader')}</bdi>
              {report.isResolved && <span className="text-sm text-ink-3">{t('reports.answered')}</span>}
              <TimeAgo at={report.reportedAt} className="ms-auto text-sm text-ink-3" />
            </div>
            {report.note !== null && report.note !== '' && <CommentText text={report.note} lines={3} className="mt-0.5 text-ink-2" />}
          </li>
        ))}
      </ul>
    </ContextSection>
  )
}
