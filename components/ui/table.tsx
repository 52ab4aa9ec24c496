import type { ComponentProps, ReactNode } from 'react'
import { joinClasses } from './class-names'

/** A table that scrolls sideways inside its own frame rather than widening the page. `label` names the scroll region. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="scroll-quiet relative overflow-x-auto rounded-lg border border-line bg-panel"
    >
      <table className="w-full border-collapse text-left rtl:text-right">{children}</table>
    </div>
  )
}

export function TableHead({ children }: { children: ReactNode }) {
  return <thead className="border-b border-line text-sm text-ink-3">{children}</thead>
}

export function TableRow({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr className={joinClasses('border-b border-line last:border-b-0', className)} {...rest} />
}

export function TableHeader({ className, ...rest }: ComponentProps<'th'>) {
  return <th scope="col" className={joinClasses('h-9 px-3 font-[530] whitespace-nowrap first:ps-4 last:pe-4', className)} {...rest} />
}

export function TableCell({ className, ...rest }: ComponentProps<'td'>) {
  return <td className={joinClasses('px-3 py-2.5 align-top first:ps-4 last:pe-4', className)} {...rest} />
}
