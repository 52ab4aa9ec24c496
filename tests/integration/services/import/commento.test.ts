import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { countImported, importText, listImported } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

const SAMPLE = path.resolve('../shared/samples/commento/remark42-commento.json')

describe('importing a Commento export', () => {
  const fixture = readFileSync('tests/fixtures/import/commento.json')

  it('tells what was left out, by reason, and changes nothing the second time', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const report = await importText(ctx, 'export.json', fixture)
    expect(report).toMatchObject({
      format: 'commento',
      articleCount: 2,
      counts: { created: 3, updated: 0, unchanged: 0, stale: 0, invalid: 0 },
      skipped: { deleted: 1, spam: 1, unapproved: 1, pingback: 0, trackback: 0 },
    })
    expect(report.problems).toEqual([
      { line: 6, message: '1 comment deleted at the source was left out.' },
      { line: 7, message: '1 comment that is spam at the source was left out.' },
      { line: 8, message: '1 comment not approved at the source was left out.' },
    ])
    const comments = await listImported(site)
    expect(comments.map(({ externalId, isAttached }) => [externalId, isAttached])).toEqual([
      ['c1', false],
      ['c2', true],
      ['c6', false],
    ])
    const again = await importText(ctx, 'export.json', fixture)
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 3, stale: 0, invalid: 0 })
    expect(again.skipped).toEqual(report.skipped)
  })

  it('rehearses without writing', async () => {
    const site = await makeSite()
    const report = await importText(await site.as('admin'), 'export.json', fixture, { isDryRun: true })
    expect(report.counts.created).toBe(3)
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })
  })

  it.skipIf(!existsSync(SAMPLE))('agrees with a count made from the sample itself (skipped when the sample is absent)', async () => {
    const text = readFileSync(SAMPLE, 'utf8')
    const ids = text.match(/"commentHex": "/g)?.length ?? 0
    const replies = text.match(/"parentHex": "(?!root")/g)?.length ?? 0
    const pages = new Set(text.match(/"url": "[^"]*"/g)).size
    const site = await makeSite()
    const ctx = await site.as('admin')
    const report = await importText(ctx, 'commento.json', text)
    expect([report.articleCount, report.counts.created, report.problems]).toEqual([pages, ids, []])
    expect((await listImported(site)).filter(({ isAttached }) => isAttached)).toHaveLength(replies)
    expect((await importText(ctx, 'commento.json', text)).counts).toMatchObject({ created: 0, updated: 0, unchanged: ids })
  })
})
