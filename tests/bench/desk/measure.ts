/** What a measurement came to: times in ms. */
export interface Times {
  p50: number
  p99: number
  count: number
}

/** Runs work one after the other, after a few runs that do not count. */
export async function measure(work: (run: number) => Promise<unknown>, runs = 200, warmUp = 12): Promise<Times> {
  for (let run = 0; run < warmUp; run += 1) await work(run)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const started = performance.now()
    await work(run + warmUp)
    times.push(performance.now() - started)
  }
  return summarise(times)
}

/** Runs two works in turns, each after the other as often as before it. */
export async function measureBoth(
  works: [() => Promise<unknown>, () => Promise<unknown>],
  runs: number,
  warmUp = 12,
): Promise<[Times, Times]> {
  const times: [number[], number[]] = [[], []]
  for (let run = -warmUp; run < runs; run += 1) {
    for (const one of run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const started = performance.now()
      await works[one]()
      if (run >= 0) times[one].push(performance.now() - started)
    }
  }
  return [summarise(times[0]), summarise(times[1])]
}

export function summarise(times: number[]): Times {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99), count: sorted.length }
}

/** How often a second so many workers do it together, in `ms`. */
export async function rate(workers: number, ms: number, work: (worker: number, run: number) => Promise<unknown>): Promise<number> {
  const until = performance.now() + ms
  const started = performance.now()
  let done = 0
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let run = 0; performance.now() < until; run += 1) {
        await work(worker, run)
        done += 1
      }
    }),
  )
  return (done * 1000) / (performance.now() - started)
}

export function print(what: string, times: Times | number, note = ''): void {
  const figures = typeof times === 'number' ? `${times.toFixed(0)}/s` : `p50 ${times.p50.toFixed(2)} ms  p99 ${times.p99.toFixed(2)} ms`
  console.log(`${what.padEnd(58)} ${figures.padEnd(30)} ${note}`)
}
