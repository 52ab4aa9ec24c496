// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { HeldRequests } from '@/components/moderation/decision/held-requests'
import { ProblemError, UnreachableError } from '@/components/moderation/desk-api'
import { tick } from './held-api'

const problem = (status: number) => new ProblemError({ type: 'about:blank', title: '', status, detail: '' })

/** Fails with these one after the other, then is answered. */
function makeSender(failures: Error[]) {
  const sent: number[] = []
  return { sent, send: () => (sent.push(1), failures[0] ? Promise.reject(failures.shift() ?? new Error()) : Promise.resolve('saved')) }
}

const noEarlier = () => Promise.resolve(null)

it.each([
  ['no connection', new UnreachableError()],
  ['a database that is away', problem(503)],
  ['a proxy whose server starts anew', problem(502)],
  ['a proxy whose server does not answer', problem(504)],
  ['a session that has ended', problem(401)],
])('what meets %s is held, and sent again', async (_, failure) => {
  const requests = new HeldRequests()
  const { sent, send } = makeSender([failure, failure])
  const answer = requests.run(send, noEarlier)
  for (const times of [1, 2]) {
    await tick()
    expect([sent.length, requests.getCount()]).toEqual([times, 1])
    window.dispatchEvent(new Event('online'))
  }
  expect(await answer).toBe('saved')
  expect([sent.length, requests.getCount()]).toEqual([3, 0])
})

it('a decision that had arrived before the database went away is found by who sends it again', async () => {
  const requests = new HeldRequests()
  const answer = requests.run(makeSender([problem(503), problem(409)]).send, () => Promise.resolve('found'))
  await tick()
  window.dispatchEvent(new Event('online'))
  expect(await answer).toBe('found')
})

it.each([422, 403, 409, 500])('what is refused with %i is not sent again', async (status) => {
  const requests = new HeldRequests()
  const { sent, send } = makeSender([problem(status)])
  await expect(requests.run(send, noEarlier)).rejects.toMatchObject({ problem: { status } })
  expect([sent.length, requests.getCount()]).toEqual([1, 0])
})

it.each(['online', 'focus', 'storage'])('what is held is sent again at once on the sign %s', async (sign) => {
  const requests = new HeldRequests()
  const answer = requests.run(makeSender([problem(401)]).send, noEarlier)
  await tick()
  window.dispatchEvent(new Event(sign))
  expect(await answer).toBe('saved')
})

it('what waits for somebody to sign in again says so, and is sent when they come back to the page', async () => {
  const requests = new HeldRequests()
  const told: boolean[] = []
  requests.subscribe(() => told.push(requests.getSignedOut()))
  const answer = requests.run(makeSender([problem(401), new UnreachableError()]).send, noEarlier)
  await tick()
  window.dispatchEvent(new Event('focus'))
  await tick()
  window.dispatchEvent(new Event('focus'))
  expect(await answer).toBe('saved')
  expect(told).toEqual([true, false, false])
})
