import type { ReactNode } from 'react'

/** A titled part of the context pane, with a fact at the end of its title line. */
export function ContextSection({ title, fact, children }: { title: ReactNode; fact?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4 first:border-t-0">
      <div className="mb-2 flex items-baseline justify-between gap-3">
        <h2 className="min-w-0 font-[600] [overflow-wrap:anywhere]">{title}</h2>
        {fact !== undefined && <span className="shrink-0 text-sm text-ink-3">{fact}</span>}
      </div>
      {children}
    </section>
  )
}
