import Link from 'next/link'
import type { ImportRunResource } from '@/lib/contracts/import'
import { Badge } from '../ui/badge'
import { LocalTime } from '../ui/local-time'
import { useWords } from '../words/words-context'
import { describeState } from './words'

const TONES = { waiting: 'neutral', running: 'accent', done: 'green', failed: 'rose', stopped: 'amber' } as const

/** The last imports, to come back to. */
export function RunList({ runs }: { runs: ImportRunResource[] }) {
  const t = useWords('import')
  return (
    <section aria-labelledby="recent-imports">
      <h2 id="recent-imports" className="mb-2 text-md font-[620]">
        {t('recent')}
      </h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-panel">
        {runs.map((run) => (
          <li key={run.id} className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-2.5 hover:bg-sunk">
            <Link
              href={`/settings/import/${run.id}`}
              className="min-w-0 flex-1 basis-56 font-[560] [overflow-wrap:anywhere] text-ink no-underline after:absolute after:inset-0"
            >
              <bdi>{run.fileName}</bdi>
            </Link>
            <span className="text-sm text-ink-3 tabular-nums">
              {run.report ? t('comments', { count: run.report.counts.created + run.report.counts.updated }) : ''}
            </span>
            <span className="text-sm text-ink-3">
              <bdi>{run.startedBy}</bdi>, <LocalTime at={run.createdAt} />
            </span>
            <Badge tone={run.state === 'done' && run.isDryRun ? 'neutral' : TONES[run.state]}>{describeState(t, run)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}
