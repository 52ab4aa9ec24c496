import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as articleWords from '@/lib/db/article/article-words'
import { getDb } from '@/lib/db/connection'
import { readStandingWords } from '@/lib/services/article/words'
import { ingestComments } from '@/lib/services/comment/ingest'
import { eraseCommenter } from '@/lib/services/erasure/start'
import { eraseNext } from '@/lib/services/erasure/work'
import { makeArticle } from '@/tests/factories/article'
import { makeGate } from '@/tests/factories/gate'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let article: string
beforeEach(async () => {
  site = await makeSite()
  article = (await makeArticle(site, { externalId: 'a' })).id
})

const message = (externalId: string, author = { externalId: 'u7' }) => ({
  ...{ externalId, articleExternalId: 'a', body: `Text of ${externalId}`, author },
})
const send = (...items: object[]) => ingestComments(site.asKey('ingest'), items)
const other = message('x', { externalId: 'u8' })

async function erase(): Promise<void> {
  await eraseCommenter(site.asKey('privacy'), 'u7')
  while (await eraseNext(getDb(), new Date()));
}

describe('whoever erases somebody', () => {
  it('has the words counted anew that stand out, which are kept for minutes', async () => {
    const ctx = await site.as('editor')
    await send(message('c1'), message('c2'), other)
    expect(await readStandingWords(ctx, article)).toMatchObject({ readHere: 3 })
    await erase()
    expect(await readStandingWords(ctx, article)).toMatchObject({ readHere: 1 })
  })

  it('has them counted anew too where the pages of Next keep them, which have a copy of our modules', async () => {
    const ctx = await site.as('editor')
    await send(message('c1'), other)
    vi.resetModules()
    const ofPages = await import('@/lib/services/article/words')
    expect(ofPages.readStandingWords).not.toBe(readStandingWords)
    expect(await ofPages.readStandingWords(ctx, article)).toMatchObject({ readHere: 2 })
    await erase()
    expect(await ofPages.readStandingWords(ctx, article)).toMatchObject({ readHere: 1 })
  })

  it('has none of them kept that were read before it and counted after it', async () => {
    const ctx = await site.as('editor')
    await send(message('c1'), other)
    const [isRead, isErased] = [makeGate(), makeGate()]
    const list = articleWords.listLatestTexts
    const spy = vi.spyOn(articleWords, 'listLatestTexts').mockImplementationOnce(async (...args) => {
      const texts = await list(...args)
      isRead.open()
      await isErased.opened
      return texts
    })
    const early = readStandingWords(ctx, article)
    await isRead.opened
    await erase()
    isErased.open()
    expect(await early).toMatchObject({ readHere: 2 })
    expect(await readStandingWords(ctx, article)).toMatchObject({ readHere: 1 })
    spy.mockRestore()
  })
})
