import { parseSearch } from './parse'
import { listValues, OPERATORS } from './terms'
import { cutTokens } from './tokens'

/** Letters that may be wrong, left out, added or changed round. */
const MOST_SLIPS = 2

/**
 * What somebody may have meant by a part of a search that is not understood: the same with the operator, or the value, that is written
 * nearly like it. Null where nothing is near, or where it would not be understood either.
 *
 * @param part one token, as it was typed
 */
export function findMeant(part: string): string | null {
  const [token] = cutTokens(part)
  if (token === undefined || token.name === '') return null
  const operator = OPERATORS.find(({ name }) => name === token.name)
  const known = operator === undefined ? OPERATORS.map(({ name }) => name) : (listValues(operator.name) ?? [])
  const typed = operator === undefined ? token.name : token.value.toLowerCase()
  const near = findNearest(typed, known)
  if (near === null) return null
  const from = operator === undefined ? part.toLowerCase().indexOf(typed) : part.toLowerCase().lastIndexOf(typed)
  const meant = part.slice(0, from) + near + part.slice(from + typed.length)
  return parseSearch(meant).problems.length === 0 ? meant : null
}

function findNearest(typed: string, known: readonly string[]): string | null {
  const slips = known.map((word) => ({ word, count: countSlips(typed, word) })).sort((one, other) => one.count - other.count)
  const [nearest] = slips
  return nearest !== undefined && nearest.count <= Math.min(MOST_SLIPS, typed.length / 2) ? nearest.word : null
}

/** Damerau and Levenshtein's distance, where neighbours that changed places count once (optimal string alignment). */
function countSlips(one: string, other: string): number {
  const rows = Array.from({ length: one.length + 1 }, (_, at) => [at])
  const read = (at: number, to: number) => rows[at]?.[to] ?? Infinity
  for (let to = 0; to <= other.length; to += 1) (rows[0] ?? [])[to] = to
  for (let at = 1; at <= one.length; at += 1) {
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1]
      const isTurned = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
      const slips = [read(at - 1, to) + 1, read(at, to - 1) + 1, read(at - 1, to - 1) + (isSame ? 0 : 1)]
      ;(rows[at] ?? [])[to] = Math.min(...slips, isTurned ? read(at - 2, to - 2) + 1 : Infinity)
    }
  }
  return read(one.length, other.length)
}
