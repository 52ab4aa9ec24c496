import { z } from 'zod'
import { CommentInput } from '../contracts/ingest'
import { tellProblem } from '../contracts/parse'
import type { SkipReason } from '../domain/skip-reasons'
import { ComentarioObjects } from './comentario'
import { idOfAddress } from './external-ids'
import { lose, tell, type ByteSource, type ImportRecord } from './import-record'
import { readInstant } from './instant'
import { readJsonItems } from './json-items'
import { DAMAGED_TEXT, LineDecoder } from './line-decoder'
import { markupToText } from './markup-text'
import { toSoundText, UNSOUND_TEXT } from './sound-text'
import { Spool, type CommentRecord } from './spool'

const MAX_ITEM_BYTES = 1024 * 1024
/** What Commento writes for "answers nothing" and for a commenter who did not say who they are. */
const NO_PARENT = 'root'
const NOBODY = /^(?:|anonymous|[0-]+)$/
const DELETED = '[deleted]'
/** What Commento writes first of each. */
const FIRST_KEYS = { comments: 'commentHex', commenters: 'commenterHex' }

const CommentItem = z.object({
  commentHex: z.string(),
  domain: z.string().nullish(),
  host: z.string().nullish(),
  url: z.string().nullish(),
  path: z.string().nullish(),
  authorName: z.string().nullish(),
  commenterHex: z.string().optional(),
  markdown: z.string().nullish(),
  html: z.string().nullish(),
  parentHex: z.string().optional(),
  state: z.string().optional(),
  creationDate: z.string().optional(),
  deleted: z.boolean().optional(),
})
type CommentItem = z.infer<typeof CommentItem>

const Commenter = z.object({ commenterHex: z.string(), name: z.string() })

/**
 * The JSON export of Commento: `{"version": 1, "comments": […], "commenters": […]}`, and those of Comentario, which calls the page `host` and
 * `path`, or, from its third version on, keeps pages apart (comentario.ts).
 *
 * A comment keeps its `commentHex`, and as text what its author typed (`markdown`) or, without that, what was shown of it (`html`). Its article is known by its address,
 * domain and path together, and titled by it where the export knows no titles. Names stand at the end of the file:
 * the comments wait for them on disk. Deleted, flagged (spam), rejected and unapproved ones are left out and counted.
 */
export async function* readCommento(source: ByteSource): AsyncGenerator<ImportRecord> {
  const titles = new Map<string, string>()
  const reader = new CommentoReader(titles)
  const comentario = new ComentarioObjects(titles)
  const decoder = new LineDecoder()
  try {
    for await (const item of readJsonItems(source, MAX_ITEM_BYTES, FIRST_KEYS)) {
      if ('problem' in item) {
        yield { kind: 'problem', line: item.line, message: item.problem, isLost: item.isLost }
        continue
      }
      if (item.list !== 'comments' && item.list !== 'commenters' && item.list !== 'pages') continue
      const { text, isDamaged } = decoder.decode(item.bytes)
      const value = parseObject(text)
      if (isDamaged && value !== null) yield tell(item.line, DAMAGED_TEXT)
      if (value === null) yield lose(item.line, 'What begins here is not JSON.')
      else if (item.list === 'pages') comentario.addPage(value)
      else if (item.list === 'comments') yield* reader.addComment(item.line, comentario.toCommento(item.list, value))
      else yield* reader.addCommenter(item.line, comentario.toCommento(item.list, value))
    }
    yield* reader.tellAll()
  } finally {
    await reader.close()
  }
}

/** Takes Commento's comments and commenters in any order, from its export or from its database. */
export class CommentoReader {
  readonly #articles = new Set<string>()
  readonly #names = new Map<string, string>()
  readonly #spool = new Spool()

  /** @param titles what pages are called, by their address, where that is known */
  constructor(private readonly titles: ReadonlyMap<string, string> = new Map()) {}

  async *addComment(line: number, value: unknown): AsyncGenerator<ImportRecord> {
    for (const record of readItem(line, value, this.#articles, this.titles)) {
      if (record.kind === 'comment') await this.#spool.add(record)
      else yield record
    }
  }

  *addCommenter(line: number, value: unknown): Generator<ImportRecord> {
    yield* readCommenter(line, value, this.#names)
  }

  async *tellAll(): AsyncGenerator<ImportRecord> {
    for await (const record of this.#spool.read()) yield withName(record, this.#names)
  }

  async close(): Promise<void> {
    await this.#spool.close()
  }
}

/** @param articles external ids of the articles told so far */
function* readItem(
  line: number,
  value: unknown,
  articles: Set<string>,
  titles: ReadonlyMap<string, string>,
): Generator<ImportRecord, void> {
  const item = CommentItem.safeParse(value)
  if (!item.success) {
    yield lose(line, `${item.error.issues[0]?.path.join('.') ?? ''}: is missing or not valid.`)
    return
  }
  const why = findSkipReason(item.data)
  if (why !== null) {
    yield { kind: 'skipped', line, why }
    return
  }
  const { domain, host, url, path } = item.data
  const address = `${domain ?? host ?? ''}${path || (url ?? '')}`.trim()
  if (address === '') {
    yield lose(line, 'This comment names no page.')
    return
  }
  const articleExternalId = idOfAddress(address)
  if (!articles.has(articleExternalId)) {
    articles.add(articleExternalId)
    yield {
      kind: 'article',
      line,
      externalId: articleExternalId,
      input: { title: (titles.get(address) ?? address).slice(0, 1000) },
      isOnlyIfMissing: true,
    }
  }
  yield* readComment(line, item.data, articleExternalId)
}

function findSkipReason({ deleted, state, markdown }: CommentItem): SkipReason | null {
  if (deleted === true || markdown === DELETED) return 'deleted'
  if (state === 'flagged') return 'spam'
  if (state === 'rejected') return 'rejected'
  // Whatever else a state may say, only one of them is shown.
  return state === undefined || state === 'approved' ? null : 'unapproved'
}

function* readComment(line: number, item: CommentItem, articleExternalId: string): Generator<ImportRecord> {
  const { commenterHex = '', parentHex: parent, creationDate } = item
  const name = item.authorName?.trim() ?? ''
  const author = { ...(NOBODY.test(commenterHex) ? {} : { externalId: commenterHex }), ...(name === '' ? {} : { name }) }
  const postedAt = creationDate === undefined ? null : readInstant(creationDate)
  if (postedAt === null) yield { kind: 'problem', line, message: 'The time cannot be read and is left unknown.', isLost: false }
  const text = readText(item)
  if (text === null) {
    yield lose(line, 'This comment has a text neither in "markdown" nor in "html".')
    return
  }
  const body = toSoundText(text)
  if (body !== text) yield tell(line, UNSOUND_TEXT)
  const input = CommentInput.safeParse({
    externalId: item.commentHex,
    articleExternalId,
    body,
    ...(Object.keys(author).length === 0 ? {} : { author }),
    ...(parent === undefined || parent === '' || parent === NO_PARENT ? {} : { parentExternalId: parent }),
    ...(postedAt === null ? {} : { postedAt }),
  })
  if (input.success) yield { kind: 'comment', line, input: input.data, isQuoteLink: false }
  else yield lose(line, `${tellProblem(input.error)}.`)
}

/** Null when it has none. Some programs leave out what its author typed, or write it empty. */
function readText({ markdown, html }: CommentItem): string | null {
  const isTyped = typeof markdown === 'string' && markdown.trim() !== ''
  return isTyped || typeof html !== 'string' ? (markdown ?? null) : markupToText(html)
}

function* readCommenter(line: number, value: unknown, names: Map<string, string>): Generator<ImportRecord> {
  const commenter = Commenter.safeParse(value)
  if (commenter.success) names.set(commenter.data.commenterHex, commenter.data.name.trim())
  else yield { kind: 'problem', line, message: 'This commenter has no id or no name.', isLost: false }
}

/** The comment with its author's name; without it when there is none that can be stored. */
function withName(record: CommentRecord, names: ReadonlyMap<string, string>): CommentRecord {
  const { author } = record.input
  const name = author?.externalId === undefined ? undefined : names.get(author.externalId)
  if (!author || name === undefined) return record
  const named = CommentInput.safeParse({ ...record.input, author: { ...author, name } })
  return named.success ? { ...record, input: named.data } : record
}

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}
