import { quote } from '@/lib/domain/search/tokens'
import { cutTokens } from '@/lib/domain/search/tokens'

/**
 * The value of an operator in a search; null where it does not stand there. What a choice of values does not say comes as it was
 * typed: with another sign, turned round, or more than once.
 */
export function readFacet(search: string, name: string, sign = ':'): string | null {
  const found = cutTokens(search).filter((token) => token.name === name)
  const [first] = found
  if (first === undefined) return null
  const isPlain = found.length === 1 && !first.isNot && first.comparison === (sign === ':' ? '=' : sign)
  return isPlain ? first.value : found.map(({ at, end }) => search.slice(at, end)).join(' ')
}

/** The search with the operator set to a value as above, or without it. Everything else stays as it was typed. */
export function writeFacet(search: string, name: string, value: string | null, sign = ':'): string {
  const kept = cutTokens(search)
    .filter((token) => token.name !== name)
    .map((token) => search.slice(token.at, token.end))
  if (value === null) return kept.join(' ')
  const isTyped = cutTokens(value).every((token) => token.name === name)
  return [...kept, isTyped ? value : `${name}${sign}${quote(value)}`].join(' ')
}
