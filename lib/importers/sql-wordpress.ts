import { lose, tell, type ImportRecord } from './import-record'
import { Spool } from './spool'
import type { SqlRecord } from './sql-record'
import { findWordPressSkip, nameWordPressPost, readerOfWordPressTimes, readWordPressComment, readWordPressPost } from './wordpress-records'

export type WordPressRole = 'comments' | 'posts' | 'options' | 'users'

/** The tables of WordPress, by columns that only they have. */
const TABLES: readonly [WordPressRole, readonly string[]][] = [
  ['comments', ['comment_id', 'comment_post_id', 'comment_content']],
  ['posts', ['id', 'post_title', 'post_type', 'post_status']],
  ['options', ['option_name', 'option_value']],
  ['users', ['id', 'user_login', 'display_name']],
]
const SETTINGS = new Set(['home', 'siteurl', 'permalink_structure'])
/** Beyond them, those who write articles stay unknown. */
const MAX_USERS = 100_000
const NO_POSTS = 'The dump has no table of posts: the articles are called by their numbers.'

/** Which of WordPress's tables has these columns. */
export function findWordPressRole(columns: readonly string[]): WordPressRole | null {
  const names = new Set(columns.map((name) => name.toLowerCase()))
  return TABLES.find(([, own]) => own.every((name) => names.has(name)))?.[0] ?? null
}

interface Post {
  line: number
  id: string
  parent: string
  type: string
  slug: string
  guid: string
  title: string
  content: string
  author: string
  date: string
  dateGmt: string
}

/**
 * The tables of one WordPress in a dump: comments under their posts, as in its export (wordpress.ts). A post's address is made of the
 * settings, as WordPress does; posts, settings and users may stand before the comments or behind.
 */
export class WordPressTables {
  readonly #comments = new Spool<SqlRecord>()
  readonly #posts = new Spool<Post>()
  readonly #settings = new Map<string, string>()
  readonly #users = new Map<string, string>()
  readonly #commented = new Set<string>()
  #hasPosts = false

  /**
   * @param prefix what the names of its tables begin with, such as `wp_`
   * @param database what sets it apart from another WordPress of the dump whose tables are called the same; else empty
   */
  constructor(
    private readonly prefix: string,
    private readonly database: string,
    private readonly timeZone: string | undefined,
  ) {}

  async add(role: WordPressRole, { line, cells }: SqlRecord): Promise<void> {
    const cell = (name: string) => cells[name] ?? ''
    if (role === 'options') {
      if (SETTINGS.has(cell('option_name'))) this.#settings.set(cell('option_name'), cell('option_value'))
    } else if (role === 'users') {
      if (this.#users.size < MAX_USERS) this.#users.set(cell('id'), cell('display_name') || cell('user_login'))
    } else if (role === 'comments') {
      this.#commented.add(cell('comment_post_id'))
      await this.#comments.add({ line, cells })
    } else {
      this.#hasPosts = true
      // Earlier versions of a post and entries of menus have no comments.
      if (!/^(?:revision|nav_menu_item|customize_changeset|oembed_cache)$/.test(cell('post_type')))
        await this.#posts.add(toPost(line, cell))
    }
  }

  async *tellAll(): AsyncGenerator<ImportRecord> {
    const articles = new Map<string, string>()
    const told = new Set<string>()
    for await (const post of this.#posts.read()) {
      if (!this.#commented.has(post.id)) continue
      const record = readWordPressPost({ ...post, link: this.#findAddress(post), author: this.#users.get(post.author) ?? '' })
      articles.set(post.id, record.externalId)
      yield record
    }
    const readTime = readerOfWordPressTimes(this.timeZone)
    let hasTold = this.#hasPosts
    for await (const { line, cells } of this.#comments.read()) {
      const cell = (name: string) => cells[name] ?? ''
      const why = findWordPressSkip(cell('comment_type'), cell('comment_approved'))
      const post = cell('comment_post_id')
      if (why !== null) yield { kind: 'skipped', line, why }
      else if (cell('comment_id') === '') yield lose(line, 'This comment has no id.')
      else {
        const known = articles.get(post)
        const externalId = known ?? this.#nameUnknown(post)
        if (!hasTold) yield tell(line, NO_POSTS)
        hasTold = true
        if (known === undefined && !told.has(post)) {
          told.add(post)
          yield { kind: 'article', line, externalId, input: { title: externalId }, isOnlyIfMissing: true }
        }
        const comment = toComment(line, cell)
        // Another database has other people.
        const user = comment.user === '' || comment.user === '0' ? '' : `${this.database.slice(0, 100)}${comment.user}`
        yield* readWordPressComment({ ...comment, user }, externalId, readTime)
      }
    }
  }

  async close(): Promise<void> {
    await this.#comments.close()
    await this.#posts.close()
  }

  #nameUnknown(id: string): string {
    const name = nameWordPressPost({ link: '', id, line: 0 })
    const apart = this.database.slice(0, 100) + (this.prefix === 'wp_' ? '' : this.prefix.slice(0, 100))
    return name.replace('-post-', `-${apart}post-`)
  }

  /** The address that a post has on its site, if the settings say enough; else the one it was made with. */
  #findAddress(post: Post): string {
    const home = (this.#settings.get('home') ?? this.#settings.get('siteurl') ?? '').replace(/\/+$/, '')
    const pattern = this.#settings.get('permalink_structure')
    const made = post.type !== 'attachment' && /^https?:\/\//.test(post.guid) ? post.guid : ''
    if (home === '' || pattern === undefined) return made
    if (pattern === '') return post.type === 'post' ? `${home}/?p=${post.id}` : made
    if (post.type === 'page')
      return post.parent === '0' && post.slug !== '' ? `${home}/${post.slug}${pattern.endsWith('/') ? '/' : ''}` : made
    return post.type === 'post' && post.slug !== '' ? (fillIn(home, pattern, post) ?? made) : made
  }
}

/** Null where it needs more than the post itself, such as its category. */
function fillIn(home: string, pattern: string, { id, slug, date }: Post): string | null {
  const [year = '', month = '', day = '', hour = '', minute = '', second = ''] = date.split(/\D/)
  const parts = new Map(Object.entries({ year, monthnum: month, day, hour, minute, second, postname: slug, ['post_id']: id }))
  const path = pattern.replace(/%(\w+)%/g, (all, name: string) => parts.get(name) ?? all)
  return path.includes('%') && /%\w+%/.test(path.replaceAll(slug, '')) ? null : `${home}${path}`
}

function toPost(line: number, cell: (name: string) => string): Post {
  return {
    line,
    id: cell('id'),
    parent: cell('post_parent') || '0',
    type: cell('post_type'),
    slug: cell('post_name'),
    guid: cell('guid'),
    title: cell('post_title'),
    content: cell('post_content'),
    author: cell('post_author'),
    date: cell('post_date'),
    dateGmt: cell('post_date_gmt'),
  }
}

function toComment(line: number, cell: (name: string) => string) {
  return {
    line,
    id: cell('comment_id'),
    parent: cell('comment_parent'),
    user: cell('user_id'),
    author: cell('comment_author'),
    content: cell('comment_content'),
    date: cell('comment_date'),
    dateGmt: cell('comment_date_gmt'),
  }
}
