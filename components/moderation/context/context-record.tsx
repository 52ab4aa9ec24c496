import Link from 'next/link'
import type { CommenterRecord } from '@/lib/contracts/queue'
import { useFormats, useWords } from '../../words/words-context'
import { Badge } from '../../ui/badge'
import { ContextSection } from './context-section'
import { useNow } from '../now'
import { VoiceName } from '../voice-name'

/** What the commenter's comments came to so far. */
export function ContextRecord({ record }: { record: CommenterRecord | null }) {
  const t = useWords('context')
  const formats = useFormats()
  const now = useNow()
  if (record === null) {
    return (
      <ContextSection title={t('record.title')}>
        <p className="text-ink-2">{t('record.unknown')}</p>
      </ContextSection>
    )
  }
  const figures: [number, string][] = [
    [record.comments, t('record.comments')],
    [record.approved, t('record.approved')],
    [record.rejected, t('record.rejected')],
    [record.uncivil, t('record.uncivil')],
    [record.offTopic, t('record.offTopic')],
    [record.lastWeek, t('record.lastWeek')],
  ]
  return (
    <ContextSection
      title={
        <Link href={`/commenters/${record.id}`} prefetch={false} className="text-ink underline-offset-2 hover:underline">
          <VoiceName name={record.name} />
        </Link>
      }
      fact={t('record.since', { time: formats.duration(now - Date.parse(record.since)) })}
    >
      {record.hold !== null && (
        <Badge tone="amber" className="mb-2">
          {t('finding.commenter_held')}
        </Badge>
      )}
      <dl className="grid grid-cols-3 gap-x-2 gap-y-2">
        {figures.map(([figure, word]) => (
          <div key={word} className="flex flex-col-reverse justify-end">
            <dt className="text-xs leading-tight text-ink-2">{word}</dt>
            <dd data-figures className="text-lg leading-tight font-[620]">
              {formats.number(figure)}
            </dd>
          </div>
        ))}
      </dl>
    </ContextSection>
  )
}
