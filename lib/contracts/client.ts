import type { AppealAnswer, AppealInput } from './appeal'
import type {
  AcceptedComment,
  ArticleInput,
  ArticleResource,
  CommentInput,
  CommentPatch,
  IngestAnswer,
  ReportAnswer,
  ReportInput,
  StaleRemoval,
} from './ingest'
import type { BulkResult } from './bulk'
import type { CommenterData } from './commenter-data'
import type { Erasure } from './erasure'
import type { FeedItem, FeedPage, FeedQuery } from './feed'
import type { Problem } from './problem'
import type { CommentPage, CommentResource } from './read'
import type { TransparencyReport } from './transparency'

/** A refusal by Parley. An answer that is not a problem document, such as a proxy's, gets one of the type about:blank. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(readonly problem: Problem) {
    super(`${problem.title}: ${problem.detail}`)
  }
}

/** How to reach a site: `baseUrl` without `/api/v1`, and one of its API keys. `fetch` may replace the global one. */
interface ClientOptions {
  baseUrl: string
  key: string
  fetch?: (request: Request) => Promise<Response>
}

/** A line of a stream: a comment, or an article with its external id. */
export type BulkItem = CommentInput | (ArticleInput & { type: 'article'; externalId: string })

/** A page of comments, and the ETag that identifies it. */
export interface KnownPage {
  etag: string
  page: CommentPage
}

/** The public API as functions. All of them throw ProblemError when Parley refuses. */
export interface ParleyClient {
  putArticle: (externalId: string, article: ArticleInput) => Promise<ArticleResource>
  getArticle: (externalId: string) => Promise<ArticleResource>
  /** Up to 1,000 at once; each is accepted or refused on its own. */
  postComments: (comments: readonly CommentInput[]) => Promise<IngestAnswer>
  /**
   * Sends any number of comments and articles as a stream, and yields what became of each once it is committed. Read the
   * outcomes to their end: if nobody reads them, the sending stops.
   */
  sendComments: (items: AsyncIterable<BulkItem> | Iterable<BulkItem>) => AsyncGenerator<BulkResult>
  editComment: (externalId: string, patch: CommentPatch) => Promise<AcceptedComment>
  /** Undefined when the comment is deleted, now or already. */
  removeComment: (externalId: string, revision?: number) => Promise<StaleRemoval | undefined>
  getComment: (externalId: string) => Promise<CommentResource>
  /** One page; pass `next` as cursor for the following one. */
  listArticleComments: (
    externalId: string,
    query?: Partial<{ status: string; order: 'oldest' | 'newest'; limit: number; cursor: string }>,
  ) => Promise<CommentPage>
  /**
   * The same, for polling: pass what you got before, and you get that very object back while nothing has changed. The server then
   * sends no body.
   */
  refreshArticleComments: (
    known: KnownPage | null,
    externalId: string,
    query?: Partial<{ status: string; order: 'oldest' | 'newest'; limit: number; cursor: string }>,
  ) => Promise<KnownPage>
  listDecisions: (query?: Partial<FeedQuery>) => Promise<FeedPage>
  /** Every decision after a position, and then each new one as it is taken. Remember the `position` of the last one you handled. */
  followDecisions: (after: number) => AsyncGenerator<FeedItem>
  reportComment: (externalId: string, report: ReportInput) => Promise<ReportAnswer>
  /** Passes on the commenter's own words against a decision. */
  appealDecision: (externalId: string, appeal: AppealInput) => Promise<AppealAnswer>
  /** Everything kept about somebody; with `notes`, what colleagues noted too. */
  getCommenterData: (externalId: string, query?: { notes: boolean }) => Promise<CommenterData>
  /** Cannot be undone; `getErasure` says when it is finished. */
  eraseCommenter: (externalId: string) => Promise<Erasure>
  getErasure: (externalId: string) => Promise<Erasure>
  /** What was moderated in a year, a quarter, a month or any days, to be published; without a query, this month. */
  getTransparency: (query?: { period: string } | { from: string; to: string }) => Promise<TransparencyReport>
}

/** A client of the API at `/api/v1` of one site, for Node 20 or any runtime with fetch. Connection errors are fetch's own. */
export function createParleyClient({ baseUrl, key, fetch = globalThis.fetch }: ClientOptions): ParleyClient {
  /** Throws refusals; 304 (nothing has changed) is an answer. */
  async function ask(path: string, init: RequestInit, headers: Record<string, string>): Promise<Response> {
    const address = `${baseUrl.replace(/\/+$/, '')}/api/v1${path}`
    const response = await fetch(new Request(address, { ...init, headers: { authorization: `Bearer ${key}`, ...headers } }))
    if (!response.ok && response.status !== 304) throw new ProblemError(await readProblem(response))
    return response
  }
  async function send(method: string, path: string, body?: unknown): Promise<unknown> {
    const hasBody = body !== undefined
    const init = { method, ...(hasBody ? { body: JSON.stringify(body) } : {}) }
    const response = await ask(path, init, hasBody ? { 'content-type': 'application/json' } : {})
    return response.status === 204 ? undefined : response.json()
  }
  const article = (externalId: string, below = '', query = {}) => addressOf('articles', externalId, below, query)
  const comment = (externalId: string, below = '', query = {}) => addressOf('comments', externalId, below, query)
  const commenter = (externalId: string, below = '', query = {}) => addressOf('commenters', externalId, below, query)
  // What the server answers is held to these shapes by its own tests.
  return {
    putArticle: (externalId, input) => send('PUT', article(externalId), input) as Promise<ArticleResource>,
    getArticle: (externalId) => send('GET', article(externalId)) as Promise<ArticleResource>,
    postComments: (comments) => send('POST', '/comments', comments) as Promise<IngestAnswer>,
    sendComments: async function* (items) {
      // `duplex` is needed with a stream, and unknown to the DOM types.
      const init = { method: 'POST', body: toNdjson(items), duplex: 'half' } as RequestInit
      const response = await ask('/comments/bulk', init, { 'content-type': 'application/x-ndjson' })
      for await (const line of readLines(response)) yield JSON.parse(line) as BulkResult
    },
    editComment: (externalId, patch) => send('PATCH', comment(externalId), patch) as Promise<AcceptedComment>,
    removeComment: (externalId, revision) =>
      send('DELETE', comment(externalId, '', revision === undefined ? {} : { revision })) as Promise<StaleRemoval | undefined>,
    getComment: (externalId) => send('GET', comment(externalId)) as Promise<CommentResource>,
    listArticleComments: (externalId, query = {}) => send('GET', article(externalId, '/comments', query)) as Promise<CommentPage>,
    refreshArticleComments: async (known, externalId, query = {}) => {
      const path = article(externalId, '/comments', query)
      const response = await ask(path, {}, known ? { 'if-none-match': known.etag } : {})
      if (response.status === 304 && known) return known
      return { etag: response.headers.get('etag') ?? '', page: (await response.json()) as CommentPage }
    },
    listDecisions: (query = {}) => send('GET', `/decisions${search(query)}`) as Promise<FeedPage>,
    followDecisions: async function* (after) {
      for (let next = after; ;) {
        const page = (await send('GET', `/decisions${search({ after: next, wait: 25 })}`)) as FeedPage
        yield* page.items
        next = page.next
      }
    },
    reportComment: (externalId, report) => send('POST', comment(externalId, '/reports'), report) as Promise<ReportAnswer>,
    appealDecision: (externalId, appeal) => send('POST', comment(externalId, '/appeals'), appeal) as Promise<AppealAnswer>,
    getCommenterData: (externalId, query = { notes: false }) =>
      send('GET', commenter(externalId, '/data', { notes: String(query.notes) })) as Promise<CommenterData>,
    eraseCommenter: (externalId) => send('DELETE', commenter(externalId)) as Promise<Erasure>,
    getErasure: (externalId) => send('GET', commenter(externalId, '/erasure')) as Promise<Erasure>,
    getTransparency: (query) => send('GET', `/transparency${search({ ...query })}`) as Promise<TransparencyReport>,
  }
}

/** Ids that a path cannot carry: `.` and `..`, and an address of the API. */
const UNNAMEABLE = new Set(['.', '..', 'bulk'])

/** The address of whatever an external id names; `below` follows it in the path. */
function addressOf(
  kind: 'articles' | 'comments' | 'commenters',
  externalId: string,
  below: string,
  query: Record<string, string | number>,
): string {
  if (UNNAMEABLE.has(externalId)) return `/${kind}/_${below}${search({ sourceId: externalId, ...query })}`
  return `/${kind}/${encodeURIComponent(externalId)}${below}${search(query)}`
}

function search(query: Record<string, string | number>): string {
  const text = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}

const SEND_AT = 64 * 1024

/** One JSON object per line, in pieces worth sending. */
function toNdjson(items: AsyncIterable<BulkItem> | Iterable<BulkItem>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const source = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      let text = ''
      while (text.length < SEND_AT) {
        const next = await source.next()
        if (next.done === true) {
          if (text !== '') controller.enqueue(encoder.encode(text))
          return controller.close()
        }
        text += `${JSON.stringify(next.value)}\n`
      }
      controller.enqueue(encoder.encode(text))
    },
  })
}

async function* readLines(response: Response): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter((line) => line !== '')
  }
  if (rest !== '') yield rest
}

async function readProblem(response: Response): Promise<Problem> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) return (await response.json()) as Problem
  await response.body?.cancel()
  return { type: 'about:blank', title: 'Not an answer of Parley', status: response.status, detail: `HTTP status ${response.status}` }
}
