import { describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { decideComment } from '@/lib/services/comment/decide'
import { countViews } from '@/lib/services/teamwork/count-views'
import { saveView } from '@/lib/services/teamwork/views'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

type Person = Awaited<ReturnType<TestSite['as']>>

const keep = async (ctx: Person, name: string, address: string) =>
  (await saveView(ctx, { name, address, isShared: true })).find((view) => view.name === name)?.id ?? ''

describe('the counts of saved views', () => {
  it('are of each view by its filters: exact by the queues’ own figures, else by looking, at most half a minute ago', async () => {
    let now = Date.parse('2026-11-24T12:00:00Z')
    const site = await makeSite(() => new Date(now))
    const mo = await site.as('moderator', 'Mo')
    const held = await makeComment(site, { status: 'pending', body: 'About the ferry' })
    await makeComment(site, { status: 'pending', body: 'About the tram' })
    await makeComment(site, { status: 'published', language: 'de' })
    const views = {
      held: await keep(mo, 'Held', 'queue=held'),
      pending: await keep(mo, 'Pending', 'queue=newest&status=pending'),
      german: await keep(mo, 'German', 'queue=newest&q=lang%3Ade'),
      mine: await keep(mo, 'Mine', 'queue=mine'),
    }
    const read = async () => Object.fromEntries((await countViews(mo)).counts.map(({ id, count, isCapped }) => [id, [count, isCapped]]))
    const before = { [views.held]: [2, false], [views.pending]: [2, false], [views.german]: [1, false], [views.mine]: [0, false] }
    expect(await read()).toEqual(before)
    await decideComment(mo, held.id, { version: 1, act: { kind: 'approve' } })
    expect(await read()).toEqual({ ...before, [views.held]: [1, false] })
    now += 31_000
    expect(await read()).toEqual({ ...before, [views.held]: [1, false], [views.pending]: [1, false] })
  })

  it('leave out a view that is not understood, and are for those who may read', async () => {
    const site = await makeSite()
    const mo = await site.as('moderator')
    await keep(mo, 'Old', 'queue=nowhere')
    await keep(mo, 'Odd', 'queue=newest&q=colour%3Ared')
    expect((await countViews(mo)).counts).toEqual([])
    await expect(countViews(site.asKey('ingest'))).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('count what was filtered to a thousand and no further', async () => {
    const site = await makeSite()
    const mo = await site.as('moderator')
    const parent = await makeComment(site)
    await getDb().query(
      `INSERT INTO comment (site_id, id, external_id, article_id, body, language, status, version, received_at, ordered_at, depth, findings)
       SELECT site_id, gen_random_uuid(), 'many-' || n, article_id, 'One of many', 'fr', status, 1, received_at, ordered_at, 0, '[]'
       FROM comment, generate_series(1, 1001) n WHERE site_id = $1 AND id = $2`,
      [site.id, parent.id],
    )
    const id = await keep(mo, 'French', 'queue=newest&q=lang%3Afr')
    expect((await countViews(mo)).counts).toEqual([{ id, count: 1000, isCapped: true }])
  })
})
