import { parseInput } from '../../contracts/parse'
import { ColumnChoice } from '../../contracts/import'
import { DomainError } from '../../domain/errors'

/**
 * Which columns a table's fields are in, as people write it: `body=Kommentar` for each.
 *
 * @throws DomainError invalid_input for what is no pair, and for a field that there is not
 */
export function readColumnChoice(pairs: readonly string[]): ColumnChoice {
  const entries = pairs.map((pair) => {
    const at = pair.indexOf('=')
    if (at <= 0)
      throw new DomainError('invalid_input', `A column is named as field=header, such as body=Kommentar; not ${pair.slice(0, 100)}.`)
    return [pair.slice(0, at).trim(), pair.slice(at + 1)] as const
  })
  return parseInput(ColumnChoice, Object.fromEntries(entries))
}
