import { findLinkBack, type SkipReason } from '../domain/skip-reasons'
import { keepFields } from './article-fields'
import { idOfAddress } from './external-ids'
import { readForeignComment } from './foreign-comment'
import { tell, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { LocalClock } from './local-clock'
import { markupToText } from './markup-text'
import { childText, readXmlChildren, type XmlElement } from './xml-children'

const CONTAINERS = new Set(['wp:author', 'item'])
const APART = new Set(['wp:author', 'item', 'wp:comment'])
const MAX_BODY = 200_000
/** What plugins and editors keep among the comments and no page shows: notes to an order, a log, remarks to a draft. */
const NOTES = new Set(['action_log', 'edd_payment_note', 'note', 'order_note', 'webhook_delivery'])

const NO_OFFSET = 'This comment has no time in UTC. Name the time zone of its own time, or times like it are left unknown.'

/** A post, as far as it has been read. */
interface Item {
  line: number
  fields: Map<string, string>
  articleExternalId: string | null
  /** What those who write are called, by the names they sign in with. */
  authors: ReadonlyMap<string, string>
}

/**
 * WordPress's export (WXR): posts and pages with their comments.
 *
 * A comment keeps its number within its post; the post is known by its address. Posts without comments are passed over.
 * Comments that wait or were refused, internal notes, spam, those in the bin, pingbacks and trackbacks are left out and counted.
 */
export async function* readWordPress(source: ByteSource, { timeZone }: ImportOptions): AsyncGenerator<ImportRecord> {
  const readTime = readerOfTimes(timeZone)
  const authors = new Map<string, string>()
  let author: Map<string, string> | null = null
  let item: Item | null = null
  for await (const event of readXmlChildren(source, CONTAINERS, APART)) {
    if (event.kind === 'problem') yield event
    else if (event.kind === 'open') {
      author = event.name === 'wp:author' ? new Map() : null
      item = author ? null : { line: event.line, fields: new Map(), articleExternalId: null, authors }
    } else if (event.kind === 'close') {
      if (author) authors.set(author.get('wp:author_login') ?? '', author.get('wp:author_display_name') ?? '')
      author = item = null
    } else if (author) author.set(event.element.name, event.element.text.trim())
    else if (item !== null && event.element.name === 'wp:comment') yield* readComment(event.element, item, readTime)
    else if (item !== null) item.fields.set(event.element.name, event.element.text.trim())
  }
}

function* readComment(comment: XmlElement, item: Item, readTime: ReadTime): Generator<ImportRecord> {
  const { line } = comment
  const why = findSkipReason(childText(comment, 'wp:comment_type'), childText(comment, 'wp:comment_approved'))
  if (why !== null) {
    yield { kind: 'skipped', line, why }
    return
  }
  const id = childText(comment, 'wp:comment_id')
  if (id === '') {
    yield { kind: 'problem', line, message: 'This comment has no id.', isLost: true }
    return
  }
  if (item.articleExternalId === null) yield* readArticle(item)
  const articleExternalId = item.articleExternalId ?? ''
  const parent = childText(comment, 'wp:comment_parent')
  const user = childText(comment, 'wp:comment_user_id')
  yield* readForeignComment({
    line,
    externalId: nameComment(articleExternalId, id),
    articleExternalId,
    parentExternalId: parent === '' || parent === '0' ? '' : nameComment(articleExternalId, parent),
    authorId: user === '' || user === '0' ? '' : `wordpress-user-${user}`,
    authorName: childText(comment, 'wp:comment_author'),
    markup: childText(comment, 'wp:comment_content'),
    postedAt: yield* readTime(comment),
  })
}

type ReadTime = (comment: XmlElement) => Generator<ImportRecord, string | null>

/**
 * When a comment was written: in UTC, or, where another system's import left that at zero, by the clock of the site. Its time zone is
 * not in the file; that it is needed is told once.
 */
function readerOfTimes(timeZone: string | undefined): ReadTime {
  const clock = timeZone === undefined ? null : new LocalClock(timeZone)
  let hasTold = false
  return function* readTime(comment) {
    const local = childText(comment, 'wp:comment_date')
    const instant = toInstant(childText(comment, 'wp:comment_date_gmt')) || (clock?.read(local) ?? '')
    // Any time zone tells whether it is a time at all.
    if (instant !== '' || clock !== null || new LocalClock('UTC').read(local) === null) return instant
    if (!hasTold) yield tell(comment.line, NO_OFFSET)
    hasTold = true
    return null
  }
}

function* readArticle(item: Item): Generator<ImportRecord> {
  const field = (name: string) => item.fields.get(name) ?? ''
  const link = field('link')
  const number = field('wp:post_id')
  const externalId = link !== '' ? idOfAddress(link) : number === '' ? `wordpress-line-${item.line}` : `wordpress-post-${number}`
  item.articleExternalId = externalId
  const body = markupToText(field('content:encoded')).slice(0, MAX_BODY).toWellFormed()
  const title = markupToText(field('title')) || link || externalId
  const publishedAt = toInstant(field('wp:post_date_gmt'))
  const login = field('dc:creator')
  const author = item.authors.get(login) || login
  const input = keepFields(title, { url: link, body, author, publishedAt }) ?? { title: externalId }
  yield { kind: 'article', line: item.line, externalId, input, isOnlyIfMissing: true }
}

/** WordPress numbers comments over the whole site, but an export of several sites may repeat numbers. */
function nameComment(articleExternalId: string, number: string): string {
  return idOfAddress(`${articleExternalId}#comment-${number}`)
}

function findSkipReason(type: string, approved: string): SkipReason | null {
  const linkBack = findLinkBack(type)
  if (linkBack !== null) return linkBack
  if (approved === 'spam') return 'spam'
  if (approved === 'trash' || approved === 'post-trashed') return 'deleted'
  if (NOTES.has(type)) return 'unapproved'
  return approved === '1' || approved === '' || approved === 'approve' ? null : 'unapproved'
}

/** `2014-01-14 17:32:12`, which is UTC, as an instant. An all-zero time is how WordPress says that it does not know. */
function toInstant(text: string): string {
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text) && !text.startsWith('0000') ? `${text.replace(' ', 'T')}Z` : ''
}
