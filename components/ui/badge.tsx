import type { ReactNode } from 'react'
import { joinClasses } from './class-names'

const TONES = {
  neutral: 'border-transparent bg-sunk text-ink-2',
  /** Its line keeps it a badge on the ground of the current comment, which has the same colour. */
  accent: 'border-[color-mix(in_srgb,currentColor_30%,transparent)] bg-accent-soft text-accent',
  rose: 'border-transparent bg-rose-soft text-rose',
  amber: 'border-transparent bg-amber-soft text-amber',
  green: 'border-transparent bg-green-soft text-green',
}
export type BadgeTone = keyof typeof TONES

interface BadgeProps {
  tone?: BadgeTone
  /** Dashed: proposed, not confirmed. */
  isTentative?: boolean
  /** A figure set lighter after the word. */
  value?: ReactNode
  className?: string
  children: ReactNode
}

/** A chip that says its word; the colour only repeats it. */
export function Badge({ tone = 'neutral', isTentative = false, value, className, children }: BadgeProps) {
  return (
    <span
      className={joinClasses(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-[5px] border px-1.5 text-xs font-[530] whitespace-nowrap',
        TONES[tone],
        isTentative && 'border-dashed border-current! bg-transparent!',
        className,
      )}
    >
      <span className="truncate">{children}</span>
      {value !== undefined && (
        <span data-figures className="font-normal">
          {value}
        </span>
      )}
    </span>
  )
}
