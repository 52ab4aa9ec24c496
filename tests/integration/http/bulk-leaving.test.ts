import { expect, it, vi } from 'vitest'
import { handlePostBulk } from '@/lib/http/api/post-bulk'
import * as problem from '@/lib/http/problem'
import { makeKey, apiRequest } from '@/tests/factories/api-key'
import { makeArticle } from '@/tests/factories/article'
import { holdBatch } from '@/tests/factories/held-batch'
import { makeSite } from '@/tests/factories/site'

it('takes it for no fault of its own that a client leaves while a batch is being written', async () => {
  const site = await makeSite()
  await makeArticle(site, { externalId: 'a' })
  const lines = Array.from({ length: 2000 }, (_, at) =>
    JSON.stringify({ externalId: `c${at}`, articleExternalId: 'a', body: `Text ${at}` }),
  )
  const second = holdBatch(2)
  const fault = vi.spyOn(problem, 'reportFault')
  const options = { key: await makeKey(site, 'ingest'), raw: lines.join('\n'), type: 'application/x-ndjson' }
  const { body } = await handlePostBulk(apiRequest('POST', '/comments/bulk', options))
  const reader = (body as ReadableStream<Uint8Array>).getReader()
  expect(Buffer.from((await reader.read()).value ?? []).toString()).toContain('"outcome":"created"')
  await second.reached
  const left = reader.cancel()
  second.letGo()
  await left
  // What the stream was doing meanwhile ends in this turn of the loop.
  await new Promise(setImmediate)
  expect(fault).not.toHaveBeenCalled()
  fault.mockRestore()
})
