'use client'

import Link from 'next/link'
import type { Health, HealthLine, HealthWork } from '@/lib/contracts/health'
import { Badge } from '../ui/badge'
import { LocalTime } from '../ui/local-time'
import { useFormats, useWords } from '../words/words-context'
import { Section } from './section'

/** Where more is said of it, and something can be done. */
const PLACES: Partial<Record<HealthWork, string>> = {
  scorers: '/settings/scorers',
  webhooks: '/settings/webhooks',
  imports: '/settings/import',
}

/** What is done in the background and whether it gets done, the recounts of the figures, the database. */
export function HealthView({ health: { lines, recount, database } }: { health: Health }) {
  const t = useWords('health')
  const formats = useFormats()
  return (
    <div className="flex flex-col gap-4">
      <Section title={t('work')} hint={t('workWhy')}>
        <ul aria-label={t('work')} className="-my-2 divide-y divide-line">
          {lines.map((line) => (
            <WorkLine key={line.work} line={line} />
          ))}
        </ul>
      </Section>
      <Section title={t('figures')}>
        {recount === null ? (
          <p className="text-ink-2">{t('figures.none')}</p>
        ) : (
          <>
            <p>
              {recount.wrong === 0
                ? t('figures.right', { count: recount.articles })
                : t('figures.wrong', { count: recount.articles, wrong: formats.number(recount.wrong) })}
            </p>
            <p className="text-sm text-ink-3">{t.parts('figures.last', { time: <LocalTime key="time" at={recount.at} /> })}</p>
          </>
        )}
      </Section>
      <Section title={t('database')}>
        <p>
          {t.parts('database.is', {
            version: <bdi key="version">{database.version}</bdi>,
            size: <bdi key="size">{formats.bytes(database.bytes)}</bdi>,
          })}
        </p>
      </Section>
    </div>
  )
}

function WorkLine({ line: { work, waiting, since, failed } }: { line: HealthLine }) {
  const t = useWords('health')
  const place = PLACES[work]
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-2">
      {place === undefined ? (
        <span>{t(`work.${work}`)}</span>
      ) : (
        <Link href={place} className="underline decoration-line-strong underline-offset-2 hover:decoration-current">
          {t(`work.${work}`)}
        </Link>
      )}
      <span className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
        {since !== null && <span>{t.parts('since', { time: <LocalTime key="time" at={since} /> })}</span>}
        {failed > 0 && <Badge tone="rose">{t('failed', { count: failed })}</Badge>}
        {waiting > 0 ? (
          <Badge tone="accent">{t('waiting', { count: waiting })}</Badge>
        ) : (
          failed === 0 && <Badge tone="green">{t('idle')}</Badge>
        )}
      </span>
    </li>
  )
}
