import Link from 'next/link'
import type { CommenterRecord } from '@/lib/contracts/queue'
import { ContextSection } from './context-section'
import { useNow } from './now'
import { formatDuration } from './time-words'

/** What the commenter's comments came to so far. */
export function ContextRecord({ record }: { record: CommenterRecord | null }) {
  const now = useNow()
  if (record === null) {
    return (
      <ContextSection title="Commenter">
        <p className="text-ink-2">The source does not say who wrote this.</p>
      </ContextSection>
    )
  }
  const figures: [number, string][] = [
    [record.comments, record.comments === 1 ? 'comment' : 'comments'],
    [record.approved, 'approved'],
    [record.rejected, 'rejected'],
    [record.uncivil, 'uncivil'],
    [record.offTopic, 'off-topic'],
    [record.lastWeek, 'this week'],
  ]
  return (
    <ContextSection
      title={
        <Link href={`/commenters/${record.id}`} prefetch={false} className="text-ink underline-offset-2 hover:underline">
          <bdi>{record.name}</bdi>
        </Link>
      }
      fact={`here for ${formatDuration(now - Date.parse(record.since))}`}
    >
      <dl className="flex flex-wrap justify-between gap-x-2 gap-y-2">
        {figures.map(([figure, word]) => (
          <div key={word} className="flex flex-col-reverse">
            <dt className="text-xs text-ink-2">{word}</dt>
            <dd data-figures className="text-lg leading-tight font-[620]">
              {figure.toLocaleString('en')}
            </dd>
          </div>
        ))}
      </dl>
    </ContextSection>
  )
}
