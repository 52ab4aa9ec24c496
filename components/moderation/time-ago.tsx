import { useNow } from './now'
import { formatAgo, formatInstant } from './time-words'

/** How long ago, with the exact time in the reader's own zone on hover (the server, in its own zone, may write another). */
export function TimeAgo({ at, before, className }: { at: string; before?: string; className?: string }) {
  const now = useNow()
  return (
    <time dateTime={at} title={formatInstant(at)} suppressHydrationWarning className={className}>
      {before}
      {formatAgo(at, now)}
    </time>
  )
}
