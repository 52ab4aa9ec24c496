import Link from 'next/link'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { ChartTable } from '../../charts/chart-table'
import { Legend } from '../../charts/legend'
import type { ChartTone } from '../../charts/series'
import { ShareBar } from '../../charts/share-bar'
import { CommentText } from '../../moderation/comment-text'
import { TextCover } from '../../moderation/harsh-cover'
import { describePast } from '../../moderation/decision/decision-words'
import { Facts } from '../../ui/facts'
import { LocalTime } from '../../ui/local-time'
import type { DiscussionVoice } from '../figures'
import { nameKind, nameReason, type NamesOfDecisions } from './names-of-decisions'
import { VoiceName } from '../../moderation/voice-name'

const STATUSES: readonly { key: keyof ArticlePage['figures']['statuses']; tone: ChartTone }[] = [
  { key: 'approved', tone: 'green' },
  { key: 'published', tone: 'neutral' },
  { key: 'pending', tone: 'accent' },
  { key: 'rejected', tone: 'grey' },
]

/** What became of the comments, by whom and why, and the latest acts. */
export function DecisionsMade({ t, figures: say, names, page }: DiscussionVoice & { names: NamesOfDecisions; page: ArticlePage }) {
  const { figures, decided } = page
  const { statuses, comments, decidedBy, uncivilKinds } = figures
  const outcomes = STATUSES.map(({ key, tone }) => ({ key, tone, label: names.glossary(`status.${key}`), value: statuses[key] }))
  const present = outcomes.filter((part) => part.value > 0)
  const parts = say.list(present.map((part) => t('outcomes.part', { status: part.label, number: part.value })))
  return (
    <div className="flex flex-col gap-3">
      <div>
        <ShareBar parts={outcomes} label={t('outcomes.label', { comments: say.t('comments', { count: comments }), parts })} />
        <div className="mt-1.5">
          <Legend
            series={present.map((part) => ({
              ...part,
              value: t('outcomes.value', { number: part.value, share: say.share(part.value / comments) }),
            }))}
          />
        </div>
        <p className="mt-1.5 text-sm text-ink-2">
          {t('outcomes.who', {
            people: decidedBy.person,
            published: decidedBy.policyPublished,
            held: decidedBy.policyHeld,
            rejected: decidedBy.policyRejected,
          })}
        </p>
        <ChartTable
          caption={t('outcomes.caption')}
          head={[t('outcomes.decision'), t('outcomes.by'), t('outcomes.number')]}
          rows={[
            ...outcomes.map((part) => [t('outcomes.now', { status: part.label }), '', say.count(part.value)]),
            ...decided.rows.map((row) => [
              withReason(t, names, nameKind(names, row.kind), row.reason),
              t(`by.${row.by}`),
              say.count(row.count),
            ]),
          ]}
        />
      </div>
      {uncivilKinds.length > 0 && (
        <p className="text-sm text-ink-2">
          {t.parts('outcomes.kinds', {
            kinds: (
              <Facts key="kinds">
                {uncivilKinds.map((one) => t('outcomes.part', { status: names.glossary(`kind.${one.kind}`), number: one.comments }))}
              </Facts>
            ),
          })}
        </p>
      )}
      <LatestDecisions t={t} names={names} page={page} />
    </div>
  )
}

const SHOWN = 6

function LatestDecisions({ t, names, page }: { t: DiscussionVoice['t']; names: NamesOfDecisions; page: ArticlePage }) {
  const entries = [
    ...page.acts.map((act) => ({ ...act, reason: act.note, mark: null, markKind: null, comment: null })),
    ...page.decided.latest.map(({ commentId, commenterName, excerpt, isHarsh, ...rest }) => ({
      ...rest,
      comment: { id: commentId, commenterName, excerpt, isHarsh },
    })),
  ]
    .sort((a, b) => b.at.localeCompare(a.at))
    .slice(0, SHOWN)
  if (entries.length === 0) return null
  return (
    <ol className="print:hidden">
      {entries.map((entry) => (
        <li key={entry.id} className="border-b border-line py-1.5 text-sm last:border-b-0">
          <span className="font-[560]">{names.glossary.parts('past.who', { who: <bdi key="who">{entry.by}</bdi> })}</span>{' '}
          {withReason(t, names, describePast(names.glossary, entry), entry.reason)}
          <span className="block text-ink-3">
            <LocalTime at={entry.at} look="hour" />
          </span>
          {entry.comment !== null && (
            // The link reaches over the text, which may be covered by a button.
            <div className="relative mt-0.5 border-s-2 border-line-strong ps-2 text-ink-2 hover:text-ink">
              <Link
                href={`/queue?article=${page.article.id}&queue=newest&comment=${entry.comment.id}`}
                className="block no-underline after:absolute after:inset-0 hover:underline"
              >
                <VoiceName name={entry.comment.commenterName} className="block truncate font-[560]" />
              </Link>
              <TextCover id={entry.comment.id} isHarsh={entry.comment.isHarsh}>
                <CommentText text={entry.comment.excerpt} lines={1} />
              </TextCover>
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}

function withReason(t: DiscussionVoice['t'], names: NamesOfDecisions, kind: string, reason: string | null): string {
  return reason === null || reason === '' ? kind : t('outcomes.reason', { kind, reason: nameReason(names, reason) })
}
