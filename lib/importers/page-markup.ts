import type { CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { findSkip, isTombstone, POST_TEXTS, readAuthor, takeBody } from './page-comment-parts'
import { readTime } from './page-comment-times'
import { GATHERED, gatherDefinitionLists } from './page-definition-lists'
import { PageForest } from './page-forest'
import type { PageComment } from './page-json-ld'
import { PageQuery } from './page-query'

/** How comments are found in a page. `isSure` when nothing else is marked so. */
interface Recipe {
  isSure: boolean
  find: (page: CheerioAPI) => Element[]
  /** Where a comment's id does not stand on its own element. */
  idOf?: (element: Element) => string
}

/** What may mean a comment by its class, by the name that its makers test it by, or by its number. */
const COMMENT_MARKS =
  '[class*="comment" i],[class*="kommentar" i],[class*="message-view"],[data-testid*="comment" i],[data-comment-id],[data-message-id]'

/** The surest way first. The first that finds any counts. */
const RECIPES: readonly Recipe[] = [
  {
    isSure: true,
    find: (page) =>
      listAll(
        page,
        '[itemscope][itemtype*="schema.org/Comment"],[itemscope][itemtype*="schema.org/UserComments"],[itemscope][itemprop~="comment"]',
      ),
  },
  { isSure: true, find: (page) => listAll(page, '[itemscope][itemtype*="schema.org/DiscussionForumPosting"]') },
  // RDFa.
  { isSure: true, find: (page) => listAll(page, '[typeof~="Comment"],[typeof$=":Comment"],[typeof*=":Comment "]') },
  // Old blogs.
  { isSure: true, find: (page) => listAll(page, GATHERED) },
  // WordPress and its themes, and much that was made to look like it.
  { isSure: true, find: (page) => listAll(page, '[id^="comment-"],[id^="li-comment-"],[id^="div-comment-"]').filter(hasCommentNumber) },
  {
    isSure: true,
    find: (page) => [
      ...listAll(page, '.isso-comment,tr.comtr,shreddit-comment'),
      ...listAround(page, '.post-message', 'li.post[id^="post-"]'),
    ],
  },
  // Facebook's plugin, as it is now and as it was until 2014.
  { isSure: true, find: (page) => listAround(page, '.UFICommentActorName', '.clearfix'), idOf: readLinkedId },
  { isSure: true, find: (page) => listAround(page, '.postText', '.fbFeedbackPost,.fbFeedbackReply,.postContainer'), idOf: readLinkedId },
  {
    isSure: false,
    find: (page) => listAll(page, '[id*="comment" i],[id*="kommentar" i]').filter((element) => isBlock(element) && keyOf(element) !== ''),
  },
  { isSure: false, find: (page) => listOfCommonest(listAll(page, COMMENT_MARKS)) },
  // Forums: posts by their number, with their author and the text's own element.
  { isSure: false, find: (page) => listAll(page, '[id]').filter((element) => isBlock(element) && isForumPost(element)) },
]

const POST_TEXT = new PageQuery(POST_TEXTS)
const LINK = new PageQuery('a[href*="comment_id="]')
const USER_NAME = new PageQuery('[class*="username" i]')
const NUMBER = /^(?:div-|li-)?comment-(\d+)$/
/** No id that anybody gave is longer, and a made one would be looked through from each of its parts. */
const MAX_ID = 200
/** An id that ends in one comment's number or key: comment_1117, comment-4e7a3582eab, my-comment443. */
const KEY = /(?:comment|kommentar)(?:[-_][a-z]+)*[-_]?((?=[\w-]*\d)[\da-z][\w-]*)$/i
/** A class that means one comment: fig-comment, comment_item, CommentCard, article-comment-entry. */
const CLASS =
  /^(?:[a-z\d]+[-_]+)*(?:(?:comment|kommentar)(?:[-_]*(?:item|entry|card|box|wrap|wrapper|container|node|row|single|article|component|root|view))?|message-view)$/i
/** Elements that can hold a whole comment. */
const BLOCKS = new Set(['article', 'blockquote', 'dd', 'div', 'li', 'section', 'table', 'td', 'tr'])

/**
 * The comments of a page by its markup: schema.org's microdata first, then the usual marks of comment systems. A comment
 * within another answers it. The comments are taken out of the page. Texts are taken without the buttons and notes that themes put there.
 *
 * @param lineOf the line of the page on which an element begins
 * @param isSure only what is marked as comments and nothing else
 */
export function readMarkup(page: CheerioAPI, lineOf: (element: Element) => number, isSure = false): PageComment[] {
  gatherDefinitionLists(page)
  for (const recipe of RECIPES.filter((one) => one.isSure || !isSure)) {
    const forest = new PageForest(outermost(recipe.find(page), recipe.idOf ?? idOf))
    const read = new Map<Element, PageComment | null>()
    // The innermost first, each taken out to be read: what is left of a comment is then its own.
    for (const [element, id] of [...forest.roots].reverse()) {
      page(element).remove()
      read.set(element, readComment(page, element, { id, line: lineOf(element) }, recipe.isSure))
    }
    const comments: PageComment[] = []
    for (const element of forest.roots.keys()) {
      const comment = read.get(element)
      if (!comment) continue
      // What turned out to be no comment was put around some.
      let parent = forest.parentOf(element)
      while (parent !== null && !read.get(parent)) parent = forest.parentOf(parent)
      comment.parent = (parent && read.get(parent)) ?? null
      comments.push(comment)
    }
    if (comments.length > 0) return comments
  }
  return []
}

/** Elements of one comment are one comment, the outer one: `<li id="comment-5"><article id="div-comment-5">`. */
function outermost(elements: readonly Element[], idOf: (element: Element) => string): Map<Element, string> {
  const roots = new Map<Element, string>()
  const byId = new Set<string>()
  for (const element of elements) {
    const id = idOf(element)
    const key = NUMBER.test(element.attribs['id'] ?? '') ? id : keyOf(element) || id
    if (key !== '' && byId.has(key)) continue
    byId.add(key)
    roots.set(element, id)
  }
  return roots
}

/** Null when there is no comment in it after all. */
function readComment(page: CheerioAPI, element: Element, known: { id: string; line: number }, isSure: boolean): PageComment | null {
  const why = findSkip(page, element)
  const body = takeBody(page, element)
  const authorName = readAuthor(page, element)
  const skip = why ?? (isTombstone(body.markup, authorName) ? 'deleted' : null)
  const postedAt = readTime(page, element)
  const isComment = body.markup !== '' && (isSure || body.isSure || authorName !== '' || postedAt !== '')
  if (!isComment && skip === null) return null
  const { attribs } = element
  const parentId = attribs['data-parent-id'] ?? attribs['data-parent'] ?? attribs['parentid'] ?? ''
  return { ...known, parentId, parent: null, authorName, postedAt, skip, markup: body.markup }
}

/** Of the classes that mean a comment, those with the one that stands most often: others stand around them or within. */
function listOfCommonest(elements: readonly Element[]): Element[] {
  const byClass = new Map<string, Element[]>()
  for (const element of elements.filter(isBlock)) {
    const { attribs } = element
    const names = `${attribs['class'] ?? ''} ${attribs['data-testid'] ?? ''}`.split(/\s+/).filter((name) => CLASS.test(name))
    const numbers = ['data-comment-id', 'data-message-id'].filter((name) => attribs[name] !== undefined)
    for (const mark of [...names, ...numbers]) {
      const known = byClass.get(mark)
      if (known) known.push(element)
      else byClass.set(mark, [element])
    }
  }
  return [...byClass.values()].reduce((most, next) => (next.length > most.length ? next : most), [])
}

function listAll(page: CheerioAPI, selector: string): Element[] {
  return page<Element, string>(selector).toArray()
}

/** The elements around others, each once. Looked for from outside, each would be searched for what it holds. */
function listAround(page: CheerioAPI, inner: string, outer: string): Element[] {
  return page(inner)
    .closest(outer)
    .toArray()
    .filter((node): node is Element => 'attribs' in node)
}

function isBlock(element: Element): boolean {
  return BLOCKS.has(element.name)
}

/** A post's number is its id, and it holds who wrote it beside what. */
function isForumPost(element: Element): boolean {
  const id = element.attribs['id'] ?? ''
  return /^(?:post|p|msg|message)[-_]?\d+$/i.test(id) && POST_TEXT.first(element) !== null && USER_NAME.first(element) !== null
}

function hasCommentNumber(element: Element): boolean {
  return NUMBER.test(element.attribs['id'] ?? '')
}

function keyOf(element: Element): string {
  const id = element.attribs['id'] ?? ''
  return id.length > MAX_ID ? '' : (KEY.exec(id)?.[1] ?? '')
}

/** The number that the link to a comment has; the ids of its elements are new with each time the page is loaded. */
function readLinkedId(element: Element): string {
  const address = LINK.first(element)?.attribs['href'] ?? ''
  return (/[?&]reply_comment_id=([\w-]{1,200})/.exec(address) ?? /[?&](?:fb_)?comment_id=([\w-]{1,200})/.exec(address))?.[1] ?? ''
}

function idOf({ attribs }: Element): string {
  const number =
    NUMBER.exec(attribs['id'] ?? '')?.[1] ??
    attribs['thingid'] ??
    attribs['data-comment-id'] ??
    attribs['data-message-id'] ??
    (attribs['itemid'] ?? attribs['about'] ?? attribs['resource'])?.split('#comment-').at(-1)
  return (number ?? attribs['id'] ?? '').slice(0, 200)
}
