import type { Metadata } from 'next'
import Link from 'next/link'
import { Suspense } from 'react'
import { isEmpty, readReportVoice, type ReportVoice } from '@/components/transparency/figure-words'
import { PeriodChoice } from '@/components/transparency/period-choice'
import { ReportView } from '@/components/transparency/report-view'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { EmptyState } from '@/components/ui/empty-state'
import { PageFrame } from '@/components/ui/page-frame'
import { PageHeader } from '@/components/ui/page-header'
import { readWords } from '@/components/words/page-words'
import { findPageLanguage } from '@/lib/auth/page-language'
import { requirePageActor } from '@/lib/auth/page-actor'
import { addressPeriod, listPeriods, type ReportingPeriod } from '@/lib/domain/reporting-period'
import type { Context } from '@/lib/services/context'
import { createContext } from '@/lib/services/create-context'
import { findPeriod, hasComments, readTransparency } from '@/lib/services/transparency/read'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords(await findPageLanguage(), 'transparency'))('title') }
}

const FILES = ['page', 'csv', 'json'] as const

export default async function TransparencyPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const ctx = createContext(await requirePageActor())
  const language = await findPageLanguage()
  const voice = await readReportVoice(language)
  const { t } = voice
  const { period, isAsked } = findPeriod(await searchParams, ctx.now())
  return (
    <PageFrame holds="column">
      <PageHeader
        title={t('title')}
        above={<Link href="/overview">{(await readWords(language, 'newsroom'))('overview')}</Link>}
        description={t('about')}
      >
        {FILES.map((file) => (
          <Button key={file} asChild look={file === 'page' ? 'solid' : 'plain'} size="sm">
            <a href={addressFile(file, period)} download={file === 'json' ? `transparency-${period.from}-${period.to}.json` : ''}>
              {t(`take.${file}`)}
            </a>
          </Button>
        ))}
      </PageHeader>
      <PeriodChoice t={t} periods={listPeriods(ctx.now())} current={period} />
      {!isAsked && (
        <Callout tone="warning" className="mb-5">
          {t('period.wrong')}
        </Callout>
      )}
      <Suspense
        key={addressPeriod(period)}
        fallback={
          <p role="status" className="py-14 text-center text-ink-2">
            {t('counting')}
          </p>
        }
      >
        <Report ctx={ctx} voice={voice} period={period} />
      </Suspense>
    </PageFrame>
  )
}

/** It may take some seconds: the rest of the page is there meanwhile. */
async function Report({ ctx, voice, period }: { ctx: Context; voice: ReportVoice; period: ReportingPeriod }) {
  const { t } = voice
  const report = await readTransparency(ctx, period.name === null ? { from: period.from, to: period.to } : { period: period.name })
  if (!isEmpty(report)) return <ReportView voice={voice} report={report} />
  const kind = (await hasComments(ctx)) ? 'filtered' : 'yet'
  return (
    <EmptyState kind={kind === 'yet' ? 'nothing-yet' : 'filtered'} title={t(`none.${kind}`)}>
      {t(`none.${kind}.why`)}
    </EmptyState>
  )
}

function addressFile(file: (typeof FILES)[number], period: ReportingPeriod): string {
  if (file === 'json') return `/api/v1/transparency?${addressPeriod(period)}`
  return `/overview/transparency/file?${addressPeriod(period)}&format=${file === 'page' ? 'html' : 'csv'}`
}
