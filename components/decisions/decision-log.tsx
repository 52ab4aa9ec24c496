'use client'

import { Download } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { DecisionLogPage, DecisionLogQuery } from '@/lib/contracts/decision-log'
import { NowProvider } from '../moderation/now'
import type { Viewer } from '../moderation/viewer'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { PageFrame } from '../ui/page-frame'
import { PageHeader } from '../ui/page-header'
import { useWords } from '../words/words-context'
import { DecisionLine } from './decision-line'
import { LogFilters } from './log-filters'

interface DecisionLogProps {
  viewer: Viewer
  query: DecisionLogQuery
  page: DecisionLogPage
  people: { id: string; name: string }[]
  now: string
}

/** Who did what, when and why, and the way back. */
export function DecisionLog({ viewer, query, page, people, now }: DecisionLogProps) {
  const t = useWords('decisions')
  const router = useRouter()
  const { cursor, limit: _limit, ...filters } = query
  const address = (change: Partial<DecisionLogQuery>, path = '/decisions') => {
    const search = new URLSearchParams(
      Object.entries({ ...filters, ...change }).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
    )
    return `${path}?${search.toString()}`
  }
  const isFiltered = Object.values(filters).some((value) => value !== undefined)
  return (
    <NowProvider serverNow={now}>
      <PageFrame holds="column">
        <PageHeader title={t('title')} description={t('description')}>
          <Button asChild>
            <a href={`${address({}, '/api/v1/desk/decisions')}&format=csv`} download>
              <Download aria-hidden /> CSV
            </a>
          </Button>
        </PageHeader>
        <LogFilters filters={filters} people={people} onChange={(change) => router.push(address(change))} />
        {page.decisions.length === 0 ? (
          <div className="rounded-lg border border-line bg-panel">
            <EmptyState
              kind={isFiltered ? 'filtered' : 'nothing-yet'}
              title={isFiltered ? t('none') : t('nobody')}
              {...(isFiltered ? { next: <Button onClick={() => router.push('/decisions')}>{t('showAll')}</Button> } : {})}
            />
          </div>
        ) : (
          <ol aria-label={t('title')} className="divide-y divide-line rounded-lg border border-line bg-panel">
            {page.decisions.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} viewer={viewer} onBatch={(batch) => router.push(address({ batch }))} />
            ))}
          </ol>
        )}
        <div className="mt-4 flex gap-2">
          {cursor !== undefined && (
            <Button asChild>
              <Link href={address({})}>{t('latest')}</Link>
            </Button>
          )}
          {page.nextCursor !== null && (
            <Button asChild>
              <Link href={address({ cursor: page.nextCursor })}>{t('older')}</Link>
            </Button>
          )}
        </div>
      </PageFrame>
    </NowProvider>
  )
}
