'use client'

import { useEffect, useState } from 'react'
import { joinClasses } from '../../ui/class-names'
import { useCurrentInSight } from '../../ui/use-current-in-sight'

interface SectionJumpsProps {
  label: string
  /** In the order in which they stand on the page, by the ids of their headings. */
  sections: readonly { id: string; name: string }[]
}

/** Where one column is all there is room for, the page is many screens long: its parts, one tap away wherever one is. */
export function SectionJumps({ label, sections }: SectionJumpsProps) {
  const current = useCurrentSection(sections)
  const strip = useCurrentInSight<HTMLElement>(current)
  return (
    <nav
      ref={strip}
      aria-label={label}
      className="scroll-strip sticky top-12 z-20 -mx-3 mb-3 flex border-b border-line bg-bg px-1 sm:-mx-6 sm:px-4 lg:hidden print:hidden"
    >
      {sections.map(({ id, name }) => (
        <a
          key={id}
          href={`#${id}`}
          aria-current={id === current ? 'location' : undefined}
          className={joinClasses(
            'flex h-11 shrink-0 items-center border-b-2 px-2 text-sm whitespace-nowrap no-underline -outline-offset-2!',
            id === current ? 'border-accent font-[560] text-ink' : 'border-transparent text-ink-2',
          )}
        >
          {name}
        </a>
      ))}
    </nav>
  )
}

/** The last heading that has come up to the strip; null above the first. */
function useCurrentSection(sections: SectionJumpsProps['sections']): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const ids = sections.map(({ id }) => id)
    function look(): void {
      const reached = ids.filter((id) => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) <= REACHED_AT)
      setCurrent(reached.at(-1) ?? null)
    }
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [sections])
  return current
}

/** The header and the strip, with some air. */
const REACHED_AT = 120
