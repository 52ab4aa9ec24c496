import { describe, expect, it } from 'vitest'
import { pickNearEntries } from '@/components/moderation/context/near-thread'
import type { ThreadEntry } from '@/lib/contracts/queue'
import { makeRow } from '../desk-fixtures'

function makeEntry(id: string, parentId: string | null, isCurrent = false): ThreadEntry {
  return {
    id,
    parentId,
    version: 1,
    indent: 0,
    body: id,
    commenterName: null,
    state: makeRow(1).state,
    postedAt: null,
    areRepliesClosed: false,
    isCurrent,
  }
}

describe('pickNearEntries', () => {
  it('keeps what the comment replies to, what replies to it, and two siblings on either side', () => {
    const entries = [
      makeEntry('top', null),
      ...['s1', 's2', 's3'].map((id) => makeEntry(id, 'top')),
      makeEntry('current', 'top', true),
      makeEntry('reply', 'current'),
      makeEntry('reply to reply', 'reply'),
      ...['s4', 's5', 's6'].map((id) => makeEntry(id, 'top')),
    ]
    expect(pickNearEntries(entries).map((entry) => entry.id)).toEqual(['top', 's2', 's3', 'current', 'reply', 'reply to reply', 's4', 's5'])
  })

  it('survives parents that go round in a circle', () => {
    const entries = [makeEntry('a', 'b'), makeEntry('b', 'a'), makeEntry('c', null, true)]
    expect(pickNearEntries(entries).map((entry) => entry.id)).toEqual(['c'])
  })
})
