import type { Cheerio } from 'cheerio'
import type { Element } from 'domhandler'
import { readInstant } from './instant'
import type { PageComment } from './page-json-ld'

/** `comment-text`, `comment__text`, `commentText` and the like, whatever stands before and after. */
const partOf = (...names: string[]): string =>
  names.flatMap((name) => ['', '-', '_', '__'].map((joint) => `[class*="comment${joint}${name}" i]`)).join(',')

/** The texts of posts in forums. */
export const POST_TEXTS = '.cooked,.bbWrapper,.postcontent,.postbody .content,[id^="post_message_"]'

/** Where the parts of a comment stand, the surest place first. */
const BODIES = [
  '[itemprop="text"],[itemprop="commentText"],[itemprop="articleBody"],[property="text"],[property="schema:text"],[property~="content:encoded"]',
  // Within an element that is called after the text, too.
  '.postcontent',
  `.isso-text,.commtext,.post-message,.usertext-body,${POST_TEXTS},[class*="message-text"],[class*="name-comment-body"],${partOf('text', 'message', 'msg', 'copy')}`,
  partOf('content'),
  `.comment-body,.content,.text,.message,.body,${partOf('body')}`,
]
const AUTHORS = [
  '[itemprop="author"] [itemprop="name"],[itemprop="creator"] [itemprop="name"],[property="author"] [property="name"],[property="schema:author"] [property="schema:name"]',
  '.fn,[class*="author-name"],[class*="author_name"],[class*="author-link"],[class*="username" i],[class*="user-name"],.isso-author,.hnuser',
  `[itemprop="author"],[itemprop="creator"],[rel="author"],[class*="comment-author"] cite,[class*="commenter" i],${partOf('author')},${partOf('user')},.author,.user,cite`,
  'a[href*="/user/"],a[href*="/users/"],a[href*="/profile"],a[href*="/member"],a[href*="/people/"]',
  'h3,h4,h5,h6',
]
const TIMES =
  '[itemprop="dateCreated"],[itemprop="datePublished"],[itemprop="commentTime"],time[datetime],[property~="dc:created"][content]'
/** What was put beside a time for people who point at it. */
const TITLED_TIMES =
  'abbr[title],[class*="time" i][title],[class*="date" i][title],.age[title],[data-timestamp],[data-comment-timestamp],[data-time],[data-utime]'
/** What themes put beside a name: when, and the way to the comment itself. */
const BESIDE_NAMES = 'time,a[href*="#comment"]'
/** What set them apart. From where a run of them begins: looked for at each sign, it would take as long again as the run is. */
const LAST_SIGNS = /(?<![\s·•|,–—-])[\s·•|,–—-]+$/
/** What themes put into a comment that nobody wrote. */
const CONTROLS =
  'script,style,form,button,svg,noscript,[class*="reply-link"],[class*="report-link"],[class*="edit-link"],[class*="awaiting-moderation"],[hidden]'
/** What some put into the text's own element: who and when. */
const WITHIN_TEXTS = `header,.meta,${partOf('meta', 'author', 'user', 'time', 'date', 'header')}`

/**
 * A comment's text as HTML, which is taken out of it: a name within the text is not its author's. `isSure` when its place says that it is
 * one, not only that a paragraph stands in the comment.
 */
export function takeBody(own: Cheerio<Element>): { markup: string; isSure: boolean } {
  for (const selector of BODIES) {
    const found = own.find(selector).first()
    if (found.length === 0) continue
    const unseen = found.filter('meta').attr('content') ?? ''
    if (unseen.trim() !== '') return { markup: unseen.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), isSure: true }
    found.find(CONTROLS).remove()
    const beside = found.find(WITHIN_TEXTS).remove()
    const markup = found.html()?.trim() ?? ''
    const isText = found.text().trim() !== ''
    found.empty().append(beside)
    if (isText) return { markup, isSure: true }
  }
  const paragraphs = own.find('p').not(CONTROLS).not('[class*="tagline"]')
  paragraphs.find(CONTROLS).remove()
  const markup = paragraphs
    .toArray()
    .map((paragraph) => own.find(paragraph).prop('outerHTML') ?? '')
    .join('')
  own.find('blockquote').remove()
  return { markup, isSure: false }
}

/** Who wrote it; empty when nothing says so. */
export function readAuthor(own: Cheerio<Element>): string {
  for (const selector of AUTHORS) {
    for (const element of own.find(selector).toArray()) {
      const found = own.find(element)
      const alone = found.clone().find(BESIDE_NAMES).remove().end().text()
      const name = [found.attr('content') ?? '', firstOf(found, alone), alone, found.text()].map(tidyName).find(isName)
      if (name !== undefined) return name
    }
  }
  return ''
}

/** The link or the bold words that it begins with: what follows is not the name. */
function firstOf(found: Cheerio<Element>, whole: string): string {
  const first = found
    .find('a,b,strong')
    .not(BESIDE_NAMES)
    .filter((_, element) => found.find(element).text().trim() !== '')
    .first()
    .text()
    .trim()
  return whole.trim().startsWith(first) ? first : ''
}

function isName(text: string): boolean {
  return text !== '' && !/^https?:/i.test(text)
}

function tidyName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(LAST_SIGNS, '')
    .replace(/\s*(?:\b(?:says|said|sagt|sagte|hat gesagt|dice|dijo|a dit|schreibt|writes|wrote)\s*(?:\.{3}|…)?)?\s*:?\s*$/i, '')
    .trim()
}

/** When it was written: the first time that can be read, else the first that is given. */
export function readTime(own: Cheerio<Element>): string {
  const given = [TIMES, TITLED_TIMES].flatMap((selector) =>
    own
      .find(selector)
      .toArray()
      .flatMap(
        ({ attribs }) =>
          attribs['datetime'] ??
          attribs['content'] ??
          attribs['title'] ??
          attribs['data-timestamp'] ??
          attribs['data-comment-timestamp'] ??
          attribs['data-time'] ??
          attribs['data-utime'] ??
          [],
      ),
  )
  // Beside a clock's time some write the same in seconds.
  const all = given.flatMap((text) => [text.trim(), text.trim().split(' ').at(-1) ?? ''])
  return all.find((text) => readInstant(text) !== null) ?? own.find(TIMES).first().attr('datetime') ?? ''
}

/** What the source says that it is instead of a comment to be shown. */
export function findSkip(own: Cheerio<Element>, element: Element): PageComment['skip'] {
  const classes = (element.attribs['class'] ?? '').split(/\s+/)
  if (classes.includes('pingback')) return 'pingback'
  if (classes.includes('trackback')) return 'trackback'
  if (classes.some((name) => /^(?:is-)?deleted$|comment[-_]+(?:is[-_])?deleted|deleted[-_]+comment/.test(name))) return 'deleted'
  if (own.find('[class*="tombstone" i]').length > 0) return 'deleted'
  return own.find('[class*="awaiting-moderation"]').text().trim() === '' ? null : 'unapproved'
}

/** What sites show in the place of a comment that is gone; nobody is named beside it. */
const GONE =
  /^\W*(?:(?:deleted|removed|gelöscht|entfernt)|(?:this|the) (?:comment|message|post|reply) (?:has been|was|is|by .{1,60} has been) (?:deleted|removed|no longer available)\b.{0,120}|(?:comment|message|post) (?:deleted|removed)(?: by .{1,60})?|(?:dieser|der) (?:kommentar|beitrag) (?:wurde|ist) .{0,80}(?:gelöscht|entfernt|nicht mehr verfügbar)\b.{0,80})\W*$/i
const NOBODY = /^\W*(?:deleted|removed|gelöscht|entfernt|unknown|guest)?\W*$/i
const MAX_GONE = 300

/** Whether a comment's text says that it is gone. */
export function isTombstone(markup: string, authorName: string): boolean {
  return markup.length <= MAX_GONE && NOBODY.test(authorName) && GONE.test(markup.replace(/<[^<>]*>/g, ' ').trim())
}
