/**
 * The queue's filters as they stand in an address: `status` may be repeated or hold several with commas between, and a
 * name without a value counts as absent. Not parsed yet.
 */
export function readQueueParams(request: Request): Record<string, unknown> {
  const { searchParams } = new URL(request.url)
  const status = searchParams
    .getAll('status')
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
  const others = [...searchParams].filter(([name, value]) => name !== 'status' && value !== '')
  return { ...Object.fromEntries(others), status }
}
