'use client'

import Link from 'next/link'
import type { Disagreement } from '@/lib/contracts/second-look'
import { describeAct } from '../moderation/decision/decision-words'
import { CommentText } from '../moderation/comment-text'
import { TextCover } from '../moderation/harsh-cover'
import { Section } from '../settings/section'
import { useSend } from '../settings/use-send'
import { Button } from '../ui/button'
import { Callout } from '../ui/callout'
import { EmptyState } from '../ui/empty-state'
import { Facts } from '../ui/facts'
import { LocalTime } from '../ui/local-time'
import { toast } from '../ui/toast'
import { useWords } from '../words/words-context'

/** Where two differed: whoever leads looks again, or lets the first decision stand. */
export function DisagreementList({ disagreements, hasMore }: { disagreements: Disagreement[]; hasMore: boolean }) {
  const t = useWords('second-look')
  const { send, isBusy, refusal } = useSend()

  async function settle(id: string): Promise<void> {
    if ((await send('PUT', `desk/second-looks/${id}/settlement`)) !== null) toast.success(t('settled'))
  }

  return (
    <Section title={t('disagreements')} hint={t('disagreements.hint')}>
      {refusal && (
        <Callout tone="error" className="mb-3">
          {refusal.message}
        </Callout>
      )}
      {disagreements.length === 0 ? (
        <EmptyState kind="all-done" title={t('disagreements.none')}>
          {t('disagreements.noneWhy')}
        </EmptyState>
      ) : (
        <ul aria-label={t('disagreements')}>
          {disagreements.map((one) => (
            <li key={one.id} className="border-b border-line py-4 first:pt-0 last:border-b-0 last:pb-0">
              <DisagreementItem disagreement={one} isBusy={isBusy} onSettle={() => void settle(one.id)} />
            </li>
          ))}
        </ul>
      )}
      {hasMore && <p className="mt-3 text-sm text-ink-3">{t('disagreements.cut', { count: disagreements.length })}</p>}
    </Section>
  )
}

function DisagreementItem({ disagreement, isBusy, onSettle }: { disagreement: Disagreement; isBusy: boolean; onSettle: () => void }) {
  const t = useWords('second-look')
  const glossary = useWords('glossary')
  const { id, commentId, text, isHarsh, article, decidedAt, first, second } = disagreement
  const act = describeAct(glossary, first)
  return (
    <>
      <Facts className="block text-sm text-ink-3">
        {article.section !== null && <bdi>{article.section}</bdi>}
        <bdi>{article.title}</bdi>
      </Facts>
      <TextCover id={id} isHarsh={isHarsh}>
        <CommentText text={text} lines={4} className="mt-1" />
      </TextCover>
      <dl className="mt-2 grid gap-x-6 gap-y-1 sm:grid-cols-2">
        <div>
          <dt className="text-sm text-ink-3">{t.parts('decided', { day: <LocalTime key="day" at={decidedAt} /> })}</dt>
          <dd className="font-[560]">{act}</dd>
        </div>
        <div>
          <dt className="text-sm text-ink-3">{t('opinion')}</dt>
          <dd className="font-[560]">{describeAct(glossary, second)}</dd>
        </div>
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button asChild size="sm">
          <Link href={`/queue?queue=newest&comment=${commentId}`} prefetch={false}>
            {t('open')}
          </Link>
        </Button>
        <Button size="sm" aria-label={t('settleOne', { act })} disabled={isBusy} onClick={onSettle}>
          {t('settle')}
        </Button>
      </div>
    </>
  )
}
