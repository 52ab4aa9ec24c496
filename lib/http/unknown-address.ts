import { DomainError } from '../domain/errors'
import { handlePublic } from './handler'

/** Any method on an address under `/api/v1/` that is nobody's: 404, in the form of every other refusal. */
export const handleUnknownAddress = handlePublic((request) => {
  const { pathname } = new URL(request.url)
  return Promise.reject(new DomainError('not_found', `There is nothing at ${pathname.slice(0, 200)}.`))
})
