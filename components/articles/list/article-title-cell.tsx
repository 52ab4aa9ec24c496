'use client'

import Link from 'next/link'
import { Badge } from '../../ui/badge'
import { Facts } from '../../ui/facts'
import type { ListedArticle } from './listed-article'
import { knownShare } from './article-row-figures'
import { VolumeTrend } from './article-trends'
import { useFigures } from '../use-figures'
import { useFormats, useWords } from '../../words/words-context'

/** Title, how the discussion stands, and below it section and author. On a phone this cell is the whole card. */
export function ArticleTitleCell({ article }: { article: ListedArticle }) {
  const { id, title, section, author } = article
  return (
    <div className="min-w-0 normal-nums md:max-w-md md:min-w-44">
      <Link
        href={`/articles/${id}`}
        dir="auto"
        className="block text-left font-[580] [overflow-wrap:anywhere] text-ink no-underline underline-offset-3 hover:underline max-md:py-0.5 max-md:text-md rtl:text-right"
      >
        {title}
      </Link>
      {(section !== null || author !== null) && (
        <Facts className="mt-0.5 block text-sm text-ink-3">
          {section !== null && <bdi>{section}</bdi>}
          {author !== null && <bdi>{author}</bdi>}
        </Facts>
      )}
      <Standing article={article} />
      <CardFigures article={article} />
    </div>
  )
}

function Standing({ article: { state, slowSeconds, isHelpAsked, alerts } }: { article: ListedArticle }) {
  const t = useWords('articles')
  const { wait } = useFigures()
  if (state === 'open' && slowSeconds === null && !isHelpAsked && alerts.length === 0) return null
  return (
    <p className="mt-1 flex flex-wrap gap-1">
      {state !== 'open' && <Badge tone="neutral">{t(`is.${state}`)}</Badge>}
      {slowSeconds !== null && <Badge tone="neutral">{t('is.slow', { pace: wait(slowSeconds) })}</Badge>}
      {isHelpAsked && <Badge tone="amber">{t('is.help')}</Badge>}
      {alerts.map((alert) => (
        <Badge key={alert} tone="rose">
          {t(`alert.${alert}`)}
        </Badge>
      ))}
    </p>
  )
}

function CardFigures({ article }: { article: ListedArticle }) {
  const t = useWords('articles')
  const figures = useFigures()
  const formats = useFormats()
  const { comments, waiting, lastCommentAt, now } = article
  const [uncivil, offTopic] = [knownShare(article, article.uncivilShare), knownShare(article, article.offTopicShare)]
  return (
    <div className="mt-1.5 flex items-end justify-between gap-3 text-sm text-ink-2 md:hidden">
      <p className="flex flex-wrap gap-x-3">
        <span>{comments === 0 ? t('card.none') : figures.t('comments', { count: comments })}</span>
        {waiting > 0 && <span className="font-[580] text-accent">{t('card.waiting', { number: waiting })}</span>}
        {uncivil !== undefined && <span>{t('card.uncivil', { share: figures.share(uncivil) })}</span>}
        {offTopic !== undefined && <span>{t('card.offTopic', { share: figures.share(offTopic) })}</span>}
        {lastCommentAt !== null && <span>{t('card.last', { ago: formats.ago(lastCommentAt, Date.parse(now)) })}</span>}
      </p>
      <VolumeTrend article={article} />
    </div>
  )
}
