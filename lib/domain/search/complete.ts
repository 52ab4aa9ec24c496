import { listValues, OPERATORS, type OperatorName } from './terms'
import { cutTokens, quote } from './tokens'

/** What could stand where the cursor is: the text that replaces `at`–`end`, and what it means. */
export interface Completion {
  at: number
  end: number
  text: string
  /** The value in full, or an example of the operator. */
  means: string
  /** The operator whose meaning is shown beside it; null for a value. */
  operator: OperatorName | null
}

/** Names that the desk knows beforehand, for the operators that take one. */
export interface KnownNames {
  sections: readonly string[]
  languages: readonly string[]
  articles: readonly string[]
  /** Of those who comment, as many as begin so; there are too many to know all. */
  authors?: readonly string[]
}

const MAX_COMPLETIONS = 8
/** One letter is in nearly every name. */
const LEAST_OF_A_NAME = 2

/** The beginning of a commenter's name that is being typed before the cursor; null where none is. */
export function findAuthorTyped(text: string, cursor: number): string | null {
  const token = cutTokens(text.slice(0, cursor)).at(-1)
  return token?.name === 'author' && token.end === cursor && token.value.trim().length >= LEAST_OF_A_NAME ? token.value.trim() : null
}

/** What the token before the cursor could become: operators by their beginning, then their values. */
export function completeSearch(text: string, cursor: number, known: KnownNames): Completion[] {
  const token = cutTokens(text.slice(0, cursor)).at(-1)
  // Only the token the cursor is in or right behind; a closed quotation is finished.
  if (!token || token.end < cursor || (token.isQuoted && text[cursor - 1] === '"' && token.value !== '')) return []
  const { at, end, isNot, name, value, comparison } = token
  const sign = isNot ? '-' : ''
  if (name === '') {
    return OPERATORS.filter((operator) => value !== '' && operator.name.startsWith(value.toLowerCase()))
      .slice(0, MAX_COMPLETIONS)
      .map((operator) => ({
        at,
        end,
        text: `${sign}${operator.example.slice(0, operator.name.length + 1)}`,
        means: operator.example,
        operator: operator.name,
      }))
  }
  const wanted = value.trim().toLowerCase()
  return valuesOf(name, known)
    .filter((candidate) => candidate.toLowerCase().includes(wanted) && candidate !== value)
    .slice(0, MAX_COMPLETIONS)
    .map((candidate) => ({
      at,
      end,
      text: `${sign}${name}${comparison === '=' ? ':' : comparison}${quote(candidate)} `,
      means: candidate,
      operator: null,
    }))
}

function valuesOf(name: string, known: KnownNames): readonly string[] {
  if (name === 'section') return known.sections
  if (name === 'lang' || name === 'language') return known.languages
  if (name === 'article') return known.articles
  if (name === 'author') return known.authors ?? []
  return OPERATORS.some((operator) => operator.name === name) ? (listValues(name as OperatorName) ?? []) : []
}
