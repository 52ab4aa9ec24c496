import type { FeatureInput } from '@/lib/contracts/article-act'
import type { DecisionAnswer, DecisionInput } from '@/lib/contracts/decision'
import type { Problem } from '@/lib/contracts/problem'
import type { CommentContext, QueueCounts, QueueFilter, QueuePage } from '@/lib/contracts/queue'
import type { CommentStatus } from '@/lib/domain/comment'
import type { Queue, QueueSort } from '@/lib/domain/queues'

/** What the address of the queue says, without the cursor. */
export interface QueueFilters {
  queue: Queue
  article: string | null
  commenter: string | null
  status: CommentStatus[]
  /** A search (lib/domain/search), which narrows the queue down. */
  q: string
  /** Null for the queue's own order. */
  sort: QueueSort | null
}

/** What narrows a queue down, as the API is asked. */
export function toFilter({ article, commenter, status, q }: Omit<QueueFilters, 'queue' | 'sort'>): QueueFilter {
  return { ...(article === null ? {} : { article }), ...(commenter === null ? {} : { commenter }), status, q }
}

/** The server answered, and refused or failed; `problem` says how. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  constructor(readonly problem: Problem) {
    super(problem.detail)
  }
}

/** There was no answer. Whether a change was made is unknown; asking again tells. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
  constructor(
    /** Whether it broke in the middle of the answer. */
    readonly isBroken = false,
  ) {
    super('The server could not be reached.')
  }
}

/** What a server says whose database is away, and a proxy of a server that is. */
const AWAY = new Set([502, 503, 504])

/** Whether the session has ended, or somebody else has signed in in this browser. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 401
}

/** Whether a request is to be sent again: there was no answer, one that says to come again, or one that says to sign in again. */
export function isToSendAgain(error: unknown): boolean {
  return error instanceof UnreachableError || isSignedOut(error) || (error instanceof ProblemError && AWAY.has(error.problem.status))
}

let sender: string | null = null

/** From now on this page sends in the name of this user: nothing goes out in the name of whoever signs in in another tab meanwhile. */
export function sendAs(userId: string): void {
  sender = userId
}

/** The headers of a change that say in whose name this page sends it; none where nobody has signed in yet. */
export function nameSender(): Record<string, string> {
  return sender === null ? {} : { 'parley-user': sender }
}

/** @throws ProblemError, UnreachableError; so do all below */
export function fetchQueuePage(filters: QueueFilters, cursor: string | null, signal?: AbortSignal): Promise<QueuePage> {
  const search = buildSearch(filters)
  if (cursor !== null) search.set('cursor', cursor)
  return requestJson(`/api/v1/desk/queue?${search.toString()}`, signal ? { signal } : {})
}

export function fetchCounts(filters: Omit<QueueFilters, 'queue' | 'sort'>, signal?: AbortSignal): Promise<QueueCounts> {
  const search = buildSearch(filters)
  return requestJson(`/api/v1/desk/counts?${search.toString()}`, signal ? { signal } : {})
}

export function fetchCommentContext(id: string, signal?: AbortSignal): Promise<CommentContext> {
  return requestJson(`/api/v1/desk/comments/${encodeURIComponent(id)}`, signal ? { signal } : {})
}

export function postDecision(id: string, input: DecisionInput): Promise<DecisionAnswer> {
  return sendDesk('POST', `comments/${encodeURIComponent(id)}/decisions`, input)
}

/** Lets a comment stand out on the page, or ends that. */
export function setFeatured(id: string, isOn: boolean, input: FeatureInput): Promise<DecisionAnswer> {
  return sendDesk(isOn ? 'PUT' : 'DELETE', `comments/${encodeURIComponent(id)}/feature`, input)
}

export function postUndo(decisionId: string): Promise<DecisionAnswer> {
  return sendDesk('POST', `decisions/${encodeURIComponent(decisionId)}/undo`)
}

function buildSearch(filters: Partial<QueueFilters>): URLSearchParams {
  const search = new URLSearchParams()
  if (filters.queue !== undefined) search.set('queue', filters.queue)
  if (filters.article) search.set('article', filters.article)
  if (filters.commenter) search.set('commenter', filters.commenter)
  if (filters.q) search.set('q', filters.q)
  if (filters.sort) search.set('sort', filters.sort)
  for (const status of filters.status ?? []) search.append('status', status)
  return search
}

/** Sends JSON to the desk's API and reads the answer; nothing where there is none. */
export function sendDesk<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return requestJson(`/api/v1/desk/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }),
  })
}

async function requestJson<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, { ...init, headers: { ...init.headers, ...nameSender() }, credentials: 'same-origin' })
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new UnreachableError()
  }
  if (response.status === 204) return undefined as Answer
  if (response.ok) return (await response.json()) as Answer
  throw new ProblemError(await readProblem(response))
}

/** A proxy in between may answer with anything; then the status alone has to do. */
async function readProblem(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<Problem>
    if (typeof body.detail === 'string') return { type: 'about:blank', title: '', status: response.status, ...body, detail: body.detail }
  } catch {
    // Not JSON: told below.
  }
  return {
    type: 'about:blank',
    title: '',
    status: response.status,
    detail: '',
  }
}
