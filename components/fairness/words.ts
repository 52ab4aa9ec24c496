import type { Formats } from '../words/formats'
import type { Words } from '../words/rooms'

type GroupKey = Extract<Parameters<Words<'fairness'>>[0], `group.${string}`>

/** A group in the language of the page; one that this version does not know is called as it was stored. */
export function wordGroup(t: Words<'fairness'>, group: string): string {
  const key = `group.${group}`
  return t.has(key) ? t(key as GroupKey) : group
}

/** A share of 0–1 as per cent, with a digit after the point where it is small; a dash where there is none. */
export function formatShare(formats: Formats, share: number | null): string {
  if (share === null) return '–'
  return formats.percent(share, share > 0 && share < 0.1 ? 1 : 0)
}
