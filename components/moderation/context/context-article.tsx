import { ExternalLink } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import type { CommentContext } from '@/lib/contracts/queue'
import { Button } from '../../ui/button'
import { useFormats, useWords } from '../../words/words-context'
import { CommentText } from '../comment-text'
import { ContextSection } from './context-section'
import { findNearestParagraphs, type NearParagraph } from './near-paragraphs'
import { useNow } from '../now'

/** The article: what it is about, and the sentences that come nearest to the comment, where they stand. */
export function ContextArticle({ context }: { context: CommentContext }) {
  const t = useWords('context')
  const formats = useFormats()
  const now = useNow()
  const [isWhole, setWhole] = useState(false)
  const { article, scores } = context
  const sentences = scores.filter((score) => score.attribute === 'off_topic.article').flatMap((score) => score.reason.sentences)
  const paragraphs = findNearestParagraphs(article.body, sentences)
  const near = paragraphs.filter((paragraph) => paragraph.spans.length > 0)
  const shown = isWhole ? paragraphs : near.length > 0 ? near : paragraphs.slice(0, 2)
  const facts = [article.section, article.publishedAt === null ? null : formats.ago(article.publishedAt, now)].filter(
    (fact) => fact !== null,
  )
  return (
    <ContextSection title={t('article.title')} {...(facts.length > 0 ? { fact: facts.join(' · ') } : {})}>
      <Link href={`/articles/${article.id}`} prefetch={false} className="font-[600] text-ink underline-offset-2 hover:underline">
        <bdi>{article.title}</bdi>
      </Link>
      {article.url !== null && (
        <a
          href={article.url}
          target="_blank"
          rel="noreferrer noopener nofollow"
          className="mt-1 flex min-h-6 w-fit items-center gap-1 text-sm text-accent no-underline underline-offset-2 hover:underline"
        >
          {t('article.read')}
          <span className="sr-only">{t('article.readTab')}</span>
          <ExternalLink aria-hidden className="size-3.5 rtl:-scale-x-100" />
        </a>
      )}
      {article.standfirst !== null && article.standfirst !== '' && <CommentText text={article.standfirst} className="mt-0.5 text-ink-2" />}
      {shown.length > 0 && (
        <div className="mt-2 flex flex-col gap-1.5 rounded-md bg-sunk px-3 py-2 text-sm text-ink-2">
          {near.length > 0 && !isWhole && <p className="text-xs text-ink-3">{t('article.nearest')}</p>}
          {shown.map((paragraph) => (
            <Paragraph key={paragraph.at} paragraph={paragraph} isWhole={isWhole} />
          ))}
        </div>
      )}
      {paragraphs.length > shown.length || isWhole ? (
        <Button look="link" className="mt-1.5" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('article.less') : t('article.whole', { count: paragraphs.length })}
        </Button>
      ) : null}
    </ContextSection>
  )
}

function Paragraph({ paragraph, isWhole }: { paragraph: NearParagraph; isWhole: boolean }) {
  const t = useWords('context')
  return (
    <CommentText
      text={paragraph.text}
      spans={paragraph.spans}
      spanWord={t('article.similarity')}
      tone="amber"
      {...(isWhole ? {} : { lines: 14 as const })}
    />
  )
}
