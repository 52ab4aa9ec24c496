'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { AlertLines, AlertPreview as Preview } from '@/lib/contracts/alert'
import type { AlertMeasure } from '@/lib/domain/alerts'
import { Facts } from '../ui/facts'
import { LocalTime } from '../ui/local-time'
import { useFormats, useWords } from '../words/words-context'
import { Section } from './section'

const MEASURES: readonly AlertMeasure[] = ['rate', 'uncivil', 'off_topic']
/** So long after the last key. */
const PAUSE_MS = 350

/** What lines that are being edited would have raised in the last days. */
export function AlertPreview({ lines }: { lines: AlertLines }) {
  const t = useWords('alerts')
  const asked = useSettled(toSearch(lines), PAUSE_MS)
  const { data, isError, isFetching } = useQuery({
    queryKey: ['alert-preview', asked],
    queryFn: () => fetchPreview(asked),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return (
    <Section title={t('preview')} hint={t('preview.hint')}>
      <div role="status" className={isFetching ? 'opacity-60' : ''}>
        {isError ? (
          <p className="text-rose">{t('preview.failed')}</p>
        ) : data ? (
          <Sums preview={data} />
        ) : (
          <p className="text-ink-3">{t('preview.reading')}</p>
        )}
      </div>
      {data && !isError && data.latest.length > 0 && <Latest latest={data.latest} />}
    </Section>
  )
}

function Sums({ preview: { days, raised, articles } }: { preview: Preview }) {
  const t = useWords('alerts')
  const formats = useFormats()
  const total = raised.rate + raised.uncivil + raised.off_topic
  if (total === 0) return <p>{t('preview.none', { count: days })}</p>
  const parts = MEASURES.filter((measure) => raised[measure] > 0).map((measure) => t(`preview.${measure}`, { number: raised[measure] }))
  return (
    <p>
      <b className="font-[580]">
        {t('preview.raised', {
          count: days,
          alerts: t('preview.alerts', { count: total }),
          articles: t('preview.articles', { count: articles }),
        })}
      </b>{' '}
      <span className="text-ink-2">{formats.list(parts)}</span>
    </p>
  )
}

function Latest({ latest }: { latest: Preview['latest'] }) {
  const t = useWords('alerts')
  const formats = useFormats()
  const write = (measure: AlertMeasure, value: number) => (measure === 'rate' ? formats.number(Math.round(value)) : formats.percent(value))
  return (
    <ul className="mt-2">
      {latest.map(({ article, measure, value, at, times }) => (
        <li key={`${article.id} ${measure} ${at}`} className="border-t border-line py-1.5">
          <Link
            href={`/articles/${article.id}`}
            dir="auto"
            className="block min-h-6 text-start [overflow-wrap:anywhere] text-ink underline decoration-line-strong underline-offset-3"
          >
            {article.title}
          </Link>
          <Facts className="text-sm text-ink-3">
            {t(`value.${measure}`, { value: write(measure, value) })}
            <LocalTime at={at} look="hour" />
            {times > 1 && t('preview.times', { count: times })}
          </Facts>
        </li>
      ))}
    </ul>
  )
}

function toSearch({ ratePerHour, uncivilShare, offTopicShare, leastComments }: AlertLines): string {
  const asked = { ratePerHour, uncivilShare, offTopicShare, leastComments }
  return new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))).toString()
}

async function fetchPreview(search: string): Promise<Preview> {
  const answer = await fetch(`/api/v1/settings/alerts/preview?${search}`, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`The preview was answered with ${answer.status}`)
  return (await answer.json()) as Preview
}

/** A value once it has rested for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
