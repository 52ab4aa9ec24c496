import { expect, it, vi } from 'vitest'
import * as learning from '@/lib/services/judgement/learn'
import { learnEverywhere } from '@/lib/services/judgement/run'
import { makeSite } from '@/tests/factories/site'

it('a site from which nothing can be learnt holds up no other', async () => {
  const sites = [await makeSite(), await makeSite(), await makeSite()]
  const asked: string[] = []
  vi.spyOn(learning, 'learnFromDecisions').mockImplementation((_, siteId) => {
    asked.push(siteId)
    return siteId === sites[0]?.id ? Promise.reject(new Error('a fault')) : Promise.resolve('too_few')
  })
  await learnEverywhere(new AbortController().signal)
  vi.mocked(learning.learnFromDecisions).mockRestore()
  expect(asked.sort()).toEqual(sites.map(({ id }) => id).sort())
})
