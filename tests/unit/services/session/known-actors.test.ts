import { expect, it } from 'vitest'
import type { Actor } from '@/lib/domain/actor'
import { KnownActors } from '@/lib/services/session/known-actors'
import { makeGate } from '@/tests/factories/gate'

const actor: Actor = { kind: 'system', name: 'Parley', siteId: 's' }
const NOW = 1_000_000

/** Looks up an actor, and counts how often it was asked. */
function makeLook(found: Actor | null = actor) {
  const look = () => {
    look.asked += 1
    return Promise.resolve(found)
  }
  look.asked = 0
  return look
}

it('believes who was found for a second, and no longer', async () => {
  const known = new KnownActors(10)
  const look = makeLook()
  for (const at of [0, 999]) expect(await known.find('k', NOW + at, look)).toBe(actor)
  expect(look.asked).toBe(1)
  await known.find('k', NOW + 1000, look)
  expect(look.asked).toBe(2)
})

it('believes nobody whom a clock that was put back makes young', async () => {
  const known = new KnownActors(10)
  const look = makeLook()
  await known.find('k', NOW, look)
  await known.find('k', NOW - 3_600_000, look)
  expect(look.asked).toBe(2)
})

it('does not believe somebody who was being looked up when something changed', async () => {
  const known = new KnownActors(10)
  const answer = makeGate()
  const slow = known.find('k', NOW, async () => {
    await answer.opened
    return actor
  })
  known.forget()
  answer.open()
  expect(await slow).toBe(actor)
  expect(await known.find('k', NOW, makeLook(null))).toBeNull()
})

it('keeps no more than it may, and nobody who was not found', async () => {
  const known = new KnownActors(2)
  for (const name of ['a', 'b', 'c']) await known.find(name, NOW, makeLook())
  const [first, last, none] = [makeLook(), makeLook(), makeLook(null)]
  await known.find('c', NOW, last)
  await known.find('a', NOW, first)
  for (let time = 0; time < 2; time += 1) await known.find('n', NOW, none)
  expect([last.asked, first.asked, none.asked]).toEqual([0, 1, 2])
})
