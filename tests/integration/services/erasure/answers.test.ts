import { beforeEach, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as person from '@/lib/db/erasure/person'
import { answerOnce } from '@/lib/http/idempotent'
import type { Context } from '@/lib/services/context'
import { ingestComments } from '@/lib/services/comment/ingest'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { apiRequest } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { makeGate } from '@/tests/factories/gate'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let mo: Context
beforeEach(async () => {
  site = await makeSite()
  mo = await site.as('moderator', 'Mo')
  await makeArticle(site, { externalId: 'a' })
  await ingestComments(site.asKey('ingest'), [{ externalId: 'c', articleExternalId: 'a', body: 'Text', author: { externalId: 'u7' } }])
})

const erase = () => eraseCommenter(site.asKey('privacy'), 'u7')
const work = async () => {
  while (await eraseNext(getDb(), new Date()));
}
const listAnswers = async () =>
  (await getDb().query<{ answer: string | null }>('SELECT answer FROM idempotency_key WHERE site_id = $1', [site.id])).map(
    ({ answer }) => answer,
  )

/** A request of the desk with an Idempotency-Key, which is answered with these words. */
function send(words: string, until: Promise<void> = Promise.resolve(), begun = makeGate(), ctx = mo): Promise<Response> {
  const request = apiRequest('POST', '/desk/notes', { key: 'none', body: {} })
  request.headers.set('idempotency-key', 'k')
  return answerOnce(ctx, request, async () => {
    begun.open()
    await until
    return new Response(words)
  })
}

it('keeps no answer for an Idempotency-Key that is under way when somebody is erased', async () => {
  const [begun, erased] = [makeGate(), makeGate()]
  const answer = send('Quotes them', erased.opened, begun)
  await begun.opened
  await erase()
  erased.open()
  expect(await (await answer).text()).toBe('Quotes them')
  expect(await listAnswers()).toEqual([])
})

it('keeps no answer for one that came in the moment of the erasure, or before their comments were gone', async () => {
  const unname = person.unnamePerson
  const spy = vi.spyOn(person, 'unnamePerson').mockImplementationOnce(async (...args) => {
    await send('Names them')
    expect(await listAnswers()).toEqual(['Names them'])
    return unname(...args)
  })
  await erase()
  spy.mockRestore()
  expect(await listAnswers()).toEqual([])
  await send('Quotes them')
  expect(await listAnswers()).toEqual(['Quotes them'])
  await work()
  expect(await listAnswers()).toEqual([])
})

it('keeps the answer of whoever claimed the key again, and not the one from before', async () => {
  const [begun, first, begunAgain, second] = [makeGate(), makeGate(), makeGate(), makeGate()]
  const early = send('Quotes them', first.opened, begun)
  await begun.opened
  await erase()
  const later = send('Quotes nobody', second.opened, begunAgain, { ...mo, now: () => new Date(Date.now() + 1000) })
  await begunAgain.opened
  first.open()
  await early
  expect(await listAnswers()).toEqual([null])
  second.open()
  await later
  expect(await listAnswers()).toEqual(['Quotes nobody'])
})
