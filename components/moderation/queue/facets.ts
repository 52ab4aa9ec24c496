import { quote } from '@/lib/domain/search/complete'
import { cutTokens } from '@/lib/domain/search/tokens'

/** The value of an operator in a search, as far as it stands there once and unturned; null otherwise. */
export function readFacet(search: string, name: string): string | null {
  const found = cutTokens(search).filter((token) => token.name === name && !token.isNot)
  return found.length === 1 ? (found[0]?.value ?? null) : null
}

/** The search with the operator set to a value, or without it. Everything else stays as it was typed. */
export function writeFacet(search: string, name: string, value: string | null, sign = ':'): string {
  const kept = cutTokens(search)
    .filter((token) => token.name !== name || token.isNot)
    .map((token) => search.slice(token.at, token.end))
  return [...kept, ...(value === null ? [] : [`${name}${sign}${quote(value)}`])].join(' ')
}
