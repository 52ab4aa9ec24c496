import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { DomainError } from '../domain/errors'

/**
 * Whether an address is one of the open internet. Loopback, private, link-local, shared (100.64/10), multicast and reserved
 * ones are not; IPv4 addresses written as IPv6 are judged as IPv4, and tunnels (6to4, Teredo, NAT64) never count as open. Of IPv6 only
 * 2000::/3 is given out (RFC 4291, 2.4); below it lie IPv4 addresses in an older notation.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return parsed.range() === 'unicast' && (parsed instanceof ipaddr.IPv4 || ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000)
}

/** What a name stands for; DNS itself, unless a test says otherwise. */
export type Resolve = (host: string) => Promise<{ address: string; family: number }[]>

const resolveByDns: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true, verbatim: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)))
  })

export class AddressRefused extends Error {
  override readonly name = 'AddressRefused'
}

/**
 * A look-up for sockets that gives open addresses only, and fails when a name has any other. The socket connects to what
 * is given here, so a name that changes its answer after it was checked wins nothing.
 */
export function guardLookup(resolve: Resolve = resolveByDns): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses
        if (!first || !addresses.every(({ address }) => isPublicAddress(address))) {
          callback(new AddressRefused(`${host} is not an address of the open internet.`), [])
        } else if (options.all === true) callback(null, addresses)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    )
  }
}

/** Why an address may not be called; null when it may. Names are looked up only when they are called. */
export function refuseAddress(url: string, isPrivateAllowed: boolean): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (!parsed || !/^https?:$/.test(parsed.protocol)) return 'is not a web address'
  if (parsed.username !== '' || parsed.password !== '') return 'holds a password: sign in by the signature instead'
  if (isPrivateAllowed) return null
  if (parsed.protocol !== 'https:') return 'has to begin with https://'
  // A dot at its end makes a name no other.
  const host = parsed.hostname.replace(/^\[|\]$|\.$/g, '')
  if (ipaddr.isValid(host) && !isPublicAddress(host)) return 'is not an address of the open internet'
  return /(?:^|\.)localhost(?:\.localdomain)?$/.test(host) ? 'is not an address of the open internet' : null
}

/**
 * Refuses an address that somebody enters and that may not be called, with what would allow it where anything would.
 *
 * @param permit the variable of the environment that lets private addresses and plain http be called
 * @throws DomainError invalid_input
 */
export function assertCallable(url: string, isPrivateAllowed: boolean, permit: 'WEBHOOK_ALLOW_PRIVATE' | 'SCORER_ALLOW_PRIVATE'): void {
  const refusal = refuseAddress(url, isPrivateAllowed)
  if (refusal === null) return
  const message = refuseAddress(url, true) === null ? `${refusal}, unless the server is started with ${permit}=1` : refusal
  throw new DomainError('invalid_input', `The address ${message}.`, { problems: [{ path: ['url'], message }] })
}
