import type { ArticleStats } from '@/lib/contracts/article-stats'
import { countOf, formatCount, formatShare, UNKNOWN_WORDS } from './figure-words'

type Commenter = ArticleStats['topCommenters'][number]

/** Who writes the most here, and how it was received. */
export function TopCommenters({ commenters }: { commenters: readonly Commenter[] }) {
  if (commenters.length === 0) return <p className="text-ink-3">{UNKNOWN_WORDS.noAuthors}, so nobody can be told apart.</p>
  const most = commenters[0]?.comments ?? 1
  return (
    <ol>
      {commenters.map((commenter) => (
        <li key={commenter.id} className="border-b border-line py-2 last:border-b-0">
          <p className="flex items-baseline justify-between gap-3">
            <bdi className="min-w-0 truncate">{commenter.name}</bdi>
            <span className="shrink-0 whitespace-nowrap">
              {formatCount(commenter.comments)}
              <span className="sr-only"> {commenter.comments === 1 ? 'comment' : 'comments'},</span>
              <span className="ml-2 inline-block min-w-9 text-right text-ink-3">{formatShare(commenter.share)}</span>
            </span>
          </p>
          <svg aria-hidden width="100%" height={3} className="mt-1 block rounded-full bg-sunk">
            <rect width={`${(100 * commenter.comments) / most}%`} height={3} fill="var(--chart-neutral)" />
          </svg>
          {describeReception(commenter) !== '' && <p className="mt-1 text-sm text-ink-3">{describeReception(commenter)}</p>}
        </li>
      ))}
    </ol>
  )
}

function describeReception({ offTopic, uncivil, rejected }: Commenter): string {
  const parts = [
    uncivil > 0 && countOf(uncivil, 'uncivil', 'uncivil'),
    offTopic > 0 && countOf(offTopic, 'off-topic', 'off-topic'),
    rejected > 0 && countOf(rejected, 'rejected', 'rejected'),
  ].filter((part) => part !== false)
  return parts.join(' · ')
}
