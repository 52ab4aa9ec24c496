import type { Present } from '@/lib/contracts/teamwork'
import { useWords } from '../../words/words-context'
import { initialsOf } from './initials'

/** Who else is at the desk: how many, and their initials. */
export function Presence({ others }: { others: readonly Present[] }) {
  const t = useWords('queue')
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
