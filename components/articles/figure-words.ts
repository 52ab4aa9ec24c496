/** 1284 as 1,284. */
export function formatCount(count: number): string {
  return count.toLocaleString('en')
}

/** "1 comment", "1,284 comments". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}

/** A share 0–1 in whole per cent: more digits than that a few hundred comments do not carry. Some is never written as none, nor as all. */
export function formatShare(share: number): string {
  const percent = Math.round(share * 100)
  if (percent === 0 && share > 0) return '< 1 %'
  if (percent === 100 && share < 1) return '> 99 %'
  return `${percent} %`
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A wait in seconds, as people say it: 40 s, 6 min, 1 h 12 min, 9 h, 3 days; coarser the longer it is. */
export function formatWait(seconds: number): string {
  const length = Math.max(0, seconds)
  if (length < MINUTE) return `${Math.round(length)} s`
  const minutes = Math.round(length / MINUTE)
  if (minutes < 60) return `${minutes} min`
  if (minutes < 3 * 60) return minutes % 60 === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  const hours = Math.round(length / HOUR)
  if (hours < 48) return `${hours} h`
  return `${Math.round(length / DAY)} days`
}

/** Why a figure is missing, each said wherever the figure would stand. */
export const UNKNOWN_WORDS = {
  noComments: 'No comments yet',
  notJudged: 'Nobody has reviewed or marked a comment here yet',
  notDecided: 'Nobody has decided on a comment here yet',
  noAuthors: 'The source does not name its authors',
} as const
