import { createHash } from 'node:crypto'
import type { ColumnChoice } from '../contracts/import'
import type { CommentRow } from './comment-rows'
import { readDiscoursePost } from './discourse'
import { idOfAddress } from './external-ids'
import { readCells, type JsonCell } from './json-cells'
import { readJsonRow, type JsonRow } from './json-fields'
import { parseJsonValue } from './json-value'
import { isMarkup, markupToText } from './markup-text'
import { isRichText, richTextToText } from './rich-text'

/** What the objects around a comment say of its article. */
export interface ArticleFacts {
  id?: string | undefined
  title?: string | undefined
  url?: string | undefined
  /** Whether a comment says so that these answer, and not what stands around them. */
  isOfParent?: boolean
}

/** A comment that was found, or an object in which none was. */
export type FoundInJson =
  | { kind: 'comment'; key: string; row: CommentRow; cells: JsonCell[]; facts: ArticleFacts | null; isArticleWeak: boolean }
  | { kind: 'nothing'; key: string; cells: JsonCell[]; isInComments: boolean }
  | { kind: 'too deep' }

interface Place {
  /** The key of the list or object that it stands in. */
  key: string
  facts: ArticleFacts | null
  parentId: string | undefined
  depth: number
  /** Whether it stands under the key itself, not in a list. */
  isEntry: boolean
}

/** Lists of comments are called so. */
const COMMENTS = /comment(?!er)|repl(?:y|ies)|answer|response|child|thread|message|kommentar|antwort/i
/** And those of the replies to one. */
const REPLIES = /^reply$|replies|reply_?list|answers|responses|child|comments|descendants|nested|kids|antworten|kommentare/i
const MAX_DEPTH = 1000
const MARKUP_NAME = /html|rendered|parsed|processed|display/

/**
 * The comments in a JSON value, wherever they stand. A comment is an object with a text and, unless it stands in a list that is called
 * after comments, an author, a time or a parent. What stands in its `replies`, `children` and the like answers it. An object around
 * comments that has a title, an address or an id is their article.
 *
 * @param path the keys that lead to the value
 */
export function* findJsonComments(value: unknown, path: readonly string[], choice: ColumnChoice): Generator<FoundInJson> {
  const key = path.at(-1) ?? ''
  yield* find(value, { key, facts: factsOfKey(key), parentId: undefined, depth: 0, isEntry: false }, choice)
}

function* find(value: unknown, place: Place, choice: ColumnChoice): Generator<FoundInJson> {
  if (typeof value !== 'object' || value === null) return
  if (place.depth > MAX_DEPTH) yield { kind: 'too deep' }
  else if (Array.isArray(value)) for (const one of value) yield* find(one, { ...place, depth: place.depth + 1, isEntry: false }, choice)
  else yield* findInObject(value, place, choice)
}

function* findInObject(value: object, place: Place, choice: ColumnChoice): Generator<FoundInJson> {
  const cells = readCells(value, isReplies)
  const read = readJsonRow(cells, choice)
  const parts = (Object.entries(value) as [string, unknown][]).filter(([, part]) => typeof part === 'object' && part !== null)
  if (isComment(read, place, choice) && !isArticle(value, read)) {
    const id = textOf(read, 'externalId') || keyAsId(place) || (parts.length > 0 ? nameByContent(read, place) : '')
    yield {
      kind: 'comment',
      key: place.key,
      row: rowOf(read, place, id, cells),
      cells,
      facts: place.facts,
      isArticleWeak: read.isArticleWeak,
    }
    const facts = read.isArticleWeak ? place.facts : { ...articleOf(read), isOfParent: true }
    for (const [key, part] of parts)
      if (isReplies(key)) yield* find(part, { key, facts, parentId: id, depth: place.depth + 1, isEntry: true }, choice)
    return
  }
  let count = 0
  for (const [key, part] of parts) {
    const facts = factsOfKey(key) ?? factsOf(read, COMMENTS.test(key)) ?? place.facts
    for (const found of find(part, { ...place, key, facts, depth: place.depth + 1, isEntry: true }, choice)) {
      if (found.kind === 'nothing' && !found.isInComments) continue
      count += 1
      yield found
    }
  }
  const mayBeOne = !place.isEntry || keyAsId(place) !== ''
  if (count === 0 && mayBeOne && !parts.some(([key]) => isReplies(key)))
    yield { kind: 'nothing', key: place.key, cells, isInComments: COMMENTS.test(place.key) }
}

function isComment({ cells }: JsonRow, { key, depth }: Place, choice: ColumnChoice): boolean {
  if (cells.body === undefined) return cells.deleted !== undefined && COMMENTS.test(key)
  if (choice.body !== undefined || cells.authorName || cells.authorExternalId || cells.postedAt || cells.parentExternalId) return true
  return COMMENTS.test(key) || (key === '' && depth <= 1)
}

/** A post that has a text and a title of its own and, beside them, comments. */
function isArticle(value: object, { cells }: JsonRow): boolean {
  const hasComments = Object.entries(value).some(([key, part]) => /^comments?$/i.test(key) && typeof part === 'object' && part !== null)
  return hasComments && cells.articleTitle?.path.length === 1 && cells.parentExternalId === undefined
}

/** Whether a key names replies. The one comment that is answered may be told whole, too; it is none. */
function isReplies(key: string): boolean {
  return REPLIES.test(key) && !/^(?:parent|in_?reply_?to|reply_?to|replied_?to|quote)/i.test(key)
}

/** What a comment says, as text. */
function rowOf(read: JsonRow, { parentId }: Place, id: string, cells: readonly JsonCell[]): CommentRow {
  const post = readDiscoursePost((name) => cells.find(({ path }) => path.length === 1 && path[0] === name)?.text ?? '')
  const row: CommentRow = Object.fromEntries(Object.entries(read.cells).map(([field, cell]) => [field, cell.text]))
  const body = read.cells.body
  const { postedAt } = read.cells
  const isUtc =
    postedAt !== undefined && /(?:gmt|utc)$/.test(postedAt.path.at(-1) ?? '') && /\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?$/.test(postedAt.text)
  const parent = textOf(read, 'parentExternalId')
  return {
    ...row,
    body: body === undefined ? '' : readBody(body),
    status: read.status,
    ...(isUtc ? { postedAt: `${postedAt.text}Z` } : {}),
    ...(id === '' ? {} : { externalId: id }),
    ...(parentId !== undefined && parent === '' ? { parentExternalId: parentId } : {}),
    ...post,
  }
}

function readBody({ path, text }: JsonCell): string {
  const rich = /^\s*\{\s*"type"/.test(text) ? parseJsonValue(text) : undefined
  if (isRichText(rich)) return richTextToText(rich)
  return MARKUP_NAME.test(path.at(-1) ?? '') || isMarkup(text) ? markupToText(text) : text
}

function textOf({ cells }: JsonRow, field: 'externalId' | 'parentExternalId'): string {
  return cells[field]?.text.trim() ?? ''
}

/** Databases that keep trees name each object by its key. */
function keyAsId({ key, isEntry }: Place): string {
  return isEntry && /^[\w-]+$/.test(key) && /\d/.test(key) ? key : ''
}

/** The id of a comment that has none, so that its replies can name it: the same for the same comment. */
function nameByContent({ cells }: JsonRow, { facts, parentId }: Place): string {
  const said = [cells.body, cells.authorName, cells.postedAt, cells.articleUrl, cells.articleExternalId].map((cell) => cell?.text ?? '')
  return `json-${createHash('sha256')
    .update(JSON.stringify([said, facts, parentId]))
    .digest('hex')
    .slice(0, 32)}`
}

/** Exports that keep comments by page name each list by the page's address. */
function factsOfKey(key: string): ArticleFacts | null {
  return /^(?:https?:\/\/|\/[^\s]*)/i.test(key) ? { url: key } : null
}

function articleOf({ cells }: JsonRow): ArticleFacts {
  return { id: cells.articleExternalId?.text, title: cells.articleTitle?.text, url: cells.articleUrl?.text }
}

/** What an object around comments says of their article. An id alone counts where comments stand right within. */
function factsOf({ cells }: JsonRow, isRightAround: boolean): ArticleFacts | null {
  const [id, own, title, url] = [cells.articleExternalId, cells.externalId, cells.articleTitle ?? nameOf(cells), cells.articleUrl].map(
    (cell) => (cell === undefined || cell.text.trim() === '' ? undefined : cell.text.trim()),
  )
  if (url === undefined && title === undefined && !(isRightAround && (id ?? own) !== undefined)) return null
  return { id: id ?? (url === undefined || /^[/]|^https?:/i.test(own ?? '') ? own : undefined), title, url }
}

function nameOf({ authorName }: JsonRow['cells']): JsonCell | undefined {
  return authorName?.name === 'name' ? authorName : undefined
}

/** The comment with its article, as its own words or those around it name it. */
export function putUnderArticle(row: CommentRow, facts: ArticleFacts | null, isArticleWeak: boolean): CommentRow {
  const isOwn = facts === null || !isArticleWeak
  const { articleExternalId, articleTitle, articleUrl, ...rest } = row
  const named = isOwn ? { id: articleExternalId, title: articleTitle, url: articleUrl } : facts
  const url = named.url?.trim().replace(/#[^#]*comment[^#]*$/i, '') || undefined
  const id = named.id?.trim() || (url === undefined ? undefined : idOfAddress(url))
  const title = named.title?.trim() || url || id
  const put = {
    ...rest,
    ...(id === undefined ? {} : { articleExternalId: idOfAddress(id) }),
    ...(title === undefined ? {} : { articleTitle: title }),
    ...(url === undefined ? {} : { articleUrl: url }),
  }
  return isOwn || facts.isOfParent === true || id === undefined ? put : { ...put, ...scopeIds(put, id) }
}

/** Numbers of a few digits count the comments of one page, as a rule: they are told apart by it. */
function scopeIds({ externalId, parentExternalId }: CommentRow, article: string): CommentRow {
  const scope = (id: string | undefined) =>
    id !== undefined && /^[1-9]\d{0,8}$/.test(id.trim()) ? idOfAddress(`${article}#${id.trim()}`) : id
  return {
    ...(externalId === undefined ? {} : { externalId: scope(externalId) ?? externalId }),
    ...(parentExternalId === undefined ? {} : { parentExternalId: scope(parentExternalId) ?? parentExternalId }),
  }
}

/** What the objects around a list say of its article, the nearest first. */
export function findFrameFacts(frame: unknown, path: readonly string[], choice: ColumnChoice): ArticleFacts | null {
  let [around, facts]: [unknown, ArticleFacts | null] = [frame, null]
  for (const key of path) {
    if (typeof around !== 'object' || around === null) break
    facts = factsOf(readJsonRow(readCells(around, isReplies), choice), COMMENTS.test(key)) ?? facts
    around = (around as Record<string, unknown>)[key]
  }
  return facts
}
