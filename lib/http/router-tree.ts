/** No page stands deeper. */
const MOST_ROUTES = 50
/** Next reads no longer ones. */
const MAX_LENGTH = 40_000
/** How an address names a part that may be anything, and what a browser asks to be sent anew. */
const PARAMETERS = new Set<unknown>([
  'c',
  'ci(..)(..)',
  'ci(.)',
  'ci(..)',
  'ci(...)',
  'oc',
  'd',
  'di(..)(..)',
  'di(.)',
  'di(..)',
  'di(...)',
])
const WISHES = new Set<unknown>(['refetch', 'inside-shared-layout', 'metadata-only'])

/**
 * Whether Next's own header for a browser's place in the app is valid: a tree of routes, as percent-encoded JSON. Next answers an invalid
 * one with a fault (its `parseAndValidateFlightRouterState`, which a test compares this with); without the header it sends the whole page.
 */
export function isRouterTree(header: string): boolean {
  if (header.length > MAX_LENGTH) return false
  try {
    return isTree(JSON.parse(decodeURIComponent(header)), 0)
  } catch {
    return false
  }
}

/** A part of the address, below it trees by name, and then at most what each stands at, is asked for, and is known by. */
function isTree(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length > 6 || depth > MOST_ROUTES) return false
  const [part, below, address, wish, hints, key] = value as unknown[]
  if (!isPart(part) || typeof below !== 'object' || below === null || Array.isArray(below)) return false
  if (!isNone(address) && !(isTexts(address) && address.length === 2)) return false
  if (!isNone(wish) && !WISHES.has(wish)) return false
  if (!isNone(hints) && typeof hints !== 'number') return false
  if (key !== undefined && typeof key !== 'string') return false
  return Object.values(below).every((tree) => isTree(tree, depth + 1))
}

/** A name, or a parameter: its name, its value, its kind, and what else may stand there. */
function isPart(part: unknown): boolean {
  if (typeof part === 'string') return true
  if (!Array.isArray(part) || part.length !== 4) return false
  const [name, value, kind, siblings] = part as unknown[]
  return typeof name === 'string' && typeof value === 'string' && PARAMETERS.has(kind) && (siblings === null || isTexts(siblings))
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isNone(value: unknown): boolean {
  return value === undefined || value === null
}
