import type { ComponentProps } from 'react'
import { joinClasses } from './class-names'

const WIDTHS = { table: 'max-w-[96rem]', page: 'max-w-6xl', column: 'max-w-5xl' }

interface PageFrameProps extends ComponentProps<'div'> {
  /** What it holds: a table with many columns, a page with something at its side, or one column. */
  holds: keyof typeof WIDTHS
}

/** The margins of a page, the same for all, so that titles stay where they are from one to the next and while one loads. */
export function PageFrame({ holds, className, ...rest }: PageFrameProps) {
  return <div className={joinClasses('mx-auto w-full px-3 py-5 sm:px-6 print:max-w-none print:p-0', WIDTHS[holds], className)} {...rest} />
}
