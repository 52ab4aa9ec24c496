import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { joinClasses } from './class-names'
import { fieldClasses } from './input'

interface SelectProps extends ComponentProps<'select'> {
  /** `line`: without a frame, in a line behind its label. */
  look?: 'field' | 'line'
  /** In a line, what was chosen stands out from what is as usual. */
  isSet?: boolean
}

const LOOKS = {
  field: joinClasses(fieldClasses, 'h-8 pe-8'),
  line: 'h-8 w-full rounded-md bg-transparent ps-2 pe-6 text-end [text-align-last:end] hover:bg-sunk focus-visible:outline-offset-0',
} as const

/** The browser's own select: it opens natively on a phone and is read well everywhere. */
export function Select({ className, look = 'field', isSet = true, children, ...rest }: SelectProps) {
  return (
    <span className={joinClasses('relative block h-fit', look === 'line' && 'min-w-0 flex-1', className)}>
      <select
        className={joinClasses(
          LOOKS[look],
          'appearance-none truncate pointer-coarse:h-11',
          look === 'line' && (isSet ? 'font-[560] text-ink' : 'text-ink-3'),
        )}
        {...rest}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className={joinClasses(
          'pointer-events-none absolute top-1/2 -translate-y-1/2 text-ink-3',
          look === 'line' ? 'end-1.5 size-3.5' : 'end-2 size-4',
        )}
      />
    </span>
  )
}
