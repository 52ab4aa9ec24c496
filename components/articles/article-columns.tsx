import Link from 'next/link'
import type { ArticleListSort } from '@/lib/contracts/article-list'
import { createDataColumns } from '../data-table/features'
import { ArticleTitleCell } from './article-title-cell'
import { knownShare } from './article-row-figures'
import { CivilityTrend, VolumeTrend } from './article-trends'
import type { ListedArticle } from './listed-article'
import { formatAge, formatCount, formatShare, formatWait, UNKNOWN_WORDS } from './figure-words'
import { ChooseArticle } from './choose-article'
import { UnknownFigure } from './unknown-figure'

const column = createDataColumns<ListedArticle>()
const figure = { align: 'end', hideBelow: 'md' } as const
const wide = { align: 'end', hideBelow: 'lg' } as const

// Ids are those of ARTICLE_LIST_SORTS.
export const articleColumns = column.columns([
  column.display({
    id: 'choose',
    header: () => <span className="sr-only">Compare</span>,
    cell: ({ row }) => <ChooseArticle id={row.original.id} title={row.original.title} />,
  }),
  column.accessor('title', { id: 'title', header: 'Article', cell: ({ row }) => <ArticleTitleCell article={row.original} /> }),
  column.accessor('comments', {
    id: 'comments',
    header: 'Comments',
    meta: figure,
    cell: ({ row }) => formatCount(row.original.comments),
  }),
  column.display({ id: 'trend', header: '14 days', meta: { hideBelow: 'lg' }, cell: ({ row }) => <VolumeTrend article={row.original} /> }),
  column.accessor('waiting', {
    id: 'waiting',
    header: 'Waiting',
    meta: figure,
    cell: ({ row }) => <WaitingFigure article={row.original} />,
  }),
  column.accessor('offTopicShare', {
    id: 'off_topic',
    header: 'Off-topic',
    meta: figure,
    cell: ({ row }) => <ShareFigure article={row.original} share={row.original.offTopicShare} />,
  }),
  column.accessor('uncivilShare', {
    id: 'uncivil',
    header: 'Uncivil',
    meta: figure,
    cell: ({ row }) => <ShareFigure article={row.original} share={row.original.uncivilShare} />,
  }),
  column.accessor('civility', {
    id: 'civility',
    header: 'Civility',
    meta: { hideBelow: 'lg' },
    cell: ({ row }) => <CivilityTrend article={row.original} />,
  }),
  column.accessor('voices', { id: 'voices', header: 'Voices', meta: wide, cell: ({ row }) => formatCount(row.original.voices) }),
  column.accessor('medianWaitSeconds', {
    id: 'median_wait',
    header: 'Median wait',
    meta: wide,
    cell: ({ row }) => <WaitFigure article={row.original} seconds={row.original.medianWaitSeconds} />,
  }),
  column.accessor('p90WaitSeconds', {
    id: 'p90_wait',
    header: '9 of 10',
    meta: wide,
    cell: ({ row }) => <WaitFigure article={row.original} seconds={row.original.p90WaitSeconds} />,
  }),
  column.accessor('lastCommentAt', {
    id: 'last',
    header: 'Last comment',
    meta: figure,
    cell: ({ row }) => <LastFigure article={row.original} />,
  }),
])

export const SORT_WORDS: Record<ArticleListSort, string> = {
  last: 'Last comment',
  published: 'Publication',
  title: 'Title',
  comments: 'Comments',
  waiting: 'Waiting',
  off_topic: 'Off-topic share',
  uncivil: 'Uncivil share',
  civility: 'Civility',
  voices: 'Voices',
  median_wait: 'Median wait',
  p90_wait: 'Wait of 9 in 10',
}

function WaitingFigure({ article }: { article: ListedArticle }) {
  if (article.waiting === 0) return <span className="text-ink-3">0</span>
  return (
    <Link
      href={`/queue?article=${article.id}&queue=review`}
      title="Open them in the queue"
      className="inline-flex min-h-6 min-w-6 items-center justify-end font-[620] text-accent no-underline underline-offset-4 hover:underline"
    >
      {formatCount(article.waiting)}
    </Link>
  )
}

function ShareFigure({ article, share }: { article: ListedArticle; share: number | null }) {
  const known = knownShare(article, share)
  if (known !== undefined) return formatShare(known)
  return <UnknownFigure why={article.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.notJudged} />
}

function WaitFigure({ article, seconds }: { article: ListedArticle; seconds: number | null }) {
  if (seconds !== null) return <span className="whitespace-nowrap">{formatWait(seconds)}</span>
  return <UnknownFigure why={article.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.notDecided} />
}

function LastFigure({ article: { lastCommentAt, now } }: { article: ListedArticle }) {
  if (lastCommentAt === null) return <UnknownFigure why={UNKNOWN_WORDS.noComments} />
  return (
    <time dateTime={lastCommentAt} className="whitespace-nowrap">
      {formatAge(lastCommentAt, now)} ago
    </time>
  )
}
