import Link from 'next/link'
import { Badge } from '../ui/badge'
import type { ListedArticle } from './listed-article'
import { knownShare } from './article-row-figures'
import { VolumeTrend } from './article-trends'
import { countOf, formatAge, formatCount, formatShare, formatWait } from './figure-words'

/** Title, how the discussion stands, and below it section and author. On a phone this cell is the whole card. */
export function ArticleTitleCell({ article }: { article: ListedArticle }) {
  const { id, title, section, author } = article
  return (
    <div className="min-w-0 md:max-w-md md:min-w-44">
      <Link
        href={`/articles/${id}`}
        dir="auto"
        className="block text-start font-[580] [overflow-wrap:anywhere] text-ink no-underline underline-offset-3 hover:underline max-md:py-0.5 max-md:text-md"
      >
        {title}
      </Link>
      {(section !== null || author !== null) && (
        <p className="mt-0.5 text-sm text-ink-3">
          {section !== null && <bdi>{section}</bdi>}
          {section !== null && author !== null && ' · '}
          {author !== null && <bdi>{author}</bdi>}
        </p>
      )}
      <Standing article={article} />
      <CardFigures article={article} />
    </div>
  )
}

const ALERT_WORDS = { rate: 'fast', uncivil: 'heated', off_topic: 'drifting' } as const

function Standing({ article: { state, slowSeconds, isHelpAsked, alerts } }: { article: ListedArticle }) {
  if (state === 'open' && slowSeconds === null && !isHelpAsked && alerts.length === 0) return null
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {state !== 'open' && <Badge tone="neutral">{state === 'held' ? 'new comments held' : 'closed'}</Badge>}
      {slowSeconds !== null && <Badge tone="neutral">slow: {formatWait(slowSeconds)}</Badge>}
      {isHelpAsked && <Badge tone="amber">moderators asked</Badge>}
      {alerts.map((alert) => (
        <Badge key={alert} tone="rose">
          {ALERT_WORDS[alert]}
        </Badge>
      ))}
    </p>
  )
}

function CardFigures({ article }: { article: ListedArticle }) {
  const { comments, waiting, lastCommentAt, now } = article
  const [uncivil, offTopic] = [knownShare(article, article.uncivilShare), knownShare(article, article.offTopicShare)]
  return (
    <div className="mt-1.5 flex items-end justify-between gap-3 text-sm text-ink-2 md:hidden">
      <p className="flex flex-wrap gap-x-3">
        <span>{comments === 0 ? 'no comments yet' : countOf(comments, 'comment')}</span>
        {waiting > 0 && <span className="font-[580] text-accent">{formatCount(waiting)} waiting</span>}
        {uncivil !== undefined && <span>{formatShare(uncivil)} uncivil</span>}
        {offTopic !== undefined && <span>{formatShare(offTopic)} off-topic</span>}
        {lastCommentAt !== null && <span>last {formatAge(lastCommentAt, now)} ago</span>}
      </p>
      <VolumeTrend article={article} />
    </div>
  )
}
