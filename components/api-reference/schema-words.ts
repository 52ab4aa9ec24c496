import type { oas31 } from 'zod-openapi'

export type Schema = oas31.SchemaObject | oas31.ReferenceObject

/** The largest whole number that JSON carries safely: as a limit it says nothing. */
const SAFE = Number.MAX_SAFE_INTEGER

/** The name of the shape that a reference leads to; undefined for a schema that stands in place. */
export function nameShape(schema: Schema): string | undefined {
  return '$ref' in schema && typeof schema.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined
}

/** The schemas of which one has to fit; empty when there is no choice. */
export function listChoices(schema: Schema): Schema[] {
  return '$ref' in schema ? [] : (schema.anyOf ?? schema.oneOf ?? [])
}

/** What kind of value it is, in a word or two: `text`, `time`, `whole number`, or the values there are. */
export function describeKind(schema: oas31.SchemaObject): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ')
  if (schema.type === 'string') return STRING_WORDS[schema.format ?? ''] ?? 'text'
  if (schema.type === 'integer') return 'whole number'
  if (Array.isArray(schema.type)) return schema.type.map((type) => describeKind({ ...schema, type })).join(' or ')
  return schema.type ?? 'anything'
}

const STRING_WORDS: Record<string, string> = { 'date-time': 'time', uri: 'web address', uuid: 'UUID' }

/** Its limits in words; empty when it has none worth telling. */
export function describeLimits(schema: Schema): string {
  if ('$ref' in schema) return ''
  const { maxLength, minItems, maxItems, minimum, maximum } = schema
  const least = minimum !== undefined && minimum !== -SAFE ? minimum : undefined
  const most = maximum !== undefined && maximum !== SAFE ? maximum : undefined
  const words = [
    maxLength === undefined ? '' : `up to ${count(maxLength)} characters`,
    maxItems === undefined ? '' : `${minItems ?? 0} to ${count(maxItems)} of them`,
    least !== undefined && most !== undefined ? `${least} to ${most}` : least === undefined ? '' : `${least} or more`,
    ...listChoices(schema).map(describeLimits),
  ]
  return words.filter((word) => word !== '').join(', ')
}

function count(value: number): string {
  return value.toLocaleString('en')
}

/** The object whose fields stand inside this one: itself, the items of a list, or the choice that is no null. */
export function findObject(schema: Schema): oas31.SchemaObject | undefined {
  if ('$ref' in schema) return undefined
  const plain = schema
  if (plain.properties) return plain
  if (plain.items) return findObject(plain.items)
  return listChoices(schema)
    .map(findObject)
    .find((found) => found !== undefined)
}
