import { describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { readAlertLines, updateLines } from '@/lib/services/alert/lines'
import { listAlerts } from '@/lib/services/alert/list'
import { watchArticles } from '@/lib/services/alert/watch'
import { undoDecision } from '@/lib/services/decision/undo'
import { readFeed } from '@/lib/services/feed/read'
import { makeArticle } from '@/tests/factories/article'
import { makeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const NOW = new Date('2026-03-09T12:30:00Z')
const LINES = { ratePerHour: null, uncivilShare: 0.5, offTopicShare: null, leastComments: 4 }

async function setLines(site: Awaited<ReturnType<typeof makeSite>>, lines = LINES): Promise<void> {
  const admin = await site.as('admin')
  await updateLines(admin, { lines, version: (await readAlertLines(admin)).version })
}

describe('alerts', () => {
  it('are raised and cleared once each, with their line in the log and in the feed', async () => {
    const site = await makeSite(() => NOW)
    await setLines(site)
    const article = await makeArticle(site, { externalId: 'a', title: 'Boils over' })
    const at = { article, receivedAt: new Date('2026-03-09T12:10:00Z') }
    for (let n = 0; n < 2; n += 1) await makeComment(site, { ...at, marks: { uncivil: 'insult' } })
    for (let n = 0; n < 2; n += 1) await makeComment(site, at)
    expect(await watchArticles(getDb(), NOW)).toBe(1)
    expect(await watchArticles(getDb(), NOW)).toBe(0)
    const ines = await site.as('editor')
    expect(await listAlerts(ines)).toMatchObject([
      { article: { id: article.id, title: 'Boils over' }, measure: 'uncivil', value: 0.5, line: 0.5, clearedAt: null },
    ])
    for (let n = 0; n < 2; n += 1) await makeComment(site, at)
    expect(await watchArticles(getDb(), NOW)).toBe(1)
    expect((await listAlerts(ines))[0]?.clearedAt).toBe(NOW.toISOString())
    const { items } = await readFeed(site.asKey('read'), { after: 0, limit: 10, wait: 0 }, new AbortController().signal)
    expect(
      items.map(({ kind, by, comment, article: told }) => [kind, by.kind, comment, told?.externalId, told?.alert?.measure, told?.version]),
    ).toEqual([
      ['raise_alert', 'system', null, 'a', 'uncivil', 1],
      ['clear_alert', 'system', null, 'a', 'uncivil', 1],
    ])
    await expect(undoDecision(await site.as('admin'), items[0]?.id ?? '')).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it('look at the hour before and this hour, and at no other site', async () => {
    const site = await makeSite(() => NOW)
    await setLines(site, { ratePerHour: 2, uncivilShare: null, offTopicShare: null, leastComments: 1 } as never)
    const article = await makeArticle(site)
    for (const hour of ['10:59', '11:00', '12:20']) await makeComment(site, { article, receivedAt: new Date(`2026-03-09T${hour}:00Z`) })
    expect(await watchArticles(getDb(), NOW)).toBe(0)
    await makeComment(site, { article, receivedAt: new Date('2026-03-09T12:29:00Z') })
    expect(await watchArticles(getDb(), NOW)).toBe(1)
    expect(await listAlerts(await (await makeSite()).as('admin'))).toEqual([])
  })

  it('are looked for at every site, also where those of another cannot be', async () => {
    const [before, site, after] = [await makeSite(() => NOW), await makeSite(() => NOW), await makeSite(() => NOW)]
    for (const one of [before, site, after]) await setLines(one)
    await getDb().query(`UPDATE site SET alert_lines = '{"uncivilShare": "half"}' WHERE id = ANY($1::uuid[])`, [[before.id, after.id]])
    const article = await makeArticle(site)
    for (let n = 0; n < 4; n += 1)
      await makeComment(site, { article, receivedAt: new Date('2026-03-09T12:10:00Z'), marks: { uncivil: 'insult' } })
    expect(await watchArticles(getDb(), NOW)).toBe(1)
    expect(await listAlerts(await site.as('editor'))).toMatchObject([{ measure: 'uncivil', value: 1 }])
  })

  it('have lines that admins set, in the version they read', async () => {
    const site = await makeSite()
    const admin = await site.as('admin')
    const { lines, version } = await readAlertLines(admin)
    expect(lines).toEqual({ ratePerHour: null, uncivilShare: 0.25, offTopicShare: 0.5, leastComments: 20, mailTo: [], mailLanguage: 'en' })
    expect(await updateLines(admin, { lines: { ...lines, ratePerHour: 500 }, version })).toMatchObject({ lines: { ratePerHour: 500 } })
    await expect(updateLines(admin, { lines, version })).rejects.toMatchObject({ code: 'conflict' })
    await expect(updateLines(admin, { lines: { ...lines, uncivilShare: 7 }, version })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(readAlertLines(await site.as('editor'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateLines(await site.as('moderator'), { lines, version })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listAlerts(site.asKey('ingest'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
