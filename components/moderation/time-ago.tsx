'use client'

import { useInstantFormat } from '../ui/local-time'
import { useFormats } from '../words/words-context'
import { useNow } from './now'

/** A time to the minute, as it stands on hover. */
export const EXACT_TIME = { dateStyle: 'medium', timeStyle: 'short' } as const

/** How long ago, in a sentence if one is given, with the exact time in the reader's own zone on hover. */
export function TimeAgo({ at, write, className }: { at: string; write?: (ago: string) => string; className?: string }) {
  const formats = useFormats()
  const format = useInstantFormat()
  const ago = formats.ago(at, useNow())
  return (
    <time dateTime={at} title={format(at, EXACT_TIME)} suppressHydrationWarning className={className}>
      {write ? write(ago) : ago}
    </time>
  )
}
