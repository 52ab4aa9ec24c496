import { CornerDownRight } from 'lucide-react'
import Link from 'next/link'
import type { ImportReport } from '@/lib/contracts/settings'
import { Badge } from '../ui/badge'
import { Section } from '../settings/section'
import { countOf } from './words'

const FORMATS: Record<ImportReport['format'], string> = {
  'article-text': 'Saved article page',
  ndjson: 'NDJSON',
  csv: 'CSV',
  commento: 'Commento',
  coral: 'Coral',
  disqus: 'Disqus',
  html: 'Saved HTML page',
  wordpress: 'WordPress',
}

/** More are in the report that can be downloaded. */
const SHOWN_PROBLEMS = 100

/** What a file holds, or what became of it: articles, figures, problems and the first comments. */
export function ReportView({ report }: { report: ImportReport }) {
  return (
    <div className="flex flex-col gap-4">
      {hasAnything(report) && <Articles report={report} />}
      {report.problemCount > 0 && <Problems report={report} />}
      {report.preview.length > 0 && report.isDryRun && <Preview report={report} />}
    </div>
  )
}

function hasAnything({ articleCount, counts: { created, updated, unchanged, stale } }: ImportReport): boolean {
  return articleCount + created + updated + unchanged + stale > 0
}

function Articles({ report }: { report: ImportReport }) {
  const { counts, skipped, quoteLinks, articles, articleCount } = report
  const figures = [
    { word: 'new', value: counts.created },
    { word: 'changed', value: counts.updated },
    { word: 'here already', value: counts.unchanged + counts.stale },
    { word: 'linked by a quote', value: quoteLinks },
    { word: 'not readable', value: counts.invalid },
    ...Object.entries(skipped).flatMap(([why, value]) => (value > 0 ? [{ word: `left out: ${why}`, value }] : [])),
  ]
  return (
    <Section title={articleCount === 1 ? 'Article' : countOf(articleCount, 'article')} aside={<Badge>{FORMATS[report.format]}</Badge>}>
      <ul className="flex flex-col gap-4">
        {articles.map((article) => (
          <li key={article.externalId} className="min-w-0">
            <h3 className="text-md font-[620] [overflow-wrap:anywhere]" dir="auto">
              {article.id === null ? article.title : <Link href={`/articles/${article.id}`}>{article.title}</Link>}
            </h3>
            <p className="text-sm text-ink-3">
              <span dir="auto">{article.author ?? 'Author not named'}</span> · {countOf(article.bodyParagraphs, 'paragraph')} ·{' '}
              {countOf(article.comments, 'comment')}
            </p>
          </li>
        ))}
      </ul>
      {articleCount > articles.length && (
        <p className="mt-3 text-sm text-ink-3">and {countOf(articleCount - articles.length, 'more article')}</p>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3 border-t border-line pt-4">
        {figures.map(({ word, value }) => (
          <div key={word} className="flex flex-col-reverse">
            <dt className="text-sm text-ink-3">{word}</dt>
            <dd data-figures className="text-lg font-[620]">
              {value.toLocaleString('en')}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Problems({ report }: { report: ImportReport }) {
  const { problems, problemCount, counts } = report
  const lost = hasAnything(report) ? 'The lines named here stay out; everything else comes in.' : 'Nothing else could be read.'
  const hint = counts.invalid > 0 ? lost : 'Nothing is lost, but look at these.'
  return (
    <Section title={countOf(problemCount, 'problem')} hint={hint}>
      <ul className="-my-1 max-h-72 divide-y divide-line overflow-y-auto" tabIndex={0} aria-label="Problems">
        {problems.slice(0, SHOWN_PROBLEMS).map(({ line, message }, at) => (
          <li key={at} className="flex gap-3 py-1.5">
            <span data-figures className="w-20 shrink-0 text-ink-3">
              line {line}
            </span>
            <span className="min-w-0 [overflow-wrap:anywhere]">{message}</span>
          </li>
        ))}
        {problemCount > SHOWN_PROBLEMS && (
          <li className="py-1.5 text-ink-3">and {countOf(problemCount - SHOWN_PROBLEMS, 'more problem')}: see the report</li>
        )}
      </ul>
    </Section>
  )
}

function Preview({ report: { preview } }: { report: ImportReport }) {
  const names = preview.some(({ author }) => author !== null)
    ? undefined
    : 'This file does not say who wrote them. They stay without a name.'
  return (
    <Section title="The first comments" {...(names === undefined ? {} : { hint: names })}>
      <ol className="-my-2 divide-y divide-line">
        {preview.map(({ author, excerpt, isReply }, at) => (
          <li key={at} className="py-2.5">
            {(author !== null || isReply) && (
              <p className="mb-0.5 flex items-center gap-2 text-sm text-ink-3">
                {author !== null && <bdi className="font-[560] text-ink-2">{author}</bdi>}
                {isReply && (
                  <span className="inline-flex items-center gap-1">
                    <CornerDownRight aria-hidden className="size-3.5" /> reply
                  </span>
                )}
              </p>
            )}
            <p dir="auto" className="line-clamp-4 whitespace-pre-line [overflow-wrap:anywhere]">
              {excerpt}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
