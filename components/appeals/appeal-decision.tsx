import type { AppealCase } from '@/lib/contracts/appeal'
import type { AppealEntry } from '@/lib/contracts/appeal-entry'
import { CommentText } from '../moderation/comment-text'
import { describePast, describeReason } from '../moderation/decision/decision-words'
import { TimeAgo } from '../moderation/time-ago'
import { useWords } from '../words/words-context'

/** The decision an appeal is against: who, what, why and when, and what the commenter was told. */
export function AppealDecision({ decision }: { decision: AppealCase['decision'] }) {
  const t = useWords('appeals')
  const glossary = useWords('glossary')
  const past = { ...decision, after: decision.isRejected ? { status: 'rejected' as const } : { status: 'published' as const } }
  return (
    <div className="min-w-0">
      <h3 className="text-sm font-[580] text-ink-2">{t('decision')}</h3>
      <p className="mt-1">
        <span className="font-[580]">{glossary.parts('past.who', { who: <bdi key="who">{decision.by}</bdi> })}</span>{' '}
        {describePast(glossary, past)}
        {describeReason(glossary, decision.reason)}
      </p>
      <p className="text-sm text-ink-3">
        <TimeAgo at={decision.at} />
      </p>
      {decision.note === null || decision.note === '' ? (
        <p className="mt-1 text-sm text-ink-3">{t('noReason')}</p>
      ) : (
        <CommentText text={decision.note} className="mt-1 border-s-2 border-line-strong ps-2 text-ink-2" />
      )}
    </div>
  )
}

/** The commenter's own words. */
export function AppealStatement({ appeal: { statement, at } }: { appeal: Pick<AppealEntry, 'statement' | 'at'> }) {
  const t = useWords('appeals')
  return (
    <div className="min-w-0">
      <h3 className="text-sm font-[580] text-ink-2">{t('statement')}</h3>
      <CommentText text={statement} className="mt-1" />
      <p className="text-sm text-ink-3">
        <TimeAgo at={at} />
      </p>
    </div>
  )
}
