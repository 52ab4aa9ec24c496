'use client'

import type { Present } from '@/lib/contracts/teamwork'
import { useWords } from '../../words/words-context'

/** Who else is at the desk: how many, and their initials. */
export function Presence({ others }: { others: readonly Present[] }) {
  const t = useWords('queue')
  if (others.length === 0) return null
  return (
    <div className="mx-1 flex items-center gap-1.5 text-sm whitespace-nowrap text-ink-3 max-lg:hidden">
      {t('others', { count: others.length })}
      <ul className="flex -space-x-1 rtl:space-x-reverse">
        {others.slice(0, 5).map((person) => (
          <li
            key={person.id}
            title={person.name}
            className="grid size-6 place-items-center rounded-full border border-panel bg-accent-soft text-2xs font-semibold text-accent"
          >
            <span aria-hidden>{initialsOf(person.name)}</span>
            <span className="sr-only">{person.name}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Up to two letters; the first and the last word of the name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase() || '?'
}
