import type { ComponentProps, ReactNode } from 'react'
import { joinClasses } from './class-names'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  children: ReactNode
}

/** A checkbox with its words; both are the target, at least 24 px high. */
export function Checkbox({ className, children, ...rest }: CheckboxProps) {
  return (
    <label
      className={joinClasses(
        'flex min-h-7 cursor-pointer items-start gap-2 rounded-md py-1 text-ink-2 hover:text-ink pointer-coarse:min-h-11 pointer-coarse:py-3',
        className,
      )}
    >
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 cursor-pointer accent-accent" {...rest} />
      <span className="min-w-0">{children}</span>
    </label>
  )
}
