import Link from 'next/link'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { ShareBar } from '../charts/share-bar'
import { Legend } from '../charts/legend'
import type { ChartTone } from '../charts/series'
import { ChartTable } from '../charts/chart-table'
import { REASON_WORDS, UNCIVIL_WORDS } from '../moderation/words'
import { LocalTime } from '../ui/local-time'
import { nameLogged } from './act-words'
import { formatCount, formatShare } from './figure-words'

const BY_WORDS = { user: 'people', api_key: 'the site’s own system', policy: 'the policy', system: 'Parley' } as const
const REASONS: Record<string, string> = { ...REASON_WORDS, ...UNCIVIL_WORDS }

interface Part {
  key: string
  label: string
  tone: ChartTone
  value: number
}

/** What became of the comments, by whom and why, and the latest acts. */
export function DecisionsMade({ page }: { page: ArticlePage }) {
  const { figures, decided, acts } = page
  const { statuses, comments, decidedBy } = figures
  const outcomes: Part[] = [
    { key: 'approved', label: 'Approved', tone: 'green', value: statuses.approved },
    { key: 'published', label: 'Public', tone: 'neutral', value: statuses.published },
    { key: 'pending', label: 'Held', tone: 'accent', value: statuses.pending },
    { key: 'rejected', label: 'Rejected', tone: 'grey', value: statuses.rejected },
  ]
  const present = outcomes.filter((part) => part.value > 0)
  const words = present.map((part) => `${part.label.toLowerCase()} ${formatCount(part.value)}`).join(', ')
  return (
    <div className="flex flex-col gap-3">
      <div>
        <ShareBar parts={outcomes} label={`Status of ${formatCount(comments)} comments: ${words}`} />
        <div className="mt-1.5">
          <Legend
            series={present.map((part) => ({ ...part, value: `${formatCount(part.value)}, ${formatShare(part.value / comments)}` }))}
          />
        </div>
        <p className="mt-1.5 text-sm text-ink-2">
          People decided {formatCount(decidedBy.person)}; of the rest the policy let {formatCount(decidedBy.policyPublished)} through, held{' '}
          {formatCount(decidedBy.policyHeld)} and rejected {formatCount(decidedBy.policyRejected)}.
        </p>
        <ChartTable
          caption="Decisions by kind and reason"
          head={['Decision', 'By', 'Number']}
          rows={[
            ...outcomes.map((part) => [`Now ${part.label.toLowerCase()}`, '', formatCount(part.value)]),
            ...decided.rows.map((row) => [describeKind(row.kind, row.reason), BY_WORDS[row.by], formatCount(row.count)]),
          ]}
        />
      </div>
      {figures.uncivilKinds.length > 0 && (
        <p className="text-sm text-ink-2">
          Uncivil: {figures.uncivilKinds.map(({ kind, comments: count }) => `${UNCIVIL_WORDS[kind]} ${formatCount(count)}`).join(' · ')}
        </p>
      )}
      {(acts.length > 0 || decided.latest.length > 0) && (
        <ol className="print:hidden">
          {[...acts.map((act) => ({ ...act, reason: act.note, commentId: null })), ...decided.latest]
            .sort((a, b) => b.at.localeCompare(a.at))
            .slice(0, 6)
            .map((entry) => (
              <li key={entry.id} className="border-b border-line py-1.5 text-sm last:border-b-0">
                <bdi className="font-[560]">{entry.by}</bdi> {describeKind(entry.kind, entry.reason)}
                <span className="block text-ink-3">
                  <LocalTime at={entry.at} look="hour" />
                  {entry.commentId !== null && (
                    <>
                      {' · '}
                      <Link
                        href={`/queue?article=${page.article.id}&queue=newest&comment=${entry.commentId}`}
                        className="inline-flex min-h-6 items-center text-ink-2 underline decoration-line-strong underline-offset-3"
                      >
                        the comment
                      </Link>
                    </>
                  )}
                </span>
              </li>
            ))}
        </ol>
      )}
    </div>
  )
}

function describeKind(kind: string, reason: string | null): string {
  if (reason === null || reason === '') return nameLogged(kind)
  return `${nameLogged(kind)}: ${REASONS[reason] ?? reason}`
}
