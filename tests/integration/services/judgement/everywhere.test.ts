import { expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
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

it('stops while it learns, and says nothing of it', async () => {
  await makeSite()
  const stopping = new AbortController()
  const warn = vi.spyOn(log(), 'warn')
  vi.spyOn(learning, 'learnFromDecisions').mockImplementation(() => {
    stopping.abort()
    return Promise.reject(new Error('The thread that learns has ended.'))
  })
  await learnEverywhere(stopping.signal)
  expect(learning.learnFromDecisions).toHaveBeenCalledOnce()
  vi.mocked(learning.learnFromDecisions).mockRestore()
  expect(warn).not.toHaveBeenCalled()
  warn.mockRestore()
})
