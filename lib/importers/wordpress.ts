import { lose, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import {
  findWordPressSkip,
  nameWordPressPost,
  readerOfWordPressTimes,
  readWordPressComment,
  readWordPressPost,
  type ReadWordPressTime,
} from './wordpress-records'
import { readXmlChildren } from './xml-children'
import { childMarkup, childText, type XmlElement } from './xml-element'

const CONTAINERS = new Set(['wp:author', 'item'])
const APART = new Set(['wp:author', 'item', 'wp:comment'])

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
  const readTime = readerOfWordPressTimes(timeZone)
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

function* readComment(comment: XmlElement, item: Item, readTime: ReadWordPressTime): Generator<ImportRecord> {
  const { line } = comment
  const field = (name: string) => childText(comment, `wp:comment_${name}`)
  const why = findWordPressSkip(field('type'), field('approved'))
  const id = field('id')
  if (why !== null) {
    yield { kind: 'skipped', line, why }
    return
  }
  if (id === '') {
    yield lose(line, 'This comment has no id.')
    return
  }
  const post = readPost(item)
  if (item.articleExternalId === null) yield readWordPressPost(post)
  item.articleExternalId = nameWordPressPost(post)
  yield* readWordPressComment(
    {
      line,
      id,
      parent: field('parent'),
      user: field('user_id'),
      author: field('author'),
      content: childMarkup(comment, 'wp:comment_content'),
      date: field('date'),
      dateGmt: field('date_gmt'),
    },
    item.articleExternalId,
    readTime,
  )
}

function readPost({ line, fields, authors }: Item) {
  const field = (name: string) => fields.get(name) ?? ''
  const login = field('dc:creator')
  return {
    line,
    id: field('wp:post_id'),
    link: field('link'),
    title: field('title'),
    content: field('content:encoded'),
    author: authors.get(login) || login,
    dateGmt: field('wp:post_date_gmt'),
  }
}
