import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ArticlePage } from '@/lib/contracts/article-page'
import { Badge } from '../../ui/badge'
import { Callout } from '../../ui/callout'
import { Facts } from '../../ui/facts'
import { LocalTime } from '../../ui/local-time'
import { PageHeader } from '../../ui/page-header'
import type { ArticleVoice } from '../figures'

interface ArticleHeaderProps extends ArticleVoice {
  page: ArticlePage
  isReaderOnly: boolean
  /** Buttons. */
  children: ReactNode
}

const linkClasses = 'text-ink-3 no-underline underline-offset-3 hover:text-ink hover:underline'

/** Which article, when and by whom, how its discussion stands, and what can be done with it. */
export function ArticleHeader({ t, figures, page, isReaderOnly, children }: ArticleHeaderProps) {
  const { article } = page
  return (
    <>
      <PageHeader
        title={
          // In line: a short title stands where the page begins, whatever it is written in.
          <bdi>{article.title}</bdi>
        }
        above={
          <>
            <Link href="/articles" className={linkClasses}>
              {t('articles')}
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
              <p className="mb-1 print:hidden">
                <bdi>{article.standfirst}</bdi>
              </p>
            )}
            <ArticleFacts {...{ t, figures, page }} />
            <ArticleWays t={t} article={article} />
            {isReaderOnly && <p className="mt-1.5 text-sm text-ink-2 print:hidden">{t('readerOnly')}</p>}
          </>
        }
      >
        {children}
      </PageHeader>
      <Standing t={t} page={page} />
    </>
  )
}

/** By whom and when, how the discussion stands, and what it is called elsewhere. */
function ArticleFacts({ t, figures, page: { article, verified, now } }: ArticleVoice & { page: ArticlePage }) {
  return (
    <Facts className="block text-sm text-ink-3">
      {article.author !== null && <span>{t.parts('by', { name: <bdi key="name">{article.author}</bdi> })}</span>}
      {article.publishedAt !== null && <span>{t.parts('published', { at: <LocalTime key="at" at={article.publishedAt} /> })}</span>}
      <span className={article.state === 'open' ? '' : 'font-[560] text-ink'}>{t(`state.${article.state}`)}</span>
      {article.slowSeconds !== null && (
        <span className="font-[560] text-ink">{t('slow', { pace: figures.wait(article.slowSeconds) })}</span>
      )}
      {verified !== null && (
        <span>
          {t.parts(verified.isRight ? 'verified.right' : 'verified.wrong', {
            at: <LocalTime key="at" at={verified.at} look="hour" />,
          })}
        </span>
      )}
      <span className="[overflow-wrap:anywhere]">
        {t.parts('externalId', {
          // A click chooses all of it, to be copied.
          id: (
            <bdi key="id" className="text-ink-2 select-all">
              {article.externalId}
            </bdi>
          ),
        })}
        <span className="hidden print:inline"> · {t.parts('asOf', { at: <LocalTime key="at" at={now} look="hour" /> })}</span>
      </span>
    </Facts>
  )
}

const wayClasses = 'inline-flex min-h-6 items-center whitespace-nowrap text-ink-2 underline decoration-line-strong underline-offset-3'

/** To its comments at the desk, and to the article where it is read. */
function ArticleWays({ t, article }: { t: ArticleVoice['t']; article: ArticlePage['article'] }) {
  return (
    <p className="mt-0.5 flex flex-wrap gap-x-4 text-sm print:hidden">
      <Link href={`/queue?article=${article.id}&queue=newest`} className={wayClasses}>
        {t('queue')}
      </Link>
      {article.url !== null && (
        <a href={article.url} target="_blank" rel="noreferrer noopener nofollow" className={wayClasses}>
          {t('read')}
          <span className="sr-only">{t('read.tab')}</span>
        </a>
      )}
    </p>
  )
}

/** What needs to be known before the figures: a call for help, and lines the discussion is over. */
function Standing({ t, page: { article, alerts } }: { t: ArticleVoice['t']; page: ArticlePage }) {
  const open = alerts.filter((alert) => alert.clearedAt === null)
  if (article.help === null && open.length === 0) return null
  return (
    <div className="mb-4 flex flex-col gap-2">
      {article.help !== null && (
        <Callout tone="warning" title={t.parts('help.by', { name: <bdi key="name">{article.help.by}</bdi> })}>
          <p dir="auto" className="user-text text-start">
            {article.help.note}
          </p>
        </Callout>
      )}
      {open.length > 0 && (
        <p className="flex flex-wrap items-center gap-1.5 text-sm">
          {open.map((alert) => (
            <Badge key={alert.id} tone="rose">
              {t(`alert.${alert.measure}`)}
            </Badge>
          ))}
          <span className="text-ink-2">
            {t.parts('alert.since', { at: <LocalTime key="at" at={open[0]?.raisedAt ?? ''} look="hour" /> })}
          </span>
        </p>
      )}
    </div>
  )
}
