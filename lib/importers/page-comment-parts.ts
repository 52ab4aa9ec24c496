import type { CheerioAPI } from 'cheerio'
import { isTag, isText, type AnyNode, type Element } from 'domhandler'
import { findLinkBack } from '../domain/skip-reasons'
import type { PageComment } from './page-json-ld'
import { PageQuery } from './page-query'

/** `comment-text`, `comment__text`, `commentText` and the like, whatever stands before and after. */
const partOf = (...names: string[]): string =>
  names.flatMap((name) => ['', '-', '_', '__'].map((joint) => `[class*="comment${joint}${name}" i]`)).join(',')
/** `comment-item__text`, `kommentar__text`: an element of a block, as many stylesheets name it. */
const elementOf = (...names: string[]): string => names.map((name) => `[class*="__${name}" i],[class*="kommentar-${name}" i]`).join(',')

/** The texts of posts in forums. */
export const POST_TEXTS = '.cooked,.bbWrapper,.postcontent,.postbody .content,[id^="post_message_"]'

/** Where the parts of a comment stand, the surest place first. */
const BODIES = [
  '[itemprop="text"],[itemprop="commentText"],[itemprop="articleBody"],[property="text"],[property="schema:text"],[property~="content:encoded"]',
  // Reddit's and Facebook's.
  'shreddit-comment>[slot="comment"],.postText,.UFICommentBody,._5mdd',
  // Within an element that is called after the text, too.
  '.postcontent',
  `.isso-text,.commtext,.post-message,.usertext-body,${POST_TEXTS},[class*="message-text"],[class*="name-comment-body"],.coral-content,${partOf('text', 'message', 'msg', 'copy')}`,
  partOf('content'),
  `.comment-body,.content,.text,.message,.body,${partOf('body')}`,
  elementOf('text', 'body', 'content', 'message', 'inhalt'),
].map((selector) => new PageQuery(selector))
const AUTHORS = [
  '[itemprop="author"] [itemprop="name"],[itemprop="creator"] [itemprop="name"],[property="author"] [property="name"],[property="schema:author"] [property="schema:name"]',
  '.fn,[class*="author-name"],[class*="author_name"],[class*="author-link"],[class*="username" i],[class*="user-name"],.isso-author,.hnuser,.UFICommentActorName,.profileName',
  `[itemprop="author"],[itemprop="creator"],[rel="author"],[class*="comment-author"] cite,[class*="commenter" i],${partOf('author')},${partOf('user')},.author,.user,cite`,
  elementOf('author', 'user', 'name', 'autor', 'nutzer'),
  'a[href*="/user/"],a[href*="/users/"],a[href*="/profile"],a[href*="/member"],a[href*="/people/"]',
  'h3,h4,h5,h6',
].map((selector) => new PageQuery(selector))
/** What themes put beside a name: when, and the way to the comment itself. */
const BESIDE_NAMES = 'time,a[href*="#comment"]'
const BESIDE_NAME = new PageQuery(BESIDE_NAMES)
/** What a name may be linked or set in bold with. */
const EMPHASISED = new PageQuery(`a:not(${BESIDE_NAMES}),b,strong`)
/** What set them apart. From where a run of them begins: looked for at each sign, it would take as long again as the run is. */
const LAST_SIGNS = /(?<![\s·•|,–—-])[\s·•|,–—-]+$/
/** What themes put into a comment that nobody wrote. */
const CONTROLS = new PageQuery(
  'script,style,form,button,svg,noscript,[class*="reply-link"],[class*="report-link"],[class*="edit-link"],[class*="awaiting-moderation"],[hidden]',
)
/** What some put into the text's own element: who and when. */
const WITHIN_TEXTS = new PageQuery(`header,.meta,${partOf('meta', 'author', 'user', 'time', 'date', 'header')}`)
const PARAGRAPHS = new PageQuery('p:not([class*="tagline"],[class*="reply-link"],[class*="report-link"],[class*="edit-link"],[hidden])')
const QUOTES = new PageQuery('blockquote')
const TOMBSTONES = new PageQuery('[class*="tombstone" i]')
const AWAITING = new PageQuery('[class*="awaiting-moderation"]')

/**
 * A comment's text as HTML, which is taken out of it: a name within the text is not its author's. `isSure` when its place says that it is
 * one, not only that a paragraph stands in the comment.
 */
export function takeBody(page: CheerioAPI, comment: Element): { markup: string; isSure: boolean } {
  for (const place of BODIES) {
    const element = place.first(comment)
    if (element === null) continue
    const unseen = element.name === 'meta' ? (element.attribs['content'] ?? '') : ''
    if (unseen.trim() !== '') return { markup: unseen.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), isSure: true }
    const found = page(element)
    page(CONTROLS.all(element)).remove()
    const beside = page(WITHIN_TEXTS.all(element)).remove()
    const markup = found.html()?.trim() ?? ''
    const hasText = found.text().trim() !== ''
    found.empty().append(beside)
    if (hasText) return { markup, isSure: true }
  }
  const paragraphs = PARAGRAPHS.all(comment)
  for (const paragraph of paragraphs) page(CONTROLS.all(paragraph)).remove()
  const markup = paragraphs.map((paragraph) => page(paragraph).prop('outerHTML') ?? '').join('')
  page(QUOTES.all(comment)).remove()
  return { markup, isSure: false }
}

/** Who wrote it; empty when nothing says so. */
export function readAuthor(page: CheerioAPI, comment: Element): string {
  const told = comment.name === 'shreddit-comment' ? tidyName(comment.attribs['author'] ?? '') : ''
  if (told !== '') return told
  for (const place of AUTHORS) {
    for (const element of place.all(comment)) {
      const whole = page(element).text()
      const alone = textBeside(element, BESIDE_NAME.all(element))
      const name = [element.attribs['content'] ?? '', firstOf(page, element, alone), alone, whole].map(tidyName).find(isName)
      if (name !== undefined) return name
    }
  }
  return ''
}

/** Its text but for that of these elements within. */
export function textBeside(node: AnyNode, beside: readonly Element[]): string {
  if (isText(node)) return node.data
  if (!isTag(node) || beside.includes(node)) return ''
  return node.children.map((child) => textBeside(child, beside)).join('')
}

/** The link or the bold words that it begins with: what follows is not the name. */
function firstOf(page: CheerioAPI, element: Element, whole: string): string {
  const texts = EMPHASISED.all(element).map((one) => page(one).text().trim())
  const first = texts.find((text) => text !== '') ?? ''
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

/** What the source says that it is instead of a comment to be shown. */
export function findSkip(page: CheerioAPI, element: Element): PageComment['skip'] {
  const classes = (element.attribs['class'] ?? '').split(/\s+/)
  const linkBack = classes.map(findLinkBack).find((found) => found !== null)
  if (linkBack !== undefined) return linkBack
  if (classes.some((name) => /^(?:is-)?deleted$|comment[-_]+(?:is[-_])?deleted|deleted[-_]+comment/.test(name))) return 'deleted'
  if (TOMBSTONES.first(element) !== null) return 'deleted'
  return page(AWAITING.all(element)).text().trim() === '' ? null : 'unapproved'
}

/** What sites show in the place of a comment that is gone; nobody is named beside it. */
const GONE =
  /^\W*(?:(?:deleted|removed|gelöscht|entfernt)|(?:this|the) (?:comment|message|post|reply) (?:has been|was|is|by .{1,60} has been) (?:deleted|removed|no longer available)\b.{0,120}|(?:comment|message|post) (?:deleted|removed)(?: by .{1,60})?|(?:dieser|der) (?:kommentar|beitrag) (?:wurde|ist) .{0,80}(?:gelöscht|entfernt|nicht mehr verfügbar)\b.{0,80})\W*$/i
/** As words alone they are comments. */
const GONE_IN_BRACKETS = /^\[(?:flagged|dead)\]$/i
const NOBODY = /^\W*(?:deleted|removed|gelöscht|entfernt|unknown|guest)?\W*$/i
const MAX_GONE = 300

/** Whether a comment's text says that it is gone. */
export function isTombstone(markup: string, authorName: string): boolean {
  if (markup.length > MAX_GONE || !NOBODY.test(authorName)) return false
  const text = markup.replace(/<[^<>]*>/g, ' ').trim()
  return GONE.test(text) || GONE_IN_BRACKETS.test(text)
}
