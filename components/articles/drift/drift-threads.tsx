import { Button } from '../../ui/button'
import { useWords } from '../../words/words-context'
import { useFigures } from '../use-figures'
import { listDriftingThreads } from './drift-data'
import { describeStray } from './drift-words'
import type { Drift } from './use-drift'
import { VoiceName } from '../../moderation/voice-name'

const MOST = 5

/** The threads to look at, each of which fills the map when it is chosen. */
export function DriftThreads({ drift, onOpen }: { drift: Drift; onOpen: (thread: string) => void }) {
  const t = useWords('discussion')
  const say = useFigures()
  const threads = listDriftingThreads(drift.map, drift.tops, MOST)
  if (threads.length === 0) return null
  return (
    <div className="mt-3 print:hidden">
      <h3 className="text-sm font-[560]">{t(drift.map.isWhole ? 'drift.drifting' : 'drift.latest')}</h3>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {threads.map((thread) => (
          <li key={thread.id} className="max-w-full">
            <Button
              size="sm"
              aria-pressed={drift.view.thread === thread.id}
              onClick={() => onOpen(thread.id)}
              className="max-w-full max-sm:h-auto max-sm:flex-wrap max-sm:justify-start max-sm:gap-y-0 max-sm:py-1 aria-pressed:border-accent aria-pressed:bg-accent-soft"
            >
              <VoiceName name={thread.commenterName} className="truncate" />
              <span className="font-normal text-ink-3 max-sm:text-start max-sm:whitespace-normal">
                {t('drift.thread', { comments: say.t('comments', { count: thread.comments }), parts: describeStray(t, say, thread) })}
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
