'use client'

import Link from 'next/link'
import type { AppealCase, AppealPage, AppealQuery } from '@/lib/contracts/appeal'
import { CommentText } from '../moderation/comment-text'
import { describeReason } from '../moderation/decision/decision-words'
import { NowProvider } from '../moderation/now'
import { TimeAgo } from '../moderation/time-ago'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { PageFrame } from '../ui/page-frame'
import { PageHeader } from '../ui/page-header'
import { useWords } from '../words/words-context'
import { AppealCard } from './appeal-card'
import { AppealTabs } from './appeal-tabs'

const OUTCOMES = ['granted', 'upheld', 'lapsed'] as const

const addressOf = (outcome: AppealQuery['outcome'], cursor?: string) =>
  `/appeals?state=answered${outcome === undefined ? '' : `&outcome=${outcome}`}${cursor === undefined ? '' : `&cursor=${cursor}`}`

/** Appeals that were answered, the latest first. */
export function AnsweredView({ query, page }: { query: AppealQuery; page: AppealPage }) {
  const t = useWords('appeals')
  const { outcome, cursor } = query
  return (
    <NowProvider serverNow={page.now}>
      <PageFrame holds="column">
        <PageHeader title={t('title')} description={t('description')} />
        <AppealTabs here="answered" open={page.open} />
        <ul className="mb-3 flex flex-wrap gap-1.5">
          {[undefined, ...OUTCOMES].map((one) => (
            <li key={one ?? 'all'}>
              <Button asChild size="sm" look={one === outcome ? 'solid' : 'plain'}>
                <Link href={addressOf(one)} prefetch={false} aria-current={one === outcome ? 'true' : undefined}>
                  {one === undefined ? t('filter.all') : t(`now.${one}`)}
                </Link>
              </Button>
            </li>
          ))}
        </ul>
        {page.appeals.length === 0 ? (
          <div className="rounded-lg border border-line bg-panel">
            <EmptyState
              kind={outcome === undefined ? 'nothing-yet' : 'filtered'}
              title={outcome === undefined ? t('empty.never') : t('empty.filter')}
            />
          </div>
        ) : (
          <ol aria-label={t('answered.list')} className="flex flex-col gap-3">
            {page.appeals.map((appeal) => (
              <AppealCard key={appeal.id} appeal={appeal}>
                <AnswerLine appeal={appeal} />
              </AppealCard>
            ))}
          </ol>
        )}
        <div className="mt-4 flex gap-2">
          {cursor !== undefined && (
            <Button asChild>
              <Link href={addressOf(outcome)}>{t('newest')}</Link>
            </Button>
          )}
          {page.nextCursor !== null && (
            <Button asChild>
              <Link href={addressOf(outcome, page.nextCursor)}>{t('older')}</Link>
            </Button>
          )}
        </div>
      </PageFrame>
    </NowProvider>
  )
}

function AnswerLine({ appeal: { state, answer, answeredAt } }: { appeal: AppealCase }) {
  const t = useWords('appeals')
  const glossary = useWords('glossary')
  return (
    <div className="mt-3">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={state === 'granted' ? 'green' : 'neutral'}>{state !== 'open' && t(`now.${state}`)}</Badge>
        <span className="text-ink-2">
          {answer === null ? t('lapsed.why') : t.parts('answer.by', { who: <bdi key="who">{answer.by}</bdi> })}
          {describeReason(glossary, answer?.reason)}
        </span>
        {answeredAt !== null && <TimeAgo at={answeredAt} className="ms-auto text-sm text-ink-3" />}
      </p>
      {answer?.note ? <CommentText text={answer.note} className="mt-1 border-s-2 border-line-strong ps-2 text-ink-2" /> : null}
    </div>
  )
}
