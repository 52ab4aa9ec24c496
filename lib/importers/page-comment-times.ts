import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { readInstant } from './instant'
import { PageQuery } from './page-query'
import { isDoubtfulDate, readWallTime } from './wall-time'

const TIMES = new PageQuery(
  '[itemprop="dateCreated"],[itemprop="datePublished"],[itemprop="commentTime"],time[datetime],[property~="dc:created"][content]',
)
/** What was put beside a time for people who point at it. */
const TITLED_TIMES = new PageQuery(
  'abbr[title],[class*="time" i][title],[class*="date" i][title],.age[title],[data-timestamp],[data-comment-timestamp],[data-time],[data-utime]',
)
/** Where a time stands only as text. */
const SHOWN_TIMES = new PageQuery(
  'time,a[href*="#comment"],[class*="date" i],[class*="time" i],[class*="posted" i],[class*="datum" i],[class*="zeit" i],[class*="meta" i],[itemprop="dateCreated"]',
)
const ATTRIBUTES = ['datetime', 'content', 'created', 'title', 'data-timestamp', 'data-comment-timestamp', 'data-time', 'data-utime']
/** What stands before a time. */
const LEAD = /^(?:(?:posted|written|published|submitted|geschrieben|verfasst|veröffentlicht|erstellt)\b)?\s*(?:on\b|at\b|am\b|:)?\s*/i
const MAX_SHOWN = 120

/** When a comment was written, as the page says it: the first time that can be read, one without an offset else, or the first that is given. */
export function readTime(page: CheerioAPI, comment: Element): string {
  const given = [comment, ...TIMES.all(comment), ...TITLED_TIMES.all(comment)].flatMap((element) => readGiven(element, element === comment))
  // Beside a clock's time some write the same in seconds.
  const all = given.flatMap((text) => [text, text.split(' ').at(-1) ?? ''])
  const instant = all.find((text) => readInstant(text) !== null)
  if (instant !== undefined) return instant
  return given.find(isWallTime) ?? readShown(page, comment) ?? TIMES.first(comment)?.attribs['datetime'] ?? ''
}

function readGiven({ attribs }: Element, isComment: boolean): string[] {
  // Of the comment's own attributes only one is known to be its time.
  const names = isComment ? ['created'] : ATTRIBUTES
  return names.flatMap((name) => attribs[name]?.trim() ?? [])
}

/** A time, else what would be one if one knew which of its numbers is the day. */
function readShown(page: CheerioAPI, comment: Element): string | undefined {
  const shown = SHOWN_TIMES.all(comment)
    .map((element) => page(element).text().trim())
    .filter((text) => text.length <= MAX_SHOWN)
    .map((text) => text.replace(LEAD, ''))
  return shown.find((text) => readInstant(text) !== null || isWallTime(text)) ?? shown.find(isDoubtfulDate)
}

function isWallTime(text: string): boolean {
  return readWallTime(text) !== null
}
