import type { ComponentProps } from 'react'
import { joinClasses } from './class-names'

/** The looks every text field shares. */
export const fieldClasses =
  'w-full rounded-md border border-line-field bg-panel px-2.5 text-ink placeholder:text-ink-3 hover:border-ink-3 focus-visible:outline-offset-0 disabled:opacity-60 aria-invalid:border-rose'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={joinClasses(fieldClasses, 'h-8 pointer-coarse:h-11', className)} {...rest} />
}
