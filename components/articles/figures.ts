import { makeFormats } from '../words/formats'
import type { Words } from '../words/rooms'

/** How figures of discussions are written in one language. */
export interface Figures {
  t: Words<'figures'>
  /** 1284 as 1,284. */
  count: (count: number) => string
  /** 0.5 with so many digits after the point. */
  decimal: (value: number, digits: number) => string
  /** A share 0–1 in whole per cent: more digits than that a few hundred comments do not carry. Some is never written as none, nor as all. */
  share: (share: number) => string
  /** A wait in seconds, as people say it: 40 sec, 6 min, 1 hr 12 min, 9 hr, 3 days; coarser the longer it is. */
  wait: (seconds: number) => string
  /** Time from `at` to `now`, both ISO instants, in one unit. */
  age: (at: string, now: string) => string
  /** Joined as a sentence would. */
  list: (parts: readonly string[]) => string
}

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** The figures' own words with what writes them; parts drawn by the server are given it, those of the browser have useFigures. */
export function makeFigures(t: Words<'figures'>): Figures {
  const formats = makeFormats(t.language)
  function share(part: number): string {
    const percent = Math.round(part * 100)
    if (percent === 0 && part > 0) return t('share.some', { percent: formats.percent(0.01) })
    if (percent === 100 && part < 1) return t('share.most', { percent: formats.percent(0.99) })
    return formats.percent(part)
  }
  function wait(seconds: number): string {
    const length = Math.max(0, seconds)
    if (length < MINUTE) return formats.unit(Math.round(length), 'second')
    const minutes = Math.round(length / MINUTE)
    if (minutes < 60) return formats.unit(minutes, 'minute')
    if (minutes < 3 * 60 && minutes % 60 !== 0)
      return `${formats.unit(Math.floor(minutes / 60), 'hour')} ${formats.unit(minutes % 60, 'minute')}`
    const hours = Math.round(length / HOUR)
    if (hours < 48) return formats.unit(hours, 'hour')
    return formats.unit(Math.round(length / DAY), 'day')
  }
  function age(at: string, now: string): string {
    const seconds = (Date.parse(now) - Date.parse(at)) / 1000
    return seconds < HOUR || seconds >= 3 * HOUR ? wait(seconds) : formats.unit(Math.floor(seconds / HOUR), 'hour')
  }
  const decimal = (value: number, digits: number) => formats.number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  const list = (parts: readonly string[]) => formats.list(parts)
  return { t, count: (count) => formats.number(count), decimal, share, wait, age, list }
}

/** What the server's parts of an article's page speak with. */
export interface ArticleVoice {
  t: Words<'article'>
  figures: Figures
}

/** What the charts of a discussion speak with. */
export interface DiscussionVoice {
  t: Words<'discussion'>
  figures: Figures
}
