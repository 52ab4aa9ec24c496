import type { ReactNode } from 'react'
import { joinClasses } from './class-names'

/** A key as it stands on the keyboard. Inside a button it is decoration: pass `isHidden`, and name the key in aria-keyshortcuts. */
export function Kbd({ children, isHidden = false, className }: { children: ReactNode; isHidden?: boolean; className?: string }) {
  return (
    <kbd
      aria-hidden={isHidden || undefined}
      className={joinClasses(
        'inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-sm border border-b-2 border-line-strong px-1 font-mono text-2xs leading-none font-medium text-ink-2',
        className,
      )}
    >
      {children}
    </kbd>
  )
}
