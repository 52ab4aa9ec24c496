import { expect } from 'vitest'
import * as articleComments from '@/app/api/v1/articles/[externalId]/comments/route'
import * as article from '@/app/api/v1/articles/[externalId]/route'
import * as appeals from '@/app/api/v1/comments/[externalId]/appeals/route'
import * as reports from '@/app/api/v1/comments/[externalId]/reports/route'
import * as comment from '@/app/api/v1/comments/[externalId]/route'
import * as commenter from '@/app/api/v1/commenters/[externalId]/route'
import * as commenterData from '@/app/api/v1/commenters/[externalId]/data/route'
import * as erasure from '@/app/api/v1/commenters/[externalId]/erasure/route'
import * as bulk from '@/app/api/v1/comments/bulk/route'
import * as comments from '@/app/api/v1/comments/route'
import * as coral from '@/app/api/v1/coral/[id]/route'
import * as decisions from '@/app/api/v1/decisions/route'
import * as transparency from '@/app/api/v1/transparency/route'
import { PATHS } from '@/lib/contracts/openapi/paths'
import { Problem } from '@/lib/contracts/problem'
import type { Handler } from '@/lib/http/handler'
import { readApiDocument } from '@/lib/http/api/openapi'

/** The real route files, by the path they are documented under. */
const ROUTES: Record<string, Partial<Record<string, Handler>>> = {
  '/articles/{externalId}': article,
  '/articles/{externalId}/comments': articleComments,
  '/coral/{id}': coral,
  '/decisions': decisions,
  '/transparency': transparency,
  '/commenters/{externalId}': commenter,
  '/commenters/{externalId}/data': commenterData,
  '/commenters/{externalId}/erasure': erasure,
  '/comments': comments,
  '/comments/bulk': bulk,
  '/comments/{externalId}': comment,
  '/comments/{externalId}/reports': reports,
  '/comments/{externalId}/appeals': appeals,
}

/** Each answer that was seen and held to the document, as `GET /articles/{externalId} 200`. */
export const seen = new Set<string>()

/**
 * Sends a request to the route that it belongs to, and checks the answer: the document lists its status and media type
 * for this path and method, and the body has the shape of the schema that the document is made from, with nothing more.
 */
export async function callDocumented(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const path = Object.keys(ROUTES)
    .sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
    .find((template) => new RegExp(`^/api/v1${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname))
  const handler = path === undefined ? undefined : ROUTES[path]?.[request.method]
  if (path === undefined || !handler) throw new Error(`No route takes ${request.method} ${pathname}.`)
  const response = await handler(request)
  await checkAnswer(path, request.method, response.clone())
  seen.add(`${request.method} ${path} ${response.status}`)
  return response
}

async function checkAnswer(path: string, upperMethod: string, response: Response): Promise<void> {
  const method = upperMethod.toLowerCase() as 'get'
  const { status } = response
  const documented = readApiDocument().paths?.[path]?.[method]?.responses?.[status] as { content?: object } | undefined
  expect(documented, `${upperMethod} ${path} answered ${status}, which is not documented`).toBeDefined()
  const type = response.headers.get('content-type')
  expect(type === null ? [] : [type]).toEqual(Object.keys(documented?.content ?? {}))
  const schema = status >= 400 ? Problem : PATHS[path]?.[method]?.answers[status]?.schema
  const text = await response.text()
  if (!schema) return expect(text).toBe('')
  const documents = type === 'application/x-ndjson' ? text.split('\n').filter((line) => line !== '') : [text]
  for (const document of documents) {
    const body: unknown = JSON.parse(document)
    // Parsing drops what the schema does not know: equal means that there was nothing.
    expect(schema.parse(body)).toEqual(body)
  }
}

/** All answers that the document promises below /api/v1, in the words of `seen`. */
export function listDocumented(): string[] {
  const paths = Object.entries(readApiDocument().paths ?? {}).filter(([path]) => path in PATHS)
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { responses: object }>).flatMap(([method, { responses }]) =>
      Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
    ),
  )
}
