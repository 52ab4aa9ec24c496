import type { Metadata } from 'next'
import Link from 'next/link'
import { ExportMenu, type ExportFile } from '@/components/articles/export-menu'
import { LiveFigures } from '@/components/articles/live-figures'
import { DayRange } from '@/components/newsroom/day-range'
import { OverviewView } from '@/components/newsroom/overview-view'
import { Button } from '@/components/ui/button'
import { PageFrame } from '@/components/ui/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { PageWords, readWords } from '@/components/words/page-words'
import type { Words } from '@/components/words/rooms'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { OverviewQuery } from '@/lib/contracts/compare'
import { can } from '@/lib/domain/actor'
import { createContext } from '@/lib/services/create-context'
import { readOverview } from '@/lib/services/newsroom/overview'
import { readWorkload } from '@/lib/services/newsroom/workload'
import { countQueues } from '@/lib/services/queue/count'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'newsroom'))('overview') }
}

const DAY = 86_400_000
const MOST_DAYS = 92

export default async function OverviewPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = createContext(await requirePageActor())
  const language = await findPageLanguage()
  const t = await readWords(language, 'newsroom')
  const today = ctx.now().toISOString().slice(0, 10)
  const query = readRange(await searchParams, today)
  const [overview, workload] = await Promise.all([readOverview(ctx, query), can(ctx.actor, 'lead') ? readWorkload(ctx, query) : null])
  const isNew = overview.whole.comments === 0 && (await countQueues(ctx, {})).newest === 0
  return (
    <PageFrame holds="table" className="print-sheet">
      <PageHeader title={t('overview')} description={t('overview.words')}>
        <Button asChild>
          <Link href="/overview/transparency">{t('toTransparency')}</Link>
        </Button>
        <div className="print:hidden">
          <ExportMenu files={listFiles(t, query, workload !== null)} />
        </div>
      </PageHeader>
      <LiveFigures pauseMs={10_000} />
      <PageWords language={language} rooms={['newsroom', 'discussion']}>
        {!isNew && <DayRange path="/overview" from={query.from} to={query.to} today={today} />}
        <OverviewView overview={overview} workload={workload} isNew={isNew} canConnect={can(ctx.actor, 'configure')} />
      </PageWords>
    </PageFrame>
  )
}

/** The days of the address; the last fourteen when it names none, or none that can be shown. */
function readRange(asked: Record<string, string | string[] | undefined>, today: string): OverviewQuery {
  const query = OverviewQuery.safeParse(asked)
  const days = query.success ? (Date.parse(query.data.to) - Date.parse(query.data.from)) / DAY : -1
  if (query.success && days >= 0 && days < MOST_DAYS) return query.data
  return { from: new Date(Date.parse(today) - 13 * DAY).toISOString().slice(0, 10), to: today }
}

/** The tables of the page, those about people for leads only. */
function listFiles(t: Words<'newsroom'>, { from, to }: { from: string; to: string }, isLead: boolean): ExportFile[] {
  const tables = [
    { name: 'sections', path: 'overview', table: '' },
    { name: 'articles', path: 'overview', table: '&table=articles' },
    { name: 'days', path: 'overview', table: '&table=days' },
    ...(isLead ? [{ name: 'people', path: 'workload', table: '' } as const] : []),
  ] as const
  return tables.map(({ name, path, table }) => ({ word: t(`file.${name}`), href: `/api/v1/desk/${path}?from=${from}&to=${to}${table}` }))
}
