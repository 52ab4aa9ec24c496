import type { ReactNode } from 'react'
import { Button } from '../../ui/button'
import { useWords } from '../../words/words-context'
import { PlaceLink } from './place-link'

/** How many comments wait for a second look by whoever works here, with the way to them. */
export function SecondLookLink({ waiting, icon }: { waiting: number; icon: ReactNode }) {
  const t = useWords('desk')
  const name = waiting > 0 ? t('looks.waiting', { count: waiting }) : t('looks.none')
  return (
    // On a phone there is room for it only when it has something to say.
    <Button asChild look="quiet" className={waiting > 0 ? 'px-1.5!' : 'max-sm:hidden'}>
      <PlaceLink href="/second-looks" aria-label={name} title={name}>
        {icon}
        {waiting > 0 && <b className="text-sm text-accent">{waiting}</b>}
      </PlaceLink>
    </Button>
  )
}
