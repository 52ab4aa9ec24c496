import type { IncomingMessage } from 'node:http'
import { DomainError } from '../domain/errors'
import { problemResponse } from './problem'

/** What says where a request goes and who sent it: a proxy in front may have gone by the other one of two. */
const ONCE = new Set(['host', 'authorization'])

/** The refusal of a request whose headers could be understood in two ways. Null for any other. */
export function refuseHeaders({ headers, rawHeaders }: IncomingMessage): Response | null {
  const coding = headers['transfer-encoding']
  if (coding !== undefined && coding.trim().toLowerCase() !== 'chunked')
    return refuse('Transfer-Encoding can only be chunked. A packed body needs content-encoding: gzip.')
  const met = new Set<string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? ''
    if (met.has(name)) return refuse(`The header ${name} stands there twice.`)
    if (ONCE.has(name)) met.add(name)
  }
  return null
}

function refuse(message: string): Response {
  return problemResponse(new DomainError('malformed', message))
}
