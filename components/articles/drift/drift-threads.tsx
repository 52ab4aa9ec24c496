import { Button } from '../../ui/button'
import { countOf } from '../figure-words'
import { listDriftingThreads, type DriftingThread } from './drift-data'
import { DRIFT_WORDS } from './drift-words'
import type { Drift } from './use-drift'

const MOST = 5

/** The threads to look at, each of which fills the map when it is chosen. */
export function DriftThreads({ drift, onOpen }: { drift: Drift; onOpen: (thread: string) => void }) {
  const threads = listDriftingThreads(drift.map, drift.tops, MOST)
  if (threads.length === 0) return null
  return (
    <div className="mt-3 print:hidden">
      <h3 className="text-sm font-[560]">{DRIFT_WORDS.drifting}</h3>
      <ul className="mt-1 flex flex-wrap gap-1.5">
        {threads.map((thread) => (
          <li key={thread.id} className="max-w-full">
            <Button
              size="sm"
              aria-pressed={drift.view.thread === thread.id}
              onClick={() => onOpen(thread.id)}
              className="max-w-full aria-pressed:border-accent aria-pressed:bg-accent-soft"
            >
              <bdi className="truncate">{thread.commenterName ?? 'unknown author'}</bdi>
              <span className="font-normal text-ink-3">{describeThread(thread)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function describeThread({ comments, offTopic, uncivil }: DriftingThread): string {
  const parts = [offTopic > 0 && `${offTopic} off-topic`, uncivil > 0 && `${uncivil} uncivil`].filter((part) => part !== false)
  return `${countOf(comments, 'comment')}: ${parts.join(', ')}`
}
