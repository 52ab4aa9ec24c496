import { expect, it } from 'vitest'
import { GET } from '@/app/$discovery/rest/route'
import { findHotHandler } from '@/lib/http/hot-routes'

const ask = (query: string) => GET(new Request(`http://desk.test/$discovery/rest${query}`))

interface Discovery {
  rootUrl: string
  servicePath: string
  schemas: Record<string, { id: string }>
  resources: { comments: { methods: Record<string, { path: string; httpMethod: string; request: { $ref: string } }> } }
}

it("tells Google's client libraries where the methods are, and what they take", async () => {
  const response = await ask('?version=v1alpha1')
  expect(response.status).toBe(200)
  const { rootUrl, servicePath, schemas, resources } = (await response.json()) as Discovery
  const { methods } = resources.comments
  expect(Object.keys(methods)).toEqual(['analyze', 'suggestscore'])
  for (const { path, httpMethod, request } of Object.values(methods)) {
    const { pathname } = new URL(rootUrl + servicePath + path)
    expect(findHotHandler(httpMethod, pathname), pathname).toBeDefined()
    expect(schemas[request.$ref]?.id).toBe(request.$ref)
  }
  expect((await ask('?version=v2')).status).toBe(404)
})
