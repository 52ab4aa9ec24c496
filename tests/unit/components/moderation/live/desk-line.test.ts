import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listenToDesk } from '@/components/moderation/live/desk-line'
import { FakeSource } from '@/tests/factories/fake-source'

const makeListener = () => {
  const heard: string[] = []
  return { heard, onEvent: ({ kind }: { kind: string }) => void heard.push(kind), onState: (state: string) => void heard.push(state) }
}

let leave: (() => void)[] = []
beforeEach(() => {
  vi.stubGlobal('EventSource', FakeSource)
  FakeSource.made.length = 0
})
afterEach(() => {
  leave.forEach((end) => end())
  leave = []
  vi.unstubAllGlobals()
})

it('has one connection for all who listen, and closes it with the last of them', () => {
  const [bell, page] = [makeListener(), makeListener()]
  leave.push(listenToDesk(null, bell))
  const [source] = FakeSource.made
  source?.onopen()
  leave.push(listenToDesk(null, page))
  source?.tell('alerts')
  expect(FakeSource.made).toHaveLength(1)
  expect([bell.heard, page.heard]).toEqual([
    ['connecting', 'open', 'alerts'],
    ['open', 'alerts'],
  ])
  leave[0]?.()
  expect(source?.readyState).toBe(0)
  leave[1]?.()
  expect(source?.readyState).toBe(2)
})

it('is opened anew from a position for who must hear everything since, and the others hear on that one', () => {
  const [bell, desk] = [makeListener(), makeListener()]
  leave.push(listenToDesk(null, bell))
  FakeSource.made[0]?.onopen()
  leave.push(listenToDesk(41, desk))
  expect(FakeSource.made.map(({ url, readyState }) => [url, readyState])).toEqual([
    ['/api/v1/desk/events', 2],
    ['/api/v1/desk/events?after=41', 0],
  ])
  FakeSource.made[1]?.onopen()
  FakeSource.made[1]?.tell('alerts')
  expect(bell.heard).toEqual(['connecting', 'open', 'connecting', 'open', 'alerts'])
  expect(desk.heard).toEqual(['connecting', 'open', 'alerts'])
})
