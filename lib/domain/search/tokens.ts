import type { Comparison } from './terms'

/** A piece of what was typed, with its place in it. `name` is empty for plain words. */
export interface Token {
  at: number
  end: number
  isNot: boolean
  name: string
  comparison: Comparison
  value: string
  /** Whether the value stood in quotation marks; one that was not closed counts to the end. */
  isQuoted: boolean
}

/** The beginning of an address is not an operator. */
const OPERATOR = /^([a-z][a-z_.]*)(:(?!\/\/)|<=|>=|<|>|=)/i

/** Cuts a search into tokens: `-name:"some value"`, `name>0.5`, `"a phrase"`, `word`. Nothing that is typed is lost. */
export function cutTokens(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/u.test(text[at] ?? '')) {
      at += 1
      continue
    }
    const token = cutToken(text, at)
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function cutToken(text: string, at: number): Token {
  const isNot = text[at] === '-' && at + 1 < text.length && !/\s/u.test(text[at + 1] ?? '')
  const start = isNot ? at + 1 : at
  const operator = OPERATOR.exec(text.slice(start))
  const name = operator?.[1]?.toLowerCase() ?? ''
  const sign = operator?.[2] ?? ':'
  const from = start + (operator?.[0].length ?? 0)
  const { value, end, isQuoted } = cutValue(text, from)
  return { at, end, isNot, name, comparison: sign === ':' ? '=' : (sign as Comparison), value, isQuoted }
}

function cutValue(text: string, from: number): { value: string; end: number; isQuoted: boolean } {
  if (text[from] === '"') {
    const close = text.indexOf('"', from + 1)
    const end = close === -1 ? text.length : close
    return { value: text.slice(from + 1, end), end: Math.min(text.length, end + 1), isQuoted: true }
  }
  const space = text.slice(from).search(/\s/u)
  const end = space === -1 ? text.length : from + space
  return { value: text.slice(from, end), end, isQuoted: false }
}

/** The value as it is written in a search. */
export function quote(value: string): string {
  return /[\s"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value
}
