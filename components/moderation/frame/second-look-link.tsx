'use client'

import { useQuery } from '@tanstack/react-query'
import { ScanEye } from 'lucide-react'
import type { LookCount } from '@/lib/contracts/second-look'
import { joinClasses } from '../../ui/class-names'
import { useWords } from '../../words/words-context'
import { sendDesk } from '../desk-api'
import { PlaceLink } from './place-link'

const MINUTE_MS = 60_000

/** How many comments wait for a second look by whoever works here; nothing where the site wants none. */
export function SecondLookLink() {
  const t = useWords('desk')
  const { data } = useQuery({
    queryKey: ['second-looks', 'count'],
    queryFn: () => sendDesk<LookCount>('GET', 'second-looks/count'),
    staleTime: MINUTE_MS,
    refetchInterval: MINUTE_MS,
  })
  if (!data || (!data.isOn && data.waiting === 0)) return null
  const { waiting } = data
  const name = waiting === 0 ? t('looks.none') : t('looks.waiting', { count: waiting })
  return (
    <PlaceLink
      href="/second-looks"
      aria-label={name}
      title={name}
      className={joinClasses(
        'relative grid size-8 place-items-center rounded-md text-ink-2 no-underline hover:bg-sunk hover:text-ink pointer-coarse:size-11',
        // On a phone there is room for it only when it has something to say.
        waiting === 0 && 'max-sm:hidden',
      )}
    >
      <ScanEye aria-hidden className="size-4" />
      {waiting > 0 && (
        <span
          aria-hidden
          className="absolute end-0 top-0 grid h-4 min-w-4 place-items-center rounded-full border border-line-strong bg-sunk px-1 text-2xs font-[640] text-ink-2"
        >
          {waiting > 99 ? '99+' : waiting}
        </span>
      )}
    </PlaceLink>
  )
}
