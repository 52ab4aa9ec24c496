import type { ReactNode } from 'react'
import { joinClasses } from './class-names'

interface KbdProps {
  children: ReactNode
  /** Decoration of a control that names its key in aria-keyshortcuts. */
  isHidden?: boolean
  /** On a dark button: takes the colour of the text around it. */
  isInverse?: boolean
  className?: string
}

/** A key as it stands on the keyboard; nothing where there is none. */
export function Kbd({ children, isHidden = false, isInverse = false, className }: KbdProps) {
  if (children === '') return null
  return (
    <kbd
      aria-hidden={isHidden || undefined}
      className={joinClasses(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm border border-b-2 px-1 font-mono text-2xs leading-none font-medium',
        isInverse ? 'border-current opacity-80' : 'border-line-strong text-ink-2',
        className,
      )}
    >
      {/* In no language the other way round; the key itself stands where the page puts it. */}
      <bdi dir="ltr">{children}</bdi>
    </kbd>
  )
}
