import type { Scope } from '@/lib/domain/actor'
import { createApiKey } from '@/lib/services/api-key/create'
import type { TestSite } from './site'

/** A key of the site, made as Settings makes it. */
export async function makeKey(site: TestSite, ...scopes: Scope[]): Promise<string> {
  return (await createApiKey(await site.as('admin'), { name: 'CMS', scopes })).key
}

/** A request as a CMS sends it. */
export function apiRequest(
  method: string,
  path: string,
  options: { key?: string; body?: unknown; raw?: BodyInit; type?: string; known?: string } = {},
): Request {
  const { key, body, raw, type = 'application/json', known } = options
  const content = raw ?? (body === undefined ? null : JSON.stringify(body))
  return new Request(`http://desk.test/api/v1${path}`, {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(content === null ? {} : { 'content-type': type }),
      ...(known === undefined ? {} : { 'if-none-match': known }),
    },
    body: content,
  })
}
