import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { nameReason } from '../moderation/decision/decision-words'
import { fetchCommentContext } from '../moderation/desk-api'
import { StatusBadge } from '../moderation/status-badge'
import { TimeAgo } from '../moderation/time-ago'
import { VoiceName } from '../moderation/voice-name'
import { useWords } from '../words/words-context'

/**
 * What was decided on nearly the same texts, as in the pane beside a comment. Drawn anew here: to share that part would cut the first
 * load of the queue into more pieces, and cost everybody who opens it.
 */
export function Alike({ commentId }: { commentId: string }) {
  const t = useWords('context')
  const glossary = useWords('glossary')
  const { data } = useQuery({ queryKey: ['comment', commentId], queryFn: ({ signal }) => fetchCommentContext(commentId, signal) })
  if (data === undefined || data.precedents.latest.length === 0) return null
  return (
    <div className="mt-3">
      <h3 className="text-sm font-[580] text-ink-2">{t('alike.title')}</h3>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {data.precedents.latest.map(({ id, status, reason, commenterName, by, article, at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
            <StatusBadge status={status} />
            {reason !== null && <bdi className="text-ink-2">{nameReason(glossary, reason)}</bdi>}
            <span className="min-w-0 text-ink-3 [overflow-wrap:anywhere]">
              {t.parts('alike.elsewhere', {
                who: (
                  <Link
                    key="who"
                    href={`/queue?queue=newest&comment=${id}`}
                    prefetch={false}
                    className="font-[580] text-ink hover:underline"
                  >
                    <VoiceName name={commenterName} />
                  </Link>
                ),
                by: <bdi key="by">{by}</bdi>,
                article: <bdi key="article">{article.title}</bdi>,
              })}
            </span>
            <TimeAgo at={at} className="ms-auto text-ink-3" />
          </li>
        ))}
      </ul>
    </div>
  )
}
