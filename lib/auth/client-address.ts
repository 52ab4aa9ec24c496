import { isIPv6 } from 'node:net'

/**
 * What attempts are counted by: the address that our listener wrote into `x-parley-client` (a client's own is dropped
 * there). Whoever has one IPv6 address has 2^64 of them, so of those the network counts, the first four groups.
 */
export function readClientAddress(header: string | null | undefined): string {
  const address = (header ?? '').trim().replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (isIPv6(address)) return `${networkOf(address)}::/64`
  return address.slice(0, 64) || 'unknown'
}

/** The first four groups of an IPv6 address, in lower case and without leading zeros. */
function networkOf(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::')
  const left = before === '' ? [] : before.split(':')
  const right = after === undefined || after === '' ? [] : after.split(':')
  const groups = after === undefined ? left : [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
