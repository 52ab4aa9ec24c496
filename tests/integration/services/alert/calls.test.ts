import { describe, expect, it } from 'vitest'
import { listDeskDecisions } from '@/lib/db/decision/desk-event'
import { getDb } from '@/lib/db/connection'
import { listHelpCalls } from '@/lib/services/alert/calls'
import { actOnArticle } from '@/lib/services/article/act'
import { readFeed } from '@/lib/services/feed/read'
import { makeArticle } from '@/tests/factories/article'
import { makeSite } from '@/tests/factories/site'

describe('calls for moderators', () => {
  it('are told of until they are ended, the longest waiting first, also where nothing waits', async () => {
    let now = new Date('2026-03-09T12:00:00Z')
    const site = await makeSite(() => now)
    const ines = await site.as('editor', 'Ines')
    const [ferry, tram] = [await makeArticle(site, { title: 'The ferry' }), await makeArticle(site, { title: 'The tram' })]
    await actOnArticle(ines, tram.id, { version: 1, act: { kind: 'ask_help', note: 'Heats up' } })
    now = new Date('2026-03-09T12:05:00Z')
    await actOnArticle(ines, ferry.id, { version: 1, act: { kind: 'ask_help', note: 'Please stay here' } })
    const mara = await site.as('moderator')
    expect(await listHelpCalls(mara)).toEqual([
      { article: { id: tram.id, title: 'The tram' }, by: 'Ines', note: 'Heats up', at: '2026-03-09T12:00:00.000Z' },
      { article: { id: ferry.id, title: 'The ferry' }, by: 'Ines', note: 'Please stay here', at: '2026-03-09T12:05:00.000Z' },
    ])
    await actOnArticle(ines, tram.id, { version: 2, act: { kind: 'end_help' } })
    expect((await listHelpCalls(mara)).map(({ article }) => article.title)).toEqual(['The ferry'])
  })

  it('ring the bell: the desk is told that a whole discussion was decided about', async () => {
    const site = await makeSite()
    const article = await makeArticle(site)
    await actOnArticle(await site.as('editor'), article.id, { version: 1, act: { kind: 'ask_help', note: 'Look here' } })
    // The feed gives the positions out.
    await readFeed(site.asKey('read'), { after: 0, limit: 10, wait: 0 }, new AbortController().signal)
    expect(await listDeskDecisions(getDb(), site.id, 0, 10)).toEqual([{ position: 1, decision: null, isOfDiscussion: true }])
  })

  it('are of their own site, and for those who may read', async () => {
    const site = await makeSite()
    const article = await makeArticle(site)
    await actOnArticle(await site.as('editor'), article.id, { version: 1, act: { kind: 'ask_help', note: 'Look here' } })
    expect(await listHelpCalls(await (await makeSite()).as('admin'))).toEqual([])
    await expect(listHelpCalls(site.asKey('ingest'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
