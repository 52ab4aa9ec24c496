import type { ReactNode } from 'react'

interface SectionProps {
  id: string
  title: string
  words?: ReactNode
  /** The sentence is the first thing of the children. */
  hasOwnWords?: boolean
  /** Left out when the page is printed on one sheet. */
  isScreenOnly?: boolean
  children: ReactNode
}

/** A part of a page of figures: what it is, one sentence on how to read it, and the thing itself. */
export function Section({ id, title, words, hasOwnWords = false, isScreenOnly = false, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className={`min-w-0 break-inside-avoid ${isScreenOnly ? 'print:hidden' : ''}`}>
      <h2 id={id} className={`scroll-mt-26 text-base font-[620] lg:scroll-mt-16 ${words === undefined && !hasOwnWords ? 'mb-2' : ''}`}>
        {title}
      </h2>
      {words !== undefined && <p className="mb-2 text-sm text-ink-2">{words}</p>}
      {children}
    </section>
  )
}
