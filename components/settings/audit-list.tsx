import Link from 'next/link'
import type { ReactNode } from 'react'
import type { AuditEntry, AuditQuery } from '@/lib/contracts/audit'
import { isAuditAct } from '@/lib/domain/audit'
import { VoiceName } from '../moderation/voice-name'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'
import { makeFormats } from '../words/formats'
import type { Words } from '../words/rooms'
import { auditAddress } from './audit-address'

interface AuditListProps {
  t: Words<'audit'>
  entries: AuditEntry[]
  /** Where the next page begins; null on the last. */
  older: string | null
  query: AuditQuery
}

/** Changes to what lets others in, one a line. */
export function AuditList({ t, entries, older, query }: AuditListProps) {
  const { before, ...filters } = query
  if (entries.length === 0) {
    const isNarrow = Object.values(query).some((value) => value !== undefined)
    const toAll = (
      <Button asChild>
        <Link href="/settings/audit">{t('showAll')}</Link>
      </Button>
    )
    return (
      <div className="rounded-lg border border-line bg-panel">
        {isNarrow ? (
          <EmptyState kind="filtered" title={t('noMatch')} next={toAll}>
            {t('noMatchWhy')}
          </EmptyState>
        ) : (
          <EmptyState kind="nothing-yet" title={t('none')}>
            {t('noneWhy')}
          </EmptyState>
        )}
      </div>
    )
  }
  return (
    <>
      <ol aria-label={t('list')} className="divide-y divide-line rounded-lg border border-line bg-panel">
        {entries.map(({ id, at, ...entry }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 px-4 py-2.5">
            <p className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere] text-ink-2">{describe(t, entry)}</p>
            <span className="text-sm text-ink-3 tabular-nums">
              <LocalTime at={at} />
            </span>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex gap-2">
        {before !== undefined && (
          <Button asChild>
            <Link href={auditAddress(filters)}>{t('newest')}</Link>
          </Button>
        )}
        {older !== null && (
          <Button asChild>
            <Link href={auditAddress({ ...filters, before: older })}>{t('older')}</Link>
          </Button>
        )}
      </div>
    </>
  )
}

function describe(t: Words<'audit'>, { actorName, act, subjectName, stop }: Omit<AuditEntry, 'id' | 'at'>): ReactNode {
  const names = {
    who: (
      <bdi key="who" className="font-[560] text-ink">
        {actorName}
      </bdi>
    ),
    // It may be what a commenter calls themselves.
    what: subjectName === '' ? t('erased') : <VoiceName key="what" name={subjectName} className="text-ink" />,
  }
  if (act === 'rule.stop' && stop !== null) {
    const { wrong, of, limit } = stop
    const formats = makeFormats(t.language)
    const figures = { wrong: formats.number(wrong), of: formats.number(of), limit: formats.percent(limit) }
    return [...t.parts('act.rule.stop', names), ' ', t(`stopped.${stop.by}`, figures)]
  }
  // An act that this version does not know is told as it is stored.
  return isAuditAct(act) ? t.parts(`act.${act}`, names) : t.parts('act.unknown', { ...names, act: <bdi key="act">{act}</bdi> })
}
