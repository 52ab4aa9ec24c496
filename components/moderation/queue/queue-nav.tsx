import { memo } from 'react'
import type { QueueCounts } from '@/lib/contracts/queue'
import { QUEUES, type Queue } from '@/lib/domain/queues'
import { joinClasses } from '../../ui/class-names'
import type { Formats } from '../../words/formats'
import { useCurrentInSight } from '../../ui/use-current-in-sight'
import { useFormats, useWords } from '../../words/words-context'

interface QueueNavProps {
  queue: Queue
  counts: QueueCounts | undefined
  onChoose: (queue: Queue) => void
}

/** The queues with their counts: a column beside the list, a strip above it where there is no room. */
export const QueueNav = memo(DrawnNav)

function DrawnNav({ queue, counts, onChoose }: QueueNavProps) {
  const t = useWords('queue')
  const glossary = useWords('glossary')
  const formats = useFormats()
  const strip = useCurrentInSight<HTMLElement>(queue)
  return (
    <nav ref={strip} aria-label={t('queues')} className="max-lg:scroll-strip max-lg:-mx-2 max-lg:min-w-0 max-lg:flex-1">
      <ul className="flex gap-0.5 max-lg:w-max max-lg:px-3 max-lg:py-1 lg:flex-col">
        {QUEUES.map((name) => {
          const isHere = name === queue
          return (
            <li key={name} className="shrink-0">
              <a
                href={`?queue=${name}`}
                title={glossary(`queueHint.${name}`)}
                aria-current={isHere ? 'true' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  onChoose(name)
                }}
                className={joinClasses(
                  'flex h-8 items-center justify-between gap-2 rounded-md px-2.5 whitespace-nowrap no-underline pointer-coarse:h-11',
                  isHere ? 'bg-accent-soft font-[580] text-accent' : 'text-ink-2 hover:bg-sunk hover:text-ink',
                )}
              >
                {glossary(`queue.${name}`)}
                <span data-figures className={joinClasses('text-sm font-normal', isHere ? 'text-accent' : 'text-ink-3')}>
                  {counts === undefined ? '' : `${formatCount(formats, counts[name])}${counts.capped.includes(name) ? '+' : ''}`}
                </span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** 9,999 and above in thousands, so that the column stays narrow. */
function formatCount(formats: Formats, count: number): string {
  return count < 10_000 ? formats.number(count) : formats.number(Math.floor(count / 1000) * 1000, { notation: 'compact' })
}
