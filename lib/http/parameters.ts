import { SOURCE_ID } from '../contracts/openapi/operation'
import { PATHS } from '../contracts/openapi/paths'
import { DomainError } from '../domain/errors'

const BASE = '/api/v1'

/** Each address of the public API, with the parameters of its methods. Those without a named part first: `/comments/bulk` is no comment. */
const ADDRESSES = Object.entries(PATHS)
  .map(([path, methods]) => ({
    isNamed: path.includes('{'),
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    parameters: new Map(
      Object.entries(methods)
        .filter(([, { scope }]) => scope !== 'coral')
        .map(([method, { path: named, query }]) => [
          method.toUpperCase(),
          [...Object.keys(query?.shape ?? {}), ...(named && 'externalId' in named.shape ? Object.keys(SOURCE_ID.shape) : [])],
        ]),
    ),
  }))
  .sort((one, other) => Number(one.isNamed) - Number(other.isNamed))

/**
 * Refuses a parameter that an address of the public API does not have, or has twice: passed over, a mistyped `after` would begin the feed
 * anew, and a mistyped `revision` delete what is newer. Null when there is nothing to refuse.
 */
export function refuseParameters({ method, url }: Pick<Request, 'method' | 'url'>): DomainError | null {
  if (!url.includes('?')) return null
  const { pathname, searchParams } = new URL(url)
  if (!pathname.startsWith(BASE)) return null
  const path = pathname.slice(BASE.length)
  const known = ADDRESSES.find(({ pattern }) => pattern.test(path))?.parameters.get(method === 'HEAD' ? 'GET' : method)
  if (known === undefined) return null
  const names = [...searchParams.keys()]
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) return refuse(unknown, `is not known here. ${tellKnown(known)}`)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  return twice === undefined ? null : refuse(twice, 'is given more than once. Where several values are meant, put commas between them.')
}

function refuse(name: string, what: string): DomainError {
  const shown = name.slice(0, 50).toWellFormed()
  return new DomainError('malformed', `The parameter ${JSON.stringify(shown)} ${what}`, { problems: [{ path: [shown], message: what }] })
}

function tellKnown(known: readonly string[]): string {
  return known.length === 0 ? 'This address takes none.' : `Known are: ${known.join(', ')}.`
}
