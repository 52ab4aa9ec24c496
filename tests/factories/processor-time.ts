/**
 * Milliseconds of the processor that work takes at the least, of three times: what else the machine does is hardly in them, which the
 * clock on the wall cannot say. It counts all threads of the process, so it is for tests that have one of their own.
 */
export function leastProcessorTime(work: () => unknown): number {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}
