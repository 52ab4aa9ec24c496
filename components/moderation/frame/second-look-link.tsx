import { useEffect, useState } from 'react'
import type { LookCount } from '@/lib/contracts/second-look'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'
import { listenToDesk } from '../live/desk-line'
import { PlaceLink } from './place-link'

/**
 * How many comments wait for a second look by whoever works here, as the page was drawn and as is told since; nothing where the site wants
 * none. Give it another key where another page says otherwise.
 */
export function SecondLookLink({ start, isHere }: { start: LookCount; isHere: boolean }) {
  const t = useWords('desk')
  const [waiting, setWaiting] = useState(start.waiting)
  useEffect(
    () => listenToDesk(null, { onEvent: (event) => event.kind === 'looks' && setWaiting(event.waiting), onState: () => undefined }),
    [],
  )
  if (!start.isOn && waiting === 0) return null
  const name = waiting === 0 ? t('looks.none') : t('looks.waiting', { count: waiting })
  return (
    <PlaceLink
      href="/second-looks"
      aria-label={name}
      title={name}
      aria-current={isHere ? 'page' : undefined}
      className={joinClasses(
        'flex h-8 min-w-8 items-center justify-center gap-1 rounded-md px-1 no-underline hover:bg-sunk hover:text-ink pointer-coarse:h-11 pointer-coarse:min-w-11',
        isHere ? 'text-ink' : 'text-ink-2',
        // On a phone there is room for it only when it has something to say.
        waiting === 0 && 'max-sm:hidden',
      )}
    >
      {/* An icon of the package would be more code for the browser. */}
      <svg aria-hidden viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={2} strokeLinejoin="round" className="size-4">
        <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z" />
        <circle cx={12} cy={12} r={3} />
      </svg>
      {waiting > 0 && <b className="text-sm text-accent">{waiting > 99 ? '99+' : waiting}</b>}
    </PlaceLink>
  )
}
