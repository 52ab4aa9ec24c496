import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** Where this page stands: a link to the page above. */
  above?: ReactNode
  description?: ReactNode
  /** Buttons on the right. */
  children?: ReactNode
}

export function PageHeader({ title, above, description, children }: PageHeaderProps) {
  return (
    <div className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 grow basis-full sm:basis-96">
        {above !== undefined && <div className="mb-0.5 text-sm text-ink-3">{above}</div>}
        <h1 className="text-xl font-[640] tracking-tight text-ink [overflow-wrap:anywhere]">{title}</h1>
        {description !== undefined && <div className="mt-0.5 max-w-prose text-pretty text-ink-2 print:max-w-none">{description}</div>}
      </div>
      {children !== undefined && <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:grow print:hidden">{children}</div>}
    </div>
  )
}
