import { uuidv7 } from 'uuidv7'
import { expect, it } from 'vitest'
import type { Db } from '@/lib/db/connection'
import { readStandingWords } from '@/lib/services/article/words'

/** As many discussions as words are kept of. */
const KEPT = 200

it('keeps the words of so many discussions, and forgets those of the one that was counted first', async () => {
  const asked: unknown[] = []
  const db = { query: (_text: string, values: unknown[] = []) => Promise.resolve((asked.push(values[1]), [])) } as unknown as Db
  const actor = { kind: 'user', id: uuidv7(), name: 'Edda', role: 'editor', siteId: uuidv7(), sessionId: uuidv7() } as const
  const read = (id: string) => readStandingWords({ actor, db, now: () => new Date() }, id)
  const ids = Array.from({ length: KEPT + 1 }, () => uuidv7())
  for (const id of ids) await read(id)
  asked.length = 0
  for (const id of ids.slice(1)) await read(id)
  expect(asked).toEqual([])
  await read(ids[0] ?? '')
  expect(new Set(asked)).toEqual(new Set(ids.slice(0, 1)))
})
