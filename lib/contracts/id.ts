import { z } from 'zod'
import { DomainError } from '../domain/errors'

const Id = z.uuid()

/** Whether the text is an id such as we make: anything else would be an error to PostgreSQL. */
export function isId(value: string): boolean {
  return Id.safeParse(value).success
}

/** An id from an address, in small letters, as PostgreSQL writes it. Something that is no UUID cannot be found: @throws DomainError not_found */
export function parseId(value: string, what: string): string {
  if (!isId(value)) throw new DomainError('not_found', `There is no such ${what}.`)
  return value.toLowerCase()
}
