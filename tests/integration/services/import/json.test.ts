import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { importText, listImported } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

const locator = { site: 'courier', url: 'https://courier.example/fog' }
const comment = (id: string, pid: string, more: object = {}) =>
  JSON.stringify({ id, pid, text: `<p>Text ${id}</p>`, user: { name: 'Ann', id: 'u1' }, locator, time: '2021-03-12T12:00:00Z', ...more })
const BACKUP = gzipSync(
  [
    '{"version":1,"users":[],"posts":[{"url":"https://courier.example/fog"}]}',
    comment('c2', 'c1'),
    comment('c1', '', { title: 'Fog' }),
    comment('c3', 'c1', { text: '', delete: true }),
    comment('c4', 'c2'),
  ].join('\n'),
)

describe('importing JSON of another system', () => {
  it('attaches replies, leaves out what was deleted, and changes nothing the second time', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const report = await importText(ctx, 'backup-courier-20210312.gz', BACKUP)
    expect(report).toMatchObject({
      format: 'json',
      articleCount: 1,
      counts: { created: 3, updated: 0, unchanged: 0, stale: 0, invalid: 0 },
      skipped: { deleted: 1, spam: 0 },
    })
    expect(report.columns).toContainEqual({ name: 'user.name', field: 'authorName' })
    expect((await listImported(site)).map(({ externalId, isAttached }) => [externalId, isAttached]).sort()).toEqual([
      ['c1', false],
      ['c2', true],
      ['c4', true],
    ])
    const again = await importText(ctx, 'backup-courier-20210312.gz', BACKUP)
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 3, stale: 0, invalid: 0 })
  })

  it('takes a value for what somebody says it is', async () => {
    const site = await makeSite()
    const content = '[{"nr":1,"beitrag":"Hallo","wer":"Ann","seite":"https://courier.example/fog"}]'
    const columns = { body: 'beitrag', authorName: 'wer', articleUrl: 'seite', externalId: 'nr' }
    const report = await importText(await site.as('admin'), 'eigen.json', content, { columns })
    expect([report.counts.created, report.preview.map(({ author, excerpt }) => [author, excerpt])]).toEqual([1, [['Ann', 'Hallo']]])
  })
})
