'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { Suspense, use } from 'react'
import type { QueuePage } from '@/lib/contracts/queue'
import { OPERATORS } from '@/lib/domain/search/terms'
import { CommentLine } from '../moderation/comment-line'
import { NowProvider } from '../moderation/now'
import { SearchBox } from '../moderation/queue/search-box'
import { useFormats, useWords } from '../words/words-context'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { PageFrame } from '../ui/page-frame'
import { PageHeader } from '../ui/page-header'
import { excerptFound } from './highlight'

interface SearchViewProps {
  q: string
  /** Null while nothing is asked. */
  page: QueuePage | null
  /** Whether the site has no comment at all. */
  isBare: boolean
  /** How many there are, which is known later; null where there is nothing to count. */
  found: Promise<Found> | null
  isFirst: boolean
  canDecide: boolean
  /** Whether who looks may make a rule of what is searched for. */
  canMakeRule: boolean
}

interface Found {
  count: number
  /** Whether there are more than were counted. */
  isCapped: boolean
}

/** Every comment of the site, found by its words and by what is known of it. */
export function SearchView({ q, page, isBare, found, isFirst, canDecide, canMakeRule }: SearchViewProps) {
  const t = useWords('search')
  const router = useRouter()
  return (
    <PageFrame holds="column">
      <PageHeader title={t('title')} description={t('description')}>
        {page !== null && canMakeRule && (
          <Button look="quiet" asChild>
            <Link href={`/settings/rules?condition=${encodeURIComponent(q)}`}>{t('makeRule')}</Link>
          </Button>
        )}
        {page !== null && page.rows.length > 0 && (
          <Button asChild>
            <Link href={`/queue?queue=newest&q=${encodeURIComponent(q)}`}>{t(canDecide ? 'decide' : 'open')}</Link>
          </Button>
        )}
      </PageHeader>
      <SearchBox value={q} onSearch={(next) => router.push(`/search?q=${encodeURIComponent(next)}`)} className="mb-5 md:hidden" />
      {found !== null && (
        <p role="status" className="mb-2 min-h-5 text-sm text-ink-3">
          <Suspense fallback={null}>
            <FoundCount found={found} />
          </Suspense>
        </p>
      )}
      {page === null ? <Help /> : <Results {...{ q, page, isBare, isFirst }} />}
    </PageFrame>
  )
}

function FoundCount({ found }: { found: Promise<Found> }) {
  const t = useWords('search')
  const formats = useFormats()
  const { count, isCapped } = use(found)
  return t('count', { count, total: `${formats.number(count)}${isCapped ? '+' : ''}` })
}

function Results({ q, page, isBare, isFirst }: Pick<SearchViewProps, 'q' | 'isBare' | 'isFirst'> & { page: QueuePage }) {
  const t = useWords('search')
  if (page.rows.length === 0) return <div className="rounded-lg border border-line bg-panel">{isBare ? <Nothing /> : <NoMatch />}</div>
  const address = `/search?q=${encodeURIComponent(q)}`
  return (
    <NowProvider serverNow={page.now}>
      <ul aria-label={t('found')} className="divide-y divide-line rounded-lg border border-line bg-panel">
        {page.rows.map((row) => (
          <CommentLine key={row.id} row={row} found={excerptFound(row.body, q)} />
        ))}
      </ul>
      <div className="mt-4 flex gap-2">
        {!isFirst && (
          <Button asChild>
            <Link href={address}>{t('newest')}</Link>
          </Button>
        )}
        {page.nextCursor !== null && (
          <Button asChild>
            <Link href={`${address}&cursor=${page.nextCursor}`}>{t('older')}</Link>
          </Button>
        )}
      </div>
    </NowProvider>
  )
}

function Nothing() {
  const t = useWords('search')
  return (
    <EmptyState kind="nothing-yet" title={t('nothing')}>
      {t('nothingWhy')}
    </EmptyState>
  )
}

function NoMatch() {
  const t = useWords('search')
  return (
    <EmptyState kind="filtered" title={t('none')}>
      {t.parts('hint', {
        example: (
          <code key="example" dir="ltr">
            tram*
          </code>
        ),
      })}
    </EmptyState>
  )
}

function Help() {
  const t = useWords('search')
  const desk = useWords('desk')
  return (
    <section aria-label={t('what')} className="rounded-lg border border-line bg-panel px-4 py-3">
      <p className="text-ink-2">
        {t.parts('how', { phrase: <code key="phrase">{t('phrase')}</code>, without: <code key="without">{t('without')}</code> })}
      </p>
      <dl className="mt-3 grid gap-x-8 sm:grid-cols-2">
        {OPERATORS.map((operator) => (
          <div key={operator.name} className="flex items-baseline justify-between gap-4 border-b border-line py-1.5">
            <dt>
              <Link
                href={`/search?q=${encodeURIComponent(operator.example)}`}
                prefetch={false}
                dir="ltr"
                className="font-mono text-sm whitespace-nowrap text-accent hover:underline"
              >
                {operator.example}
              </Link>
            </dt>
            <dd className="text-end text-sm text-ink-2">{desk(`means.${operator.name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
