'use client'

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../words/words-context'
import { joinClasses } from './class-names'

const TONES = {
  info: { Icon: Info, classes: 'border-line-strong bg-sunk', icon: 'text-ink-2' },
  success: { Icon: CircleCheck, classes: 'border-green/40 bg-green-soft', icon: 'text-green' },
  warning: { Icon: TriangleAlert, classes: 'border-amber/40 bg-amber-soft', icon: 'text-amber' },
  error: { Icon: CircleAlert, classes: 'border-rose/40 bg-rose-soft', icon: 'text-rose' },
} as const

interface CalloutProps {
  tone?: keyof typeof TONES
  title?: ReactNode
  children?: ReactNode
  /** A button on the right, such as Retry; below the words where it is narrow. */
  next?: ReactNode
  className?: string
}

/** Something to know, in place. Errors say what happened, what was kept and what to do; they are announced at once. */
export function Callout({ tone = 'info', title, children, next, className }: CalloutProps) {
  const t = useWords('shell')
  const { Icon, classes, icon } = TONES[tone]
  return (
    <div
      role={tone === 'error' ? 'alert' : 'status'}
      className={joinClasses('flex items-start gap-2.5 rounded-lg border px-3 py-2.5 text-ink max-sm:flex-wrap', classes, className)}
    >
      <Icon aria-label={t(`callout.${tone}`)} role="img" className={joinClasses('mt-0.5 size-4 shrink-0', icon)} />
      <div className="min-w-0 flex-1">
        {title !== undefined && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {next !== undefined && <div className="shrink-0 max-sm:basis-full max-sm:ps-6.5">{next}</div>}
    </div>
  )
}
