import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ErrorCode } from '@/lib/domain/errors'
import type { Operation } from '@/lib/contracts/openapi/operation'
import { PATHS } from '@/lib/contracts/openapi/paths'
import { describeProblem } from '@/lib/http/problem'
import { readApiDocument } from '@/lib/http/api/openapi'

const document = readApiDocument()
const text = JSON.stringify(document)
const operations = Object.entries(PATHS).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation, name: `${method.toUpperCase()} ${path}` })),
)

/** What the document says of an operation. */
function documented(path: string, method: string) {
  const found = document.paths?.[path]?.[method as 'get']
  if (!found) throw new Error(`The document has no ${method} ${path}.`)
  return found
}

/** The methods that each integrator's route file exports, as `GET /articles/{externalId}`. */
function listRoutes(): string[] {
  const files = ['articles', 'commenters', 'comments', 'coral', 'decisions', 'transparency'].flatMap((folder) =>
    readdirSync(`app/api/v1/${folder}`, { recursive: true, encoding: 'utf8' }).map((file) => `/${folder}/${file.replaceAll('\\', '/')}`),
  )
  const routes = files.filter((file) => file.endsWith('/route.ts'))
  return routes.flatMap((file) => {
    const path = file.replace(/\/route\.ts$/, '').replaceAll(/\[(\w+)\]/g, '{$1}')
    return [...readFileSync(`app/api/v1${file}`, 'utf8').matchAll(/\b(GET|PUT|POST|PATCH|DELETE): /g)].map(
      ([, method]) => `${method} ${path}`,
    )
  })
}

describe('the OpenAPI document', () => {
  it('names its version, itself, where the API is and how to sign requests', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: 'Parley', version: '1' })
    expect(document.servers).toEqual([{ url: '/api/v1' }])
    expect(document.components?.securitySchemes?.['apiKey']).toMatchObject({ type: 'http', scheme: 'bearer' })
  })

  it('has every method of every route file of articles, comments and reports, and no other', () => {
    expect(listRoutes()).toHaveLength(16)
    expect(operations.map(({ name }) => name).sort()).toEqual(listRoutes().sort())
    // What stands at the root, as Perspective had it, is tested by itself.
    const paths = Object.keys(document.paths ?? {}).filter((path) => path !== '/v1alpha1/comments:analyze')
    expect(paths.sort()).toEqual(Object.keys(PATHS).sort())
  })

  it('gives each operation an id of its own, a summary, a scope and a tag that is declared', () => {
    const ids = operations.map(({ path, method }) => documented(path, method).operationId)
    expect([...new Set(ids)].sort()).toEqual([
      ...[
        'appealDecision',
        'editComment',
        'eraseCommenter',
        'getArticle',
        'getComment',
        'getCommenterData',
        'getErasure',
        'getTransparency',
      ],
      ...[
        'listArticleComments',
        'listDecisions',
        'moderateForCoral',
        'postComments',
        'putArticle',
        'removeComment',
        'reportComment',
        'sendComments',
      ],
    ])
    for (const { path, method, operation } of operations) {
      const { summary, tags, security } = documented(path, method)
      expect(summary).not.toBe('')
      expect(document.tags?.map(({ name }) => name)).toContain(tags?.[0])
      expect(security).toEqual([operation.scope === 'coral' ? { coralSignature: [] } : { apiKey: [operation.scope] }])
    }
  })

  it('declares each part of a path template as a required parameter', () => {
    for (const { path, method } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const parameters = documented(path, method).parameters ?? []
      const inPath = parameters.flatMap((parameter) => ('in' in parameter && parameter.in === 'path' ? [parameter] : []))
      expect(inPath.map(({ name, required }) => ({ name, required }))).toEqual(named.map((name) => ({ name, required: true })))
    }
  })

  it('describes every answer, and has all of them', () => {
    for (const { path, method, operation } of operations) {
      const responses = documented(path, method).responses ?? {}
      // What a write refuses because of its Idempotency-Key comes on top.
      const takesKey = method !== 'get' && operation.scope !== 'coral' && operation.body?.mediaType === undefined
      const ofKey = takesKey ? (['conflict', 'invalid_input'] as const) : []
      // And what the address has that is not known there.
      const ofAddress = operation.scope === 'coral' ? [] : (['malformed'] as const)
      const codes = [...(Object.keys(operation.refusals) as ErrorCode[]), ...ofKey, ...ofAddress]
      // Two codes of one status are one answer.
      const refusals = new Set(codes.map((code) => describeProblem(code).status))
      const answers = [...Object.keys(operation.answers), ...(operation.isRevalidated ? ['304'] : [])]
      expect(Object.keys(responses)).toHaveLength(answers.length + refusals.size + 2)
      expect(Object.keys(responses).every((status) => /^[1-5]\d\d$/.test(status))).toBe(true)
      expect(Object.values(responses).every((response: { description: string }) => response.description.length > 5)).toBe(true)
    }
  })

  it('refers to nothing that it does not hold, and to nothing outside', () => {
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, target]) => target ?? '')
    const names = Object.keys(document.components?.schemas ?? {}).map((name) => `#/components/schemas/${name}`)
    expect(references.length).toBeGreaterThan(20)
    expect(references.filter((target) => !names.includes(target))).toEqual([])
  })

  it('lets answers grow, but not requests', () => {
    const { schemas } = document.components ?? {}
    expect(schemas?.['CommentInput']).toMatchObject({ additionalProperties: false, required: ['externalId', 'articleExternalId', 'body'] })
    expect(schemas?.['AcceptedComment']).not.toHaveProperty('additionalProperties')
    expect(schemas?.['Problem']).toMatchObject({ required: ['type', 'title', 'status', 'detail'] })
  })
})

describe('the examples', () => {
  const shown = operations.flatMap(({ name, operation }) => listExamples(name, operation))

  it('are there for every body and every operation with an answer', () => {
    expect(shown).toHaveLength(24)
  })

  it.each(shown)('$name has the shape that is documented', ({ schema, example }) => {
    expect(schema?.parse(example)).toEqual(example)
  })
})

function listExamples(name: string, { body, answers }: Operation) {
  const answered = Object.entries(answers).map(([status, { schema, example }]) => ({ name: `${name} ${status}`, schema, example }))
  const sent = body ? [{ name: `${name} body`, schema: body.schema, example: body.example }] : []
  return [...sent, ...answered].filter(({ example }) => example !== undefined)
}
