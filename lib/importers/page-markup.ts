import type { Cheerio, CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import type { PageComment } from './page-json-ld'

/** How comments are found in a page, the surest way first. The first that finds any counts. */
const RECIPES: readonly ((page: CheerioAPI) => Element[])[] = [
  (page) => page<Element, string>('[itemscope][itemtype*="schema.org/Comment"],[itemscope][itemtype*="schema.org/UserComments"]').toArray(),
  (page) => page<Element, string>('[itemscope][itemtype*="schema.org/DiscussionForumPosting"]').toArray(),
  // WordPress and its themes, and much that was made to look like it.
  (page) => page<Element, string>('[id^="comment-"],[id^="li-comment-"],[id^="div-comment-"]').toArray().filter(hasCommentNumber),
  (page) => page<Element, string>('.isso-comment,.comment,.comment-item,.comment-entry,[data-comment-id]').toArray(),
]

/** Where the parts of a comment stand, the surest place first. */
const BODIES = [
  '[itemprop="text"],[itemprop="commentText"],[itemprop="articleBody"]',
  '[class*="comment-content"],[class*="comment__content"],[class*="comment_content"],[class*="comment-text"],[class*="comment__text"],[class*="comment-message"],.isso-text',
  '.comment-body,.comment__body,.content,.text,.message,.body',
]
const AUTHORS = [
  '[itemprop="author"] [itemprop="name"],[itemprop="creator"] [itemprop="name"]',
  '.fn,[class*="author-name"],[class*="author-link"],[class*="username"],[class*="user-name"],.isso-author',
  '[itemprop="author"],[itemprop="creator"],[rel="author"],[class*="comment-author"] cite,[class*="comment__author"],[class*="comment-author"],.author,.user',
]
const TIMES = '[itemprop="dateCreated"],[itemprop="datePublished"],[itemprop="commentTime"],time[datetime]'
/** What themes put beside a name: when, and the way to the comment itself. */
const BESIDE_NAMES = 'time,a[href*="#comment"]'
/** What set them apart. From where a run of them begins: looked for at each sign, it would take as long again as the run is. */
const LAST_SIGNS = /(?<![\s·•|,–—-])[\s·•|,–—-]+$/
/** What themes put into a comment that nobody wrote. */
const CONTROLS =
  'script,style,form,button,svg,noscript,[class*="reply-link"],[class*="report-link"],[class*="edit-link"],[class*="awaiting-moderation"],[hidden]'
const NUMBER = /^(?:div-|li-)?comment-(\d+)$/

/**
 * The comments of a page by its markup: schema.org's microdata first, then the usual marks of comment systems. A comment
 * within another answers it. The comments are taken out of the page. Texts are taken without the buttons and notes that themes put there.
 *
 * @param lineOf the line of the page on which an element begins
 */
export function readMarkup(page: CheerioAPI, lineOf: (element: Element) => number): PageComment[] {
  for (const findAll of RECIPES) {
    const roots = outermost(findAll(page))
    const parents = new Map([...roots.keys()].map((element) => [element, findParent(element, roots)]))
    const comments: PageComment[] = []
    // The innermost first, each taken out once it is read: what is left of a comment is then its own.
    for (const [element, id] of [...roots].reverse()) {
      comments.push(readComment(page(element), element, { id, parentId: parents.get(element) ?? '', line: lineOf(element) }))
      page(element).remove()
    }
    const readable = comments.reverse().filter((comment) => comment.markup !== '' || comment.skip !== null)
    if (readable.length > 0) return readable
  }
  return []
}

/** Elements of one comment are one comment, the outer one: `<li id="comment-5"><article id="div-comment-5">`. */
function outermost(elements: readonly Element[]): Map<Element, string> {
  const roots = new Map<Element, string>()
  const byId = new Set<string>()
  for (const element of elements) {
    const id = idOf(element)
    const isSame = id !== '' ? byId.has(id) : roots.has(element.parent as Element)
    if (isSame) continue
    if (id !== '') byId.add(id)
    roots.set(element, id)
  }
  return roots
}

function readComment(own: Cheerio<Element>, element: Element, known: Pick<PageComment, 'id' | 'parentId' | 'line'>): PageComment {
  const time = own.find(TIMES).first()
  return {
    ...known,
    parentId: known.parentId || (element.attribs['data-parent-id'] ?? element.attribs['data-parent'] ?? ''),
    authorName: readAuthor(own),
    postedAt: time.attr('datetime') ?? time.attr('content') ?? '',
    skip: findSkip(own, element),
    markup: readBody(own),
  }
}

function readBody(own: Cheerio<Element>): string {
  for (const selector of BODIES) {
    const found = own.find(selector).first()
    if (found.length === 0) continue
    found.find(CONTROLS).remove()
    const html = found.html()?.trim() ?? ''
    if (html !== '' && found.text().trim() !== '') return html
  }
  const paragraphs = own.find('p').not(CONTROLS)
  paragraphs.find(CONTROLS).remove()
  return paragraphs
    .toArray()
    .map((paragraph) => own.find(paragraph).prop('outerHTML') ?? '')
    .join('')
}

function readAuthor(own: Cheerio<Element>): string {
  for (const selector of AUTHORS) {
    const found = own.find(selector).first()
    const alone = found.clone().find(BESIDE_NAMES).remove().end().text()
    const name = [found.attr('content') ?? '', alone, found.text()].map(tidyName).find((text) => text !== '')
    if (name !== undefined) return name
  }
  return ''
}

function tidyName(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(LAST_SIGNS, '')
    .replace(/\s*(?:says|sagt|dice|a dit|schreibt|writes)?\s*:?\s*$/i, '')
    .trim()
}

function findSkip(own: Cheerio<Element>, element: Element): PageComment['skip'] {
  const classes = (element.attribs['class'] ?? '').split(/\s+/)
  if (classes.includes('pingback')) return 'pingback'
  if (classes.includes('trackback')) return 'trackback'
  if (classes.some((name) => /^(?:is-)?deleted$|comment[-_]deleted/.test(name))) return 'deleted'
  return own.find('[class*="awaiting-moderation"]').text().trim() === '' ? null : 'unapproved'
}

function findParent(element: Element, roots: ReadonlyMap<Element, string>): string {
  for (let up = element.parent; up; up = up.parent) {
    const id = roots.get(up as Element)
    if (id !== undefined) return id
  }
  return ''
}

function hasCommentNumber(element: Element): boolean {
  return NUMBER.test(element.attribs['id'] ?? '')
}

function idOf({ attribs }: Element): string {
  const number = NUMBER.exec(attribs['id'] ?? '')?.[1] ?? attribs['data-comment-id'] ?? attribs['itemid']?.split('#comment-').at(-1)
  return (number ?? attribs['id'] ?? '').slice(0, 200)
}
