import { CheckCheck, FilterX, Inbox } from 'lucide-react'
import type { ReactNode } from 'react'
import { joinClasses } from './class-names'

/** Which of the three emptinesses it is: nothing has arrived yet, everything is done, or the filter hides what there is. */
type Emptiness = 'nothing-yet' | 'all-done' | 'filtered'

const LOOKS = {
  'nothing-yet': { Icon: Inbox, tone: 'bg-sunk text-ink-2' },
  'all-done': { Icon: CheckCheck, tone: 'bg-green-soft text-green' },
  filtered: { Icon: FilterX, tone: 'bg-amber-soft text-amber' },
} as const

interface EmptyStateProps {
  kind: Emptiness
  title: string
  children?: ReactNode
  /** One button or link that leads on. */
  next?: ReactNode
  className?: string
}

export function EmptyState({ kind, title, children, next, className }: EmptyStateProps) {
  const { Icon, tone } = LOOKS[kind]
  return (
    <div className={joinClasses('mx-auto flex max-w-sm flex-col items-center px-6 py-14 text-center', className)}>
      <span className={joinClasses('mb-3 grid size-11 place-items-center rounded-full', tone)}>
        <Icon aria-hidden className="size-5" />
      </span>
      <p className="text-md font-semibold">{title}</p>
      {children !== undefined && <div className="mt-1 text-balance text-ink-2">{children}</div>}
      {next !== undefined && next !== false && <div className="mt-4">{next}</div>}
    </div>
  )
}
