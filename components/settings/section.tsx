import type { ReactNode } from 'react'

/** A titled part of a settings page, drawn as a panel. */
export function Section({ title, hint, aside, children }: { title: string; hint?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="rounded-lg border border-line bg-panel">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 border-b border-line px-4 py-3">
        <div className="min-w-0">
          <h2 className="text-md font-[620]">{title}</h2>
          {hint !== undefined && hint !== false && <p className="max-w-prose text-sm text-pretty text-ink-3">{hint}</p>}
        </div>
        {aside}
      </header>
      <div className="px-4 py-4">{children}</div>
    </section>
  )
}
