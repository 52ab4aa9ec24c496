import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { LiveLine, type LineState } from '@/components/moderation/live/live-line'
import { FakeSource } from '@/tests/factories/fake-source'

let states: LineState[]
let kinds: string[]
let line: LiveLine
beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeSource)
  FakeSource.made.length = 0
  states = []
  kinds = []
  line = new LiveLine(
    7,
    (event) => kinds.push(event.kind),
    (state) => states.push(state),
  )
})
afterEach(() => {
  line.close()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('hears from the position it is given, and is stale when the pulse stays away', () => {
  const [source] = FakeSource.made
  expect(source?.url).toBe('/api/v1/desk/events?after=7')
  source?.onopen()
  source?.tell('decisions', '9')
  vi.advanceTimersByTime(45_000)
  expect([states, kinds]).toEqual([['open', 'stale'], ['decisions']])
  source?.tell('pulse')
  expect(states).toEqual(['open', 'stale', 'open'])
})

it('leaves a break to the browser, and opens the line anew after the last event when the browser has given up', () => {
  const [first] = FakeSource.made
  first?.tell('decisions', '12')
  first?.onerror()
  vi.advanceTimersByTime(20_000)
  expect([FakeSource.made.length, states]).toEqual([1, ['open', 'lost']])
  if (first) first.readyState = 2
  vi.advanceTimersByTime(5000)
  expect(FakeSource.made.map(({ url }) => url)).toEqual(['/api/v1/desk/events?after=7', '/api/v1/desk/events?after=12'])
  FakeSource.made[1]?.tell('pulse')
  expect(states).toEqual(['open', 'lost', 'open'])
})

it.each([
  ['knows that the session has ended', 401, ['lost', 'signed_out', 'open']],
  ['is lost when the server says nothing of the session', 503, ['lost', 'open']],
])('%s when the browser has given up, until it opens again', async (_, status, told) => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status })))
  const [first] = FakeSource.made
  if (first) first.readyState = 2
  first?.onerror()
  await vi.advanceTimersByTimeAsync(0)
  // Refused once more, it says the same and nothing else in between.
  first?.onerror()
  await vi.advanceTimersByTimeAsync(0)
  await vi.advanceTimersByTimeAsync(5000)
  FakeSource.made[1]?.onopen()
  expect(states).toEqual(told)
})

it('tries at once what the browser has given up, when it is told to, and leaves alone what it has not', () => {
  expect([line.retry(), FakeSource.made.length]).toEqual([false, 1])
  const [first] = FakeSource.made
  if (first) first.readyState = 2
  expect([line.retry(), FakeSource.made.length]).toEqual([true, 2])
  FakeSource.made[1]?.onopen()
  expect(states).toEqual(['open'])
})

it('opens nothing more once it is closed', () => {
  line.close()
  vi.advanceTimersByTime(60_000)
  expect(FakeSource.made).toHaveLength(1)
})
