'use client'

import Link from 'next/link'
import { createDataColumns } from '../../data-table/features'
import { ArticleTitleCell } from './article-title-cell'
import { knownShare } from './article-row-figures'
import { CivilityTrend, VolumeTrend } from './article-trends'
import type { ListedArticle } from './listed-article'
import type { Figures } from '../figures'
import { useFigures } from '../use-figures'
import type { Words } from '../../words/rooms'
import { useFormats } from '../../words/words-context'
import { ChooseArticle } from './choose-article'
import { UnknownFigure } from '../unknown-figure'

const column = createDataColumns<ListedArticle>()
const figure = { align: 'end', hideBelow: 'md' } as const
const wide = { align: 'end', hideBelow: 'lg' } as const

/** The columns in the words of one language; their ids are those of ARTICLE_LIST_SORTS. */
export function makeArticleColumns(t: Words<'articles'>, { t: named, count }: Figures) {
  return column.columns([
    column.display({
      id: 'choose',
      header: () => <span className="sr-only">{t('compare')}</span>,
      cell: ({ row }) => <ChooseArticle id={row.original.id} title={row.original.title} />,
    }),
    column.accessor('title', { id: 'title', header: t('head.title'), cell: ({ row }) => <ArticleTitleCell article={row.original} /> }),
    column.accessor('comments', {
      id: 'comments',
      header: named('measure.comments'),
      meta: figure,
      cell: ({ row }) => count(row.original.comments),
    }),
    column.display({
      id: 'trend',
      header: t('head.trend'),
      meta: { hideBelow: 'lg' },
      cell: ({ row }) => <VolumeTrend article={row.original} />,
    }),
    column.accessor('waiting', {
      id: 'waiting',
      header: named('measure.waiting'),
      meta: figure,
      cell: ({ row }) => <WaitingFigure article={row.original} />,
    }),
    column.accessor('offTopicShare', {
      id: 'off_topic',
      header: named('measure.off_topic'),
      meta: figure,
      cell: ({ row }) => <ShareFigure article={row.original} share={row.original.offTopicShare} />,
    }),
    column.accessor('uncivilShare', {
      id: 'uncivil',
      header: named('measure.uncivil'),
      meta: figure,
      cell: ({ row }) => <ShareFigure article={row.original} share={row.original.uncivilShare} />,
    }),
    column.accessor('civility', {
      id: 'civility',
      header: named('measure.civility'),
      meta: { hideBelow: 'lg' },
      cell: ({ row }) => <CivilityTrend article={row.original} />,
    }),
    column.accessor('voices', {
      id: 'voices',
      header: named('measure.voices'),
      meta: wide,
      cell: ({ row }) => <VoicesFigure article={row.original} />,
    }),
    column.accessor('medianWaitSeconds', {
      id: 'median_wait',
      header: named('measure.median_wait'),
      meta: wide,
      cell: ({ row }) => <WaitFigure article={row.original} seconds={row.original.medianWaitSeconds} />,
    }),
    column.accessor('p90WaitSeconds', {
      id: 'p90_wait',
      header: named('measure.p90_wait'),
      meta: wide,
      cell: ({ row }) => <WaitFigure article={row.original} seconds={row.original.p90WaitSeconds} />,
    }),
    column.accessor('lastCommentAt', {
      id: 'last',
      header: t('head.last'),
      meta: figure,
      cell: ({ row }) => <LastFigure article={row.original} />,
    }),
  ])
}

function WaitingFigure({ article }: { article: ListedArticle }) {
  const { t, count } = useFigures()
  if (article.waiting === 0) return <span className="text-ink-3">0</span>
  return (
    <Link
      href={`/queue?article=${article.id}&queue=review`}
      title={t('queue.open')}
      className="-my-0.5 inline-flex min-h-6 min-w-6 items-center justify-end font-[620] text-accent no-underline underline-offset-4 hover:underline"
    >
      {count(article.waiting)}
    </Link>
  )
}

function ShareFigure({ article, share }: { article: ListedArticle; share: number | null }) {
  const figures = useFigures()
  const known = knownShare(article, share)
  if (known !== undefined) return figures.share(known)
  return <UnknownFigure why={figures.t(article.comments === 0 ? 'why.noComments' : 'why.notJudged')} />
}

function VoicesFigure({ article: { voices, comments } }: { article: ListedArticle }) {
  const { t, count } = useFigures()
  return voices === 0 ? <UnknownFigure why={t(comments === 0 ? 'why.noComments' : 'why.noAuthors')} /> : count(voices)
}

function WaitFigure({ article, seconds }: { article: ListedArticle; seconds: number | null }) {
  const { t, wait } = useFigures()
  if (seconds !== null) return <span className="whitespace-nowrap">{wait(seconds)}</span>
  return <UnknownFigure why={t(article.comments === 0 ? 'why.noComments' : 'why.notDecided')} />
}

function LastFigure({ article: { lastCommentAt, now } }: { article: ListedArticle }) {
  const { t } = useFigures()
  const formats = useFormats()
  if (lastCommentAt === null) return <UnknownFigure why={t('why.noComments')} />
  return (
    <time dateTime={lastCommentAt} className="whitespace-nowrap">
      {formats.ago(lastCommentAt, Date.parse(now))}
    </time>
  )
}
