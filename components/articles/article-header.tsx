import Link from 'next/link'
import type { ArticleStats } from '@/lib/contracts/article-stats'
import { Button } from '../ui/button'
import { LocalTime } from '../ui/local-time'
import { PageHeader } from '../ui/page-header'
import { STATE_WORDS } from './figure-words'

/** Which article, when and by whom, and the way to its comments in the queue. */
export function ArticleHeader({ article, isReaderOnly }: { article: ArticleStats['article']; isReaderOnly: boolean }) {
  return (
    <PageHeader
      title={
        <span dir="auto" className="block text-start">
          {article.title}
        </span>
      }
      above={
        <>
          <Link href="/articles" className="text-ink-3 no-underline underline-offset-3 hover:text-ink hover:underline">
            Articles
          </Link>
          {article.section !== null && (
            <>
              <span aria-hidden> / </span>
              <Link
                href={`/articles?section=${encodeURIComponent(article.section)}`}
                className="text-ink-3 no-underline underline-offset-3 hover:text-ink hover:underline"
              >
                <bdi>{article.section}</bdi>
              </Link>
            </>
          )}
        </>
      }
      description={
        <>
          {article.standfirst !== null && (
            <p dir="auto" className="mb-1 text-start">
              {article.standfirst}
            </p>
          )}
          <p className="text-sm text-ink-3 [&>*:not(:last-child)]:after:mr-1.5 [&>*:not(:last-child)]:after:ml-1.5 [&>*:not(:last-child)]:after:content-['·']">
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
            <span>{STATE_WORDS[article.state]}</span>
            {article.url !== null && (
              <a
                href={article.url}
                target="_blank"
                rel="noreferrer noopener nofollow"
                className="whitespace-nowrap text-ink-2 underline decoration-line-strong underline-offset-3"
              >
                Read the article<span className="sr-only"> (opens a new tab)</span>
              </a>
            )}
          </p>
          {isReaderOnly && (
            <p className="mt-1.5 text-sm text-ink-2">You can read everything here. Deciding on comments is for moderators.</p>
          )}
        </>
      }
    >
      <Button asChild>
        <Link href={`/queue?article=${article.id}&queue=newest`}>Open in the queue</Link>
      </Button>
    </PageHeader>
  )
}
