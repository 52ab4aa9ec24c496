'use client'

import { useSyncExternalStore } from 'react'
import { useFormats } from '../words/words-context'

/** How an instant is written: with its time, as a day, or as a day of the week with its time. */
type TimeLook = 'instant' | 'day' | 'hour'

const LOOKS: Record<TimeLook, Intl.DateTimeFormatOptions> = {
  instant: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  hour: { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
}

const subscribe = () => () => undefined

/**
 * Writes instants in the page's language and the reader's time zone. The server does not know the zone and writes UTC; the browser
 * repeats that until it has taken over the page, so that the two agree.
 */
export function useInstantFormat(): (at: string, look: Intl.DateTimeFormatOptions) => string {
  const formats = useFormats()
  const isInBrowser = useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  )
  return (at, look) => formats.date(at, isInBrowser ? look : { ...look, timeZone: 'UTC' })
}

/** An instant for people; the exact one stands in the markup. */
export function LocalTime({ at, look = 'instant' }: { at: string; look?: TimeLook }) {
  const format = useInstantFormat()
  return (
    <time dateTime={at} className="whitespace-nowrap">
      {format(at, LOOKS[look])}
    </time>
  )
}
