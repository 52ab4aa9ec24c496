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
import type { Problem } from './problem'

/** A refusal of Parley's. An answer that is no problem document, such as a proxy's, gets one of the type about:blank. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(readonly problem: Problem) {
    super(`${problem.title}: ${problem.detail}`)
  }
}

/** How to reach a site: `baseUrl` without `/api/v1`, and an API key of it. `fetch` can be another one than the global. */
interface ClientOptions {
  baseUrl: string
  key: string
  fetch?: (request: Request) => Promise<Response>
}

/** The public API as functions. All of them throw ProblemError when Parley refuses. */
export interface ParleyClient {
  putArticle: (externalId: string, article: ArticleInput) => Promise<ArticleResource>
  getArticle: (externalId: string) => Promise<ArticleResource>
  /** Up to 1,000 at once; each is taken or refused by itself. */
  postComments: (comments: readonly CommentInput[]) => Promise<IngestAnswer>
  editComment: (externalId: string, patch: CommentPatch) => Promise<AcceptedComment>
  /** Undefined when it is deleted, now or before. */
  removeComment: (externalId: string, revision?: number) => Promise<StaleRemoval | undefined>
  reportComment: (externalId: string, report: ReportInput) => Promise<ReportAnswer>
}

/** A client of the API at `/api/v1` of one site, for Node 20 or any runtime with fetch. Connection errors are fetch's own. */
export function createParleyClient({ baseUrl, key, fetch = globalThis.fetch }: ClientOptions): ParleyClient {
  async function send(method: string, path: string, body?: unknown): Promise<unknown> {
    const headers = { authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const init = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
    const response = await fetch(new Request(`${baseUrl.replace(/\/+$/, '')}/api/v1${path}`, init))
    if (!response.ok) throw new ProblemError(await readProblem(response))
    return response.status === 204 ? undefined : response.json()
  }
  const article = (externalId: string) => `/articles/${encodeURIComponent(externalId)}`
  const comment = (externalId: string) => `/comments/${encodeURIComponent(externalId)}`
  // What the server answers is held to these shapes by its own tests.
  return {
    putArticle: (externalId, input) => send('PUT', article(externalId), input) as Promise<ArticleResource>,
    getArticle: (externalId) => send('GET', article(externalId)) as Promise<ArticleResource>,
    postComments: (comments) => send('POST', '/comments', comments) as Promise<IngestAnswer>,
    editComment: (externalId, patch) => send('PATCH', comment(externalId), patch) as Promise<AcceptedComment>,
    removeComment: (externalId, revision) => {
      const query = revision === undefined ? '' : `?revision=${revision}`
      return send('DELETE', comment(externalId) + query) as Promise<StaleRemoval | undefined>
    },
    reportComment: (externalId, report) => send('POST', `${comment(externalId)}/reports`, report) as Promise<ReportAnswer>,
  }
}

async function readProblem(response: Response): Promise<Problem> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) return (await response.json()) as Problem
  await response.body?.cancel()
  return { type: 'about:blank', title: 'Not an answer of Parley', status: response.status, detail: `HTTP status ${response.status}` }
}
