'use client'

import type { AppealPage } from '@/lib/contracts/appeal'
import { describePast } from '../moderation/decision/decision-words'
import { LineNotice } from '../moderation/live/line-notice'
import { NowProvider } from '../moderation/now'
import type { Viewer } from '../moderation/viewer'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { PageFrame } from '../ui/page-frame'
import { PageHeader } from '../ui/page-header'
import { useWords } from '../words/words-context'
import { AppealAnswer } from './appeal-answer'
import { Alike } from './alike'
import { AppealCard } from './appeal-card'
import { AppealTabs } from './appeal-tabs'
import { isWaiting, type ListedAppeal } from './open-list'
import { useAnswering } from './use-answering'
import { useAppealKeys } from './use-appeal-keys'
import { useAppeals } from './use-appeals'

interface AppealDeskProps {
  viewer: Viewer
  page: AppealPage
  /** Whether there ever was one. */
  hasAny: boolean
}

/** The open appeals, the oldest first; each is answered where it stands. */
export function AppealDesk({ viewer, page, hasAny }: AppealDeskProps) {
  const t = useWords('appeals')
  const appeals = useAppeals(page, viewer.id)
  const answering = useAnswering(appeals, viewer)
  const keys = useAppealKeys(answering)
  const { list, hasFailed, hasMore } = appeals
  const open = list.filter(({ answer, isGone }) => answer === null && !isGone).length
  return (
    <NowProvider serverNow={page.now}>
      <LineNotice line={appeals.line} held={appeals.held} isSignedOut={appeals.isSignedOut} />
      <PageFrame holds="column">
        <PageHeader title={t('title')} description={t('description')} />
        <AppealTabs here="open" open={hasMore ? Math.max(page.open, open) : open} />
        {hasFailed && (
          <Callout
            tone="error"
            title={t('failed.refresh')}
            className="mb-3"
            next={<Button onClick={() => void appeals.refresh()}>{t('again')}</Button>}
          />
        )}
        {list.length === 0 ? (
          <NoneOpen hasAny={hasAny} />
        ) : (
          <ol aria-label={t('list')} className="flex flex-col gap-3">
            {list.map((listed) => {
              const { id } = listed.appeal
              const isCurrent = id === answering.currentId
              return (
                <AppealCard
                  key={id}
                  appeal={listed.appeal}
                  isCurrent={isCurrent}
                  isDone={listed.answer !== null || listed.isGone}
                  onSelect={() => answering.select(id)}
                >
                  {isCurrent && isWaiting(listed) && <Alike commentId={listed.appeal.row.id} />}
                  <Gone listed={listed} heard={appeals.heard} />
                  <div className="mt-3 empty:hidden">
                    <AppealAnswer
                      listed={listed}
                      isCurrent={isCurrent}
                      keys={keys}
                      words={answering.words.get(id) ?? null}
                      onWords={(words) => answering.write(id, words)}
                      onAnswer={(outcome) => void answering.answer(id, outcome)}
                      onUndo={() => void answering.undo(id)}
                    />
                  </div>
                </AppealCard>
              )
            })}
          </ol>
        )}
        {hasMore && (
          <div className="mt-4">
            <Button onClick={() => void appeals.readMore()}>{t('more')}</Button>
          </div>
        )}
      </PageFrame>
    </NowProvider>
  )
}

function NoneOpen({ hasAny }: { hasAny: boolean }) {
  const t = useWords('appeals')
  return (
    <div className="rounded-lg border border-line bg-panel">
      {hasAny ? (
        <EmptyState kind="all-done" title={t('empty.done')} />
      ) : (
        <EmptyState kind="nothing-yet" title={t('empty.never')}>
          {t('empty.never.how')}
        </EmptyState>
      )}
    </div>
  )
}

/** Why an appeal in the list is no longer open, if it was not answered here. */
function Gone({ listed, heard }: { listed: ListedAppeal; heard: ReturnType<typeof useAppeals>['heard'] }) {
  const t = useWords('appeals')
  const glossary = useWords('glossary')
  if (!listed.isGone || listed.answer !== null) return null
  const colleague = heard.get(listed.appeal.row.id)
  return (
    <p role="status" className="mt-3 text-ink-2">
      {colleague === undefined
        ? t('gone')
        : t.parts('gone.by', { who: <bdi key="who">{colleague.by}</bdi>, did: describePast(glossary, colleague) })}
    </p>
  )
}
