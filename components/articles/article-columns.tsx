import Link from 'next/link'
import type { ArticleSummary } from '@/lib/contracts/article-stats'
import { Sparkline } from '../charts/sparkline'
import { createDataColumns } from '../data-table/features'
import type { ArticleSort } from './article-address'
import { countOf, formatAge, formatCount, formatShare, formatWait, UNKNOWN_WORDS } from './figure-words'
import { UnknownFigure } from './unknown-figure'

/** A row, with the moment the list was read. */
export type ListedArticle = ArticleSummary & { now: string }

const column = createDataColumns<ListedArticle>()

/** A share says something once somebody has judged a comment; before, it would only repeat that nobody has. */
function knownShare(row: ArticleSummary, share: number | null): number | undefined {
  return row.judged === 0 ? undefined : (share ?? undefined)
}

const onTopicShare = (row: ArticleSummary) => knownShare(row, row.offTopicShare === null ? null : 1 - row.offTopicShare)

// Ids are those of ARTICLE_SORTS.
export const articleColumns = column.columns([
  column.accessor('title', { id: 'title', header: 'Article', sortFn: 'text', cell: ({ row }) => <TitleCell article={row.original} /> }),
  column.accessor('comments', {
    id: 'comments',
    header: 'Comments',
    meta: { align: 'end', hideBelow: 'md' },
    cell: ({ row }) => formatCount(row.original.comments),
  }),
  column.accessor('waiting', {
    id: 'waiting',
    header: 'Waiting',
    meta: { align: 'end', hideBelow: 'md' },
    cell: ({ row }) => <WaitingFigure article={row.original} />,
  }),
  column.accessor((row) => knownShare(row, row.uncivilShare), {
    id: 'uncivil',
    header: 'Uncivil',
    sortFn: 'basic',
    meta: { align: 'end', hideBelow: 'md' },
    cell: ({ row }) => <ShareFigure article={row.original} share={knownShare(row.original, row.original.uncivilShare)} />,
  }),
  column.accessor(onTopicShare, {
    id: 'topic',
    header: 'On topic',
    sortFn: 'basic',
    meta: { align: 'end', hideBelow: 'md' },
    cell: ({ row }) => <ShareFigure article={row.original} share={onTopicShare(row.original)} />,
  }),
  column.display({
    id: 'trend',
    header: '14 days',
    meta: { hideBelow: 'lg' },
    cell: ({ row }) => <Trend article={row.original} />,
  }),
  column.accessor((row) => row.medianWaitSeconds ?? undefined, {
    id: 'wait',
    header: 'Median wait',
    sortFn: 'basic',
    meta: { align: 'end', hideBelow: 'lg' },
    cell: ({ row }) => <WaitFigure article={row.original} />,
  }),
  column.accessor((row) => row.lastCommentAt ?? undefined, {
    id: 'last',
    header: 'Last comment',
    sortFn: 'basic',
    meta: { align: 'end', hideBelow: 'md' },
    cell: ({ row }) => <LastFigure article={row.original} />,
  }),
])

export const SORT_WORDS: Record<ArticleSort, string> = {
  last: 'Last comment',
  title: 'Title',
  comments: 'Comments',
  waiting: 'Waiting',
  uncivil: 'Uncivil share',
  topic: 'On-topic share',
  wait: 'Median wait',
}

/** Title, and below it section and author. On a phone this cell is the whole card. */
function TitleCell({ article }: { article: ListedArticle }) {
  const { id, title, section, author, state } = article
  return (
    <div className="min-w-0 md:max-w-lg md:min-w-48">
      <Link
        href={`/articles/${id}`}
        dir="auto"
        className="block text-start font-[580] [overflow-wrap:anywhere] text-ink no-underline underline-offset-3 hover:underline max-md:py-0.5 max-md:text-md"
      >
        {title}
      </Link>
      <p className="mt-0.5 text-sm text-ink-3">
        {section !== null && <bdi>{section}</bdi>}
        {section !== null && author !== null && ' · '}
        {author !== null && <bdi>{author}</bdi>}
        {state !== 'open' && <span className="text-ink-2"> · {state === 'held' ? 'new comments held' : 'closed'}</span>}
      </p>
      <CardFigures article={article} />
    </div>
  )
}

function CardFigures({ article }: { article: ListedArticle }) {
  const { comments, waiting, lastCommentAt, now } = article
  const [uncivil, topic] = [knownShare(article, article.uncivilShare), onTopicShare(article)]
  return (
    <div className="mt-1.5 flex items-end justify-between gap-3 text-sm text-ink-2 md:hidden">
      <p className="flex flex-wrap gap-x-3">
        <span>{comments === 0 ? 'no comments yet' : countOf(comments, 'comment')}</span>
        {waiting > 0 && <span className="font-[580] text-accent">{formatCount(waiting)} waiting</span>}
        {uncivil !== undefined && <span>{formatShare(uncivil)} uncivil</span>}
        {topic !== undefined && <span>{formatShare(topic)} on topic</span>}
        {lastCommentAt !== null && <span>last {formatAge(lastCommentAt, now)} ago</span>}
      </p>
      <Trend article={article} />
    </div>
  )
}

function WaitingFigure({ article }: { article: ListedArticle }) {
  if (article.waiting === 0) return <span className="text-ink-3">0</span>
  return <span className="font-[620] text-accent">{formatCount(article.waiting)}</span>
}

function ShareFigure({ article, share }: { article: ListedArticle; share: number | undefined }) {
  if (share !== undefined) return formatShare(share)
  return <UnknownFigure why={article.comments === 0 ? UNKNOWN_WORDS.noComments : UNKNOWN_WORDS.notJudged} />
}

function WaitFigure({ article }: { article: ListedArticle }) {
  if (article.medianWaitSeconds !== null) return formatWait(article.medianWaitSeconds)
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

function Trend({ article }: { article: ListedArticle }) {
  const total = article.trend.reduce((sum, day) => sum + day, 0)
  if (total === 0) return <span className="text-sm whitespace-nowrap text-ink-3">quiet</span>
  const label = `${countOf(total, 'comment')} in 14 days, at most ${formatCount(Math.max(...article.trend))} a day, ${formatCount(article.trend.at(-1) ?? 0)} in the last 24 hours`
  return (
    <span title={label} className="inline-block">
      <Sparkline values={article.trend} label={label} />
    </span>
  )
}
