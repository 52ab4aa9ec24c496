import Link from 'next/link'
import type { AuditEntry } from '@/lib/contracts/settings'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { LocalTime } from '../ui/local-time'

interface AuditListProps {
  entries: AuditEntry[]
  /** Where the next page begins; null on the last. */
  older: string | null
  isFirst: boolean
}

/** Changes to what lets others in, one a line. */
export function AuditList({ entries, older, isFirst }: AuditListProps) {
  if (entries.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-panel">
        <EmptyState kind="nothing-yet" title="Nothing has been changed yet">
          Made keys, new people and the like will stand here.
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <ol aria-label="Changes" className="divide-y divide-line rounded-lg border border-line bg-panel">
        {entries.map(({ id, actorName, words, subjectName, at }) => (
          <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 px-4 py-2.5">
            <p className="min-w-0 flex-1 basis-64 [overflow-wrap:anywhere]">
              <bdi className="font-[560]">{actorName}</bdi> <span className="text-ink-2">{words}</span> <bdi>{subjectName}</bdi>
            </p>
            <span className="text-sm text-ink-3 tabular-nums">
              <LocalTime at={at} />
            </span>
          </li>
        ))}
      </ol>
      <div className="mt-4 flex gap-2">
        {!isFirst && (
          <Button asChild>
            <Link href="/settings/audit">Newest</Link>
          </Button>
        )}
        {older !== null && (
          <Button asChild>
            <Link href={`/settings/audit?before=${older}`}>Older</Link>
          </Button>
        )}
      </div>
    </>
  )
}
