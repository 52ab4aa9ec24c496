import { idOfAddress } from './external-ids'

/** A JSON-LD object; what it holds is looked at piece by piece. */
type Node = Readonly<Record<string, unknown>>

/** A comment as a page's markup or data gives it; empty where it says nothing. */
export interface PageComment {
  line: number
  id: string
  parentId: string
  /** The comment that it stands in, where that may have no id. */
  parent: PageComment | null
  authorName: string
  /** HTML. */
  markup: string
  postedAt: string
  /** Deleted at the source, waiting there for approval, or no comment at all. */
  skip: 'deleted' | 'unapproved' | 'pingback' | 'trackback' | null
}

/** What a page says of its article. */
export interface PageArticle {
  url: string
  title: string
  author: string
  standfirst: string
  body: string
  section: string
  language: string
  publishedAt: string
}

export interface PageData {
  article: Partial<PageArticle> | null
  comments: PageComment[]
}

const COMMENT_TYPES = new Set(['Comment', 'Answer', 'UserComments'])
const FORUM_POST = 'DiscussionForumPosting'
/** Deeper data than this is not a discussion. */
const MAX_DEPTH = 1000

/**
 * The article and the comments that a page's JSON-LD names: Comment and DiscussionForumPosting, nested in one another by
 * `comment`, or beside one another with `parentItem`. A single forum posting with comments is the article.
 *
 * @param scripts the parsed contents of the page's script elements, each with its line
 */
export function readJsonLd(scripts: readonly { line: number; value: unknown }[]): PageData {
  const found: PageData = { article: null, comments: [] }
  for (const { line, value } of scripts) {
    const nodes = listNodes(value, 0)
    const reader = new LinkedReader(line, mapById(nodes))
    const held = new Set(nodes.flatMap((node) => repliesOf(node).map((child) => reader.resolve(child))))
    const posts = nodes.filter((node) => hasType(node, FORUM_POST) && !held.has(node))
    const article = nodes.find(isArticle) ?? (posts.length === 1 && posts[0] && repliesOf(posts[0]).length > 0 ? posts[0] : undefined)
    if (article && !found.article) found.article = readArticle(article)
    for (const node of nodes) {
      if (node === article) reader.readAll(repliesOf(node), null, 0)
      else if (isComment(node) && !held.has(node)) reader.readAll([node], null, 0)
      else if (!isComment(node) && isWork(node)) reader.readAll(repliesOf(node), null, 0)
    }
    found.comments.push(...reader.comments)
  }
  return found
}

/** Reads the comments of one script, each once. */
class LinkedReader {
  readonly comments: PageComment[] = []
  readonly #seen = new Set<Node>()

  constructor(
    private readonly line: number,
    private readonly byId: ReadonlyMap<string, Node>,
  ) {}

  /** The node itself, or the one that a bare reference (`{"@id": "#c1"}`, or only `"#c1"`) means. */
  resolve(value: unknown): Node | null {
    const node = asNode(value)
    if (!node) return this.byId.get(textOf(value)) ?? null
    return (Object.keys(node).length === 1 && this.byId.get(textOf(node['@id']))) || node
  }

  readAll(values: readonly unknown[], parent: PageComment | null, depth: number): void {
    for (const value of values) {
      const node = this.resolve(value)
      if (!node || !isComment(node) || this.#seen.has(node) || depth > MAX_DEPTH) continue
      this.#seen.add(node)
      const comment = this.#read(node, parent)
      this.comments.push(comment)
      this.readAll(repliesOf(node), comment, depth + 1)
    }
  }

  #read(node: Node, parent: PageComment | null): PageComment {
    const [by] = listOf(node['author'] ?? node['creator'])
    const author = this.resolve(by)
    const name = author ? textOf(author['name'] ?? author['alternateName']) : textOf(by)
    const text = textOf(node['text'] ?? node['articleBody'] ?? node['commentText'] ?? node['description'])
    const named = this.resolve(node['parentItem'])
    return {
      line: this.line,
      id: idOf(node),
      parentId: named && isComment(named) ? idOf(named) : '',
      parent,
      authorName: name,
      markup: toMarkup(text),
      postedAt: textOf(node['dateCreated'] ?? node['datePublished'] ?? node['commentTime']),
      skip: textOf(node['creativeWorkStatus']).toLowerCase() === 'deleted' ? 'deleted' : null,
    }
  }
}

function readArticle(node: Node): Partial<PageArticle> {
  const author = listOf(node['author'])[0]
  return {
    url: textOf(node['url']) || textOf(asNode(node['mainEntityOfPage'])?.['@id'] ?? node['mainEntityOfPage']),
    title: textOf(node['headline'] ?? node['name']),
    author: textOf(asNode(author)?.['name'] ?? author),
    standfirst: textOf(node['description']),
    body: textOf(node['articleBody'] ?? node['text']),
    section: textOf(listOf(node['articleSection'])[0]),
    language: textOf(node['inLanguage']),
    publishedAt: textOf(node['datePublished']),
  }
}

/** An id such as 215101 where the address says `#comment-215101`, else what the source calls it. */
function idOf(node: Node): string {
  const own = asNode(node['identifier'])?.['value'] ?? node['identifier'] ?? node['@id'] ?? node['url']
  const text = typeof own === 'number' ? String(own) : textOf(own)
  return /#(?:div-|li-)?comment-(\d+)$/.exec(text)?.[1] ?? idOfAddress(text)
}

/** What answers it. */
function repliesOf(node: Node): unknown[] {
  return ['comment', 'acceptedAnswer', 'suggestedAnswer'].flatMap((key) => listOf(node[key]))
}

/** What pages put around their main objects. */
const AROUND = ['mainEntity', 'hasPart', 'itemListElement', 'item']

/** The top objects: of a list, of an @graph, of what stands around. */
function listNodes(value: unknown, depth: number): Node[] {
  if (depth > 8) return []
  if (Array.isArray(value)) return value.flatMap((item) => listNodes(item, depth + 1))
  const node = asNode(value)
  if (!node) return []
  const graph = node['@graph']
  return graph === undefined ? [node, ...AROUND.flatMap((key) => listNodes(node[key], depth + 1))] : listNodes(graph, depth + 1)
}

/** What may be named elsewhere: the top objects, who wrote them, and the comments within them. */
function mapById(nodes: readonly Node[]): Map<string, Node> {
  const byId = new Map<string, Node>()
  const waiting = [...nodes]
  for (const seen = new Set<Node>(); waiting.length > 0;) {
    const node = waiting.pop()
    if (!node || seen.has(node)) continue
    seen.add(node)
    const id = textOf(node['@id'])
    // A bare reference is not what it names.
    if (id !== '' && Object.keys(node).length > 1) byId.set(id, node)
    for (const child of [...repliesOf(node), ...listOf(node['author'])].map(asNode)) if (child) waiting.push(child)
  }
  return byId
}

function isComment(node: Node): boolean {
  return typesOf(node).some((type) => COMMENT_TYPES.has(type) || type === FORUM_POST)
}

function isArticle(node: Node): boolean {
  return typesOf(node).some((type) => /Article$|^BlogPosting$|^Report$/.test(type))
}

function isWork(node: Node): boolean {
  return typesOf(node).length > 0
}

function hasType(node: Node, wanted: string): boolean {
  return typesOf(node).includes(wanted)
}

function typesOf(node: Node): string[] {
  return listOf(node['@type']).map((type) => textOf(type).replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''))
}

function listOf(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? (value as unknown[]) : [value]
}

function asNode(value: unknown): Node | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : null
}

/** A text, also one that says of which language it is: `{"@value": "Fog", "@language": "en"}`. */
function textOf(given: unknown): string {
  const value = asNode(given)?.['@value'] ?? given
  return typeof value === 'string' ? value.trim() : ''
}

/** A tag as markup has it: in "if a<b or c>d" is none. */
const TAG_OR_REFERENCE = /<\/?[a-z][a-z\d]*(?:\s+[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"'>]+))*\s*\/?>|&(?:[a-z]+|#\d+);/i

/** Plain text, as `text` should be, keeps its < and &; some sites put HTML there. */
function toMarkup(text: string): string {
  if (TAG_OR_REFERENCE.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
