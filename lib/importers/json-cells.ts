import { foldName } from './csv-columns'
import { isRichText, richTextToText } from './rich-text'

/** One value of an object, or of an object within it. */
export interface JsonCell {
  /** As it is written, `user.name`. */
  name: string
  /** Its parts as they are compared, without those that only say how the value is kept. */
  path: string[]
  type: 'text' | 'number' | 'boolean' | 'null'
  text: string
}

/** Names that databases put around a value or an object. */
const WRAPPERS = new Set(['date', 'oid', 'iso', 'numberlong', 'numberint', 'attributes', 'fields', 'properties', 'spec', 'snippet'])
const MAX_DEPTH = 4
const MAX_CELLS = 200

/** The values of an object and of the objects within it; lists are no values. `isPart` says which objects are left out. */
export function readCells(object: object, isPart: (key: string) => boolean): JsonCell[] {
  const cells: JsonCell[] = []
  collect(object, [], cells, isPart)
  return cells
}

function collect(object: object, names: string[], cells: JsonCell[], isPart: (key: string) => boolean): void {
  for (const [key, value] of Object.entries(object) as [string, unknown][]) {
    if (cells.length >= MAX_CELLS) return
    const here = [...names, key]
    const cell = readValue(value)
    if (cell !== null) cells.push({ name: here.join('.'), path: fold(here), ...cell })
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && here.length < MAX_DEPTH && !isPart(key))
      collect(value, here, cells, isPart)
  }
}

function readValue(value: unknown): Pick<JsonCell, 'type' | 'text'> | null {
  if (value === null) return { type: 'null', text: '' }
  // Go writes a time that was never set like this.
  if (typeof value === 'string') return { type: 'text', text: value.startsWith('0001-01-01T') ? '' : value }
  if (typeof value === 'number') return { type: 'number', text: String(value) }
  if (typeof value === 'boolean') return { type: 'boolean', text: String(value) }
  return isRichText(value) ? { type: 'text', text: richTextToText(value) } : null
}

/** A wrapper counts only around or within something: `created.$date` is `created`, and `date` stays what it is. */
function fold(names: readonly string[]): string[] {
  const folded = names.map(foldName)
  const bare = folded.filter((name, at) => name !== '' && !(folded.length > 1 && WRAPPERS.has(name) && (at > 0 || name !== 'date')))
  return bare.length === 0 ? folded.slice(-1) : bare
}
