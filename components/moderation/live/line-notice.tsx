import { CloudOff, RefreshCw } from 'lucide-react'
import { useWords } from '../../words/words-context'
import type { Live } from './use-live'

/** Says when the line to the server is broken, and what became of the decisions made meanwhile. */
export function LineNotice({ live, held }: { live: Live; held: number }) {
  const t = useWords('queue')
  if (held === 0 && live.line !== 'lost' && live.line !== 'stale') return null
  const isHeld = held > 0
  return (
    <p role="status" className="flex items-center gap-2 border-b border-line bg-amber-soft px-4 py-1.5 text-sm text-amber">
      {isHeld ? <CloudOff aria-hidden className="size-4 shrink-0" /> : <RefreshCw aria-hidden className="size-4 shrink-0" />}
      {isHeld ? t('line.held', { count: held }) : t('line.broken')}
    </p>
  )
}
