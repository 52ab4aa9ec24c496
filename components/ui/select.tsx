import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { joinClasses } from './class-names'
import { fieldClasses } from './input'

/** The browser's own select: it opens natively on a phone and is read well everywhere. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={joinClasses('relative block h-fit', className)}>
      <select className={joinClasses(fieldClasses, 'h-8 appearance-none truncate pe-8 pointer-coarse:h-10')} {...rest}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-1/2 end-2 size-4 -translate-y-1/2 text-ink-3" />
    </span>
  )
}
