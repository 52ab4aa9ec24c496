import { findLinkBack, type SkipReason } from '../domain/skip-reasons'
import { keepFields } from './article-fields'
import { idOfAddress } from './external-ids'
import { readForeignComment } from './foreign-comment'
import { tell, type ImportRecord } from './import-record'
import { LocalClock } from './local-clock'
import { markupToText } from './markup-text'

const MAX_BODY = 200_000
/** What plugins and editors keep among the comments and no page shows: notes to an order, a log, remarks to a draft. */
const NOTES = new Set(['action_log', 'edd_payment_note', 'note', 'order_note', 'webhook_delivery'])
const NO_OFFSET = 'This comment has no time in UTC. Name the time zone of its own time, or times like it are left unknown.'

/** A comment as WordPress keeps it, in its database and in its export. What was not said is empty. */
export interface WordPressComment {
  line: number
  id: string
  parent: string
  user: string
  author: string
  /** HTML. */
  content: string
  date: string
  dateGmt: string
}

/** A post as WordPress keeps it. */
export interface WordPressPost {
  line: number
  id: string
  link: string
  /** HTML. */
  title: string
  /** HTML. */
  content: string
  author: string
  dateGmt: string
}

export type ReadWordPressTime = (comment: WordPressComment) => Generator<ImportRecord, string | null>

/** Why a comment is not one that its site shows. */
export function findWordPressSkip(type: string, approved: string): SkipReason | null {
  const linkBack = findLinkBack(type)
  if (linkBack !== null) return linkBack
  if (approved === 'spam') return 'spam'
  if (approved === 'trash' || approved === 'post-trashed') return 'deleted'
  if (NOTES.has(type)) return 'unapproved'
  return approved === '1' || approved === '' || approved === 'approve' ? null : 'unapproved'
}

/** What a post is known by: its address, else its number. */
export function nameWordPressPost({ link, id, line }: Pick<WordPressPost, 'link' | 'id' | 'line'>): string {
  if (link !== '') return idOfAddress(link)
  return id === '' ? `wordpress-line-${line}` : `wordpress-post-${id}`
}

export function readWordPressPost(post: WordPressPost): Extract<ImportRecord, { kind: 'article' }> {
  const externalId = nameWordPressPost(post)
  const { line, link: url, author } = post
  const body = markupToText(post.content).slice(0, MAX_BODY).toWellFormed()
  const title = markupToText(post.title) || url || externalId
  const input = keepFields(title, { url, body, author, publishedAt: toInstant(post.dateGmt) }) ?? { title: externalId }
  return { kind: 'article', line, externalId, input, isOnlyIfMissing: true }
}

export function* readWordPressComment(
  comment: WordPressComment,
  articleExternalId: string,
  readTime: ReadWordPressTime,
): Generator<ImportRecord> {
  const { line, id, parent, user, author, content } = comment
  yield* readForeignComment({
    line,
    externalId: nameComment(articleExternalId, id),
    articleExternalId,
    parentExternalId: parent === '' || parent === '0' ? '' : nameComment(articleExternalId, parent),
    authorId: user === '' || user === '0' ? '' : `wordpress-user-${user}`,
    authorName: author,
    markup: content,
    postedAt: yield* readTime(comment),
  })
}

/**
 * When a comment was written: in UTC, or, where another system's import left that at zero, by the clock of the site. Its time zone is
 * not in the file; that it is needed is told once.
 */
export function readerOfWordPressTimes(timeZone: string | undefined): ReadWordPressTime {
  const clock = timeZone === undefined ? null : new LocalClock(timeZone)
  let hasTold = false
  return function* readTime({ line, date, dateGmt }) {
    const instant = toInstant(dateGmt) || (clock?.read(date) ?? '')
    // Any time zone tells whether it is a time at all.
    if (instant !== '' || clock !== null || new LocalClock('UTC').read(date) === null) return instant
    if (!hasTold) yield tell(line, NO_OFFSET)
    hasTold = true
    return null
  }
}

/** WordPress numbers comments over the whole site, but an export of several sites may repeat numbers. */
function nameComment(articleExternalId: string, number: string): string {
  return idOfAddress(`${articleExternalId}#comment-${number}`)
}

/** `2014-01-14 17:32:12`, which is UTC, as an instant. An all-zero time is how WordPress says that it does not know. */
function toInstant(text: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) && !text.startsWith('0000') ? `${text.replace(' ', 'T')}Z` : ''
}
