import { DomainError } from '../domain/errors'
import { segmentAfter } from './handler'

/**
 * The external id that an address is about: what follows `name` in its path or, if it has one, the parameter `sourceId`. A path cannot carry every
 * id: clients resolve `.` and `..`, `bulk` is an address of the API, and some proxies decode %2F to a slash.
 *
 * @throws DomainError malformed when it is not valid percent-encoding, not_found when it is missing
 */
export function externalIdOf(request: Request, name: 'articles' | 'comments' | 'commenters'): string {
  const { search, searchParams } = new URL(request.url)
  const given = searchParams.get('sourceId')
  if (given === null) return segmentAfter(request, name)
  try {
    decodeURIComponent(search)
    return given
  } catch {
    throw new DomainError('malformed', 'The address is not valid percent-encoding.')
  }
}
