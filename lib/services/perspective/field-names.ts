/** Fields whose own names are the sender's: what is named in them is left as it is. */
const MAPS = new Set(['requestedAttributes', 'attributeScores'])
/** No message of Perspective's is deeper. */
const MAX_DEPTH = 8

/**
 * A request with the names of its fields as in JSON (`requestedAttributes`), where it has them as in the protocol's own definition
 * (`requested_attributes`): readers of proto JSON take both. Of two names for one field that of JSON counts.
 */
export function nameFieldsAsJson(value: unknown): unknown {
  return rename(value, false, 0)
}

function rename(value: unknown, isMap: boolean, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map((item) => rename(item, false, depth + 1))
  const own = value as Record<string, unknown>
  const named = Object.entries(own).map(([name, part]) => [isMap ? name : toCamelCase(name), name, part] as const)
  const counting = named.filter(([camel, name]) => camel === name || !Object.hasOwn(own, camel))
  return Object.fromEntries(counting.map(([camel, , part]) => [camel, rename(part, !isMap && MAPS.has(camel), depth + 1)]))
}

function toCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
