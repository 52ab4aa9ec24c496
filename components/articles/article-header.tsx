import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { Badge } from '../ui/badge'
import { Callout } from '../ui/callout'
import { LocalTime } from '../ui/local-time'
import { PageHeader } from '../ui/page-header'
import { STATE_WORDS, formatWait } from './figure-words'

interface ArticleHeaderProps {
  page: ArticlePage
  isReaderOnly: boolean
  /** Buttons. */
  children: ReactNode
}

const linkClasses = 'text-ink-3 no-underline underline-offset-3 hover:text-ink hover:underline'

/** Which article, when and by whom, how its discussion stands, and what can be done with it. */
export function ArticleHeader({ page, isReaderOnly, children }: ArticleHeaderProps) {
  const { article, verified } = page
  return (
    <>
      <PageHeader
        title={
          <span dir="auto" className="block text-start">
            {article.title}
          </span>
        }
        above={
          <>
            <Link href="/articles" className={linkClasses}>
              Articles
            </Link>
            {article.section !== null && (
              <>
                <span aria-hidden> / </span>
                <Link href={`/articles?section=${encodeURIComponent(article.section)}`} className={linkClasses}>
                  <bdi>{article.section}</bdi>
                </Link>
              </>
            )}
          </>
        }
        description={
          <>
            {article.standfirst !== null && (
              <p dir="auto" className="mb-1 text-start print:hidden">
                {article.standfirst}
              </p>
            )}
            <p className="text-sm text-ink-3 [&>*:not(:last-child)]:after:ms-1.5 [&>*:not(:last-child)]:after:me-1.5 [&>*:not(:last-child)]:after:content-['·']">
              {article.author !== null && (
                <span>
                  By <bdi>{article.author}</bdi>
                </span>
              )}
              {article.publishedAt !== null && (
                <span>
                  Published <LocalTime at={article.publishedAt} />
                </span>
              )}
              <span className={article.state === 'open' ? '' : 'font-[560] text-ink'}>{STATE_WORDS[article.state]}</span>
              {article.slowSeconds !== null && (
                <span className="font-[560] text-ink">one comment every {formatWait(article.slowSeconds)}</span>
              )}
              {verified !== null && (
                <span>
                  {verified.isRight ? 'figures verified' : 'figures being corrected'} <LocalTime at={verified.at} look="hour" />
                </span>
              )}
              <Link
                href={`/queue?article=${article.id}&queue=newest`}
                className="inline-flex min-h-6 items-center whitespace-nowrap text-ink-2 underline decoration-line-strong underline-offset-3 print:hidden"
              >
                Open in the queue
              </Link>
              {article.url !== null && (
                <a
                  href={article.url}
                  target="_blank"
                  rel="noreferrer noopener nofollow"
                  className="inline-flex min-h-6 items-center whitespace-nowrap text-ink-2 underline decoration-line-strong underline-offset-3 print:hidden"
                >
                  Read the article<span className="sr-only"> (opens a new tab)</span>
                </a>
              )}
            </p>
            {isReaderOnly && (
              <p className="mt-1.5 text-sm text-ink-2 print:hidden">
                You can read everything here. Deciding on comments is for moderators.
              </p>
            )}
          </>
        }
      >
        <div className="flex flex-wrap gap-2 print:hidden">{children}</div>
      </PageHeader>
      <Standing page={page} />
    </>
  )
}

/** What needs to be known before the figures: a call for help, and lines the discussion is over. */
function Standing({ page: { article, alerts } }: { page: ArticlePage }) {
  const open = alerts.filter((alert) => alert.clearedAt === null)
  if (article.help === null && open.length === 0) return null
  return (
    <div className="mb-4 flex flex-col gap-2">
      {article.help !== null && (
        <Callout tone="warning" title={<>Moderators were asked by {article.help.by}</>}>
          <p dir="auto" className="user-text text-start">
            {article.help.note}
          </p>
        </Callout>
      )}
      {open.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-sm">
          {open.map((alert) => (
            <Badge key={alert.id} tone="rose">
              {ALERT_WORDS[alert.measure]}
            </Badge>
          ))}
          <span className="text-ink-2">
            since <LocalTime at={open[0]?.raisedAt ?? ''} look="hour" />
          </span>
        </p>
      )}
    </div>
  )
}

const ALERT_WORDS = {
  rate: 'Over its line: comments an hour',
  uncivil: 'Over its line: uncivil share',
  off_topic: 'Over its line: off-topic share',
} as const
