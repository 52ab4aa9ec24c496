// @vitest-environment happy-dom
import { act } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NowProvider } from '@/components/moderation/now'
import { TimeAgo } from '@/components/moderation/time-ago'
import { loadRooms } from '@/components/words/rooms'
import { WordsProvider } from '@/components/words/words-context'

const zone = process.env['TZ']
beforeAll(() => void (process.env['TZ'] = 'Pacific/Auckland'))
afterAll(() => {
  if (zone === undefined) delete process.env['TZ']
  else process.env['TZ'] = zone
})

it('the exact time on hover is in the zone of who reads, also where the server has drawn the page', async () => {
  const drawn = (
    <WordsProvider language="en" rooms={await loadRooms('en', [])}>
      <NowProvider serverNow="2026-11-30T18:00:00Z">
        <TimeAgo at="2026-11-30T17:33:00Z" />
      </NowProvider>
    </WordsProvider>
  )
  const box = document.createElement('div')
  box.innerHTML = renderToString(drawn)
  const title = () => box.querySelector('time')?.title
  expect(title()).toBe('30 Nov 2026, 17:33')
  await act(() => Promise.resolve(hydrateRoot(box, drawn)))
  expect(title()).toBe('1 Dec 2026, 06:33')
})
