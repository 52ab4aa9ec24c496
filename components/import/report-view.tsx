import { CornerDownRight } from 'lucide-react'
import Link from 'next/link'
import type { ImportReport } from '@/lib/contracts/import'
import { SKIP_REASONS } from '@/lib/domain/skip-reasons'
import { CommentText } from '../moderation/comment-text'
import { Badge } from '../ui/badge'
import { Facts } from '../ui/facts'
import { LocalTime } from '../ui/local-time'
import { Section } from '../settings/section'
import { useFormats, useWords } from '../words/words-context'

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
  const t = useWords('import')
  const formats = useFormats()
  const { counts, skipped, replies, quoteLinks, articles, articleCount } = report
  const figures = [
    { word: t('figure.new'), value: counts.created },
    { word: t('figure.changed'), value: counts.updated },
    { word: t('figure.here'), value: counts.unchanged + counts.stale },
    ...(replies === undefined ? [] : [{ word: t('figure.replies'), value: replies }]),
    ...(quoteLinks > 0 ? [{ word: t('figure.linked'), value: quoteLinks }] : []),
    { word: t('figure.unreadable'), value: counts.invalid },
    ...SKIP_REASONS.flatMap((why) => (skipped[why] > 0 ? [{ word: t(`skipped.${why}`), value: skipped[why] }] : [])),
  ]
  return (
    <Section
      title={articleCount === 1 ? t('article') : t('articles', { count: articleCount })}
      aside={<Badge>{t(`format.${report.format}`)}</Badge>}
    >
      <ul className="flex flex-col gap-4">
        {articles.map((article) => (
          <li key={article.externalId} className="min-w-0">
            <h3 className="text-md font-[620] [overflow-wrap:anywhere]" dir="auto">
              {article.id === null ? article.title : <Link href={`/articles/${article.id}`}>{article.title}</Link>}
            </h3>
            <Facts className="block text-sm text-ink-3">
              {article.author === null ? t('noAuthor') : <bdi>{article.author}</bdi>}
              {t('paragraphs', { count: article.bodyParagraphs })}
              {t('comments', { count: article.comments })}
            </Facts>
          </li>
        ))}
      </ul>
      {articleCount > articles.length && (
        <p className="mt-3 text-sm text-ink-3">{t('moreArticles', { count: articleCount - articles.length })}</p>
      )}
      <dl className="mt-4 flex flex-wrap gap-x-8 gap-y-3 border-t border-line pt-4">
        {figures.map(({ word, value }) => (
          <div key={word} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-ink-3">{word}</dt>
            <dd data-figures className="text-lg font-[620]">
              {formats.number(value)}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function Problems({ report }: { report: ImportReport }) {
  const t = useWords('import')
  const { problems, problemCount, counts } = report
  const lost = t(hasAnything(report) ? 'problemsLost' : 'problemsAll')
  const hint = counts.invalid > 0 ? lost : t('problemsLook')
  return (
    <Section title={t('problems', { count: problemCount })} hint={hint}>
      <ul className="-my-1 max-h-72 divide-y divide-line overflow-y-auto" tabIndex={0} aria-label={t('problemList')}>
        {problems.slice(0, SHOWN_PROBLEMS).map(({ line, message }, at) => (
          <li key={at} className="flex gap-3 py-1.5">
            <span data-figures className="w-20 shrink-0 text-ink-3">
              {t('problemLine', { line: String(line) })}
            </span>
            <span lang="en" dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
              {message}
            </span>
          </li>
        ))}
        {problemCount > SHOWN_PROBLEMS && (
          <li className="py-1.5 text-ink-3">{t('moreProblems', { count: problemCount - SHOWN_PROBLEMS })}</li>
        )}
      </ul>
    </Section>
  )
}

function Preview({ report: { preview } }: { report: ImportReport }) {
  const t = useWords('import')
  const names = preview.some(({ author }) => author !== null) ? undefined : t('firstNameless')
  return (
    <Section title={t('first')} {...(names === undefined ? {} : { hint: names })}>
      <ol className="-my-2 divide-y divide-line">
        {preview.map(({ author, excerpt, isReply, postedAt }, at) => (
          <li key={at} className="py-2.5">
            {(author !== null || isReply || typeof postedAt === 'string') && (
              <p className="mb-0.5 flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
                {author !== null && <bdi className="min-w-0 font-[560] [overflow-wrap:anywhere] text-ink-2">{author}</bdi>}
                {isReply && (
                  <span className="inline-flex items-center gap-1">
                    <CornerDownRight aria-hidden className="size-3.5" /> {t('reply')}
                  </span>
                )}
                {typeof postedAt === 'string' && <LocalTime at={postedAt} />}
              </p>
            )}
            <CommentText text={excerpt} lines={4} />
          </li>
        ))}
      </ol>
    </Section>
  )
}
