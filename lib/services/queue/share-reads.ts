interface Reading<Result> {
  now: Promise<Result>
  /** Asked for while `now` was under way; begins when that has ended. */
  next: Promise<Result> | null
}

const readings = new Map<string, Reading<unknown>>()

/**
 * Runs one read for everybody who asks for the same thing at once. Nobody gets what was read before they asked: a caller who comes
 * during a read waits for the next one, together with everybody else who came meanwhile, so that a moderator always sees
 * what they have just decided.
 */
export function shareRead<Result>(key: string, read: () => Promise<Result>): Promise<Result> {
  const reading = readings.get(key) as Reading<Result> | undefined
  if (!reading) return begin(key, read)
  reading.next ??= reading.now.then(
    () => begin(key, read),
    () => begin(key, read),
  )
  return reading.next
}

function begin<Result>(key: string, read: () => Promise<Result>): Promise<Result> {
  const reading: Reading<Result> = { now: read(), next: null }
  readings.set(key, reading)
  const end = () => {
    if (reading.next === null) readings.delete(key)
  }
  reading.now.then(end, end)
  return reading.now
}
