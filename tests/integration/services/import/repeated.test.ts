import { describe, expect, it } from 'vitest'
import { importText, listImported } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

const csvOf = (...rows: string[]) => `id,article_id,parent_id,text\n${rows.join('\n')}\n`
const REPEATED = 'The id "c1" is in this file already, with another text. The first one came in.'

describe('a file that has a comment twice', () => {
  it('keeps the first text, tells the second, and brings nothing new the next time', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const csv = csvOf('c1,a,,First', 'c2,a,c1,Reply', 'c1,a,,Second', 'c2,a,c1,Reply')
    const rehearsal = await importText(ctx, 'a.csv', csv, { isDryRun: true })
    const first = await importText(ctx, 'a.csv', csv)
    const second = await importText(ctx, 'a.csv', csv)
    expect(first.counts).toEqual({ created: 2, updated: 0, unchanged: 1, stale: 0, invalid: 1 })
    expect(rehearsal.counts).toEqual(first.counts)
    expect(second.counts).toEqual({ created: 0, updated: 0, unchanged: 3, stale: 0, invalid: 1 })
    for (const { problems } of [rehearsal, first, second]) expect(problems).toEqual([{ line: 4, message: REPEATED }])
    expect((await listImported(site)).map(({ externalId, body }) => [externalId, body])).toEqual([
      ['c1', 'First'],
      ['c2', 'Reply'],
    ])
    expect([rehearsal.replies, first.replies]).toEqual([2, 2])
  })

  it('finds it again however many comments stand between', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const between = Array.from({ length: 1200 }, (_, at) => `b${at},a,,Between`)
    const csv = csvOf('c1,a,,First', ...between, 'c1,a,,Second')
    const counts = [await importText(ctx, 'a.csv', csv, { isDryRun: true }), await importText(ctx, 'a.csv', csv)].map(
      (report) => report.counts,
    )
    expect(counts).toEqual([
      { created: 1201, updated: 0, unchanged: 0, stale: 0, invalid: 1 },
      { created: 1201, updated: 0, unchanged: 0, stale: 0, invalid: 1 },
    ])
  })

  it('takes the second where the first was refused', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const lines = [
      { type: 'article', externalId: 'a', title: 'A' },
      { type: 'comment', externalId: 'c1', articleExternalId: 'nowhere', body: 'First' },
      { type: 'comment', externalId: 'c1', articleExternalId: 'a', body: 'Second' },
    ]
    const report = await importText(ctx, 'a.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'))
    expect(report.counts).toMatchObject({ created: 1, invalid: 1 })
    expect((await listImported(site)).map(({ body }) => body)).toEqual(['Second'])
  })

  it('follows revisions, which say what is newer', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const csv = 'id,article_id,revision,text\nc1,a,1,First\nc1,a,2,Second\n'
    const reports = [await importText(ctx, 'a.csv', csv), await importText(ctx, 'a.csv', csv)]
    expect(reports.map(({ counts }) => counts)).toEqual([
      { created: 1, updated: 1, unchanged: 0, stale: 0, invalid: 0 },
      { created: 0, updated: 0, unchanged: 1, stale: 1, invalid: 0 },
    ])
    expect((await listImported(site)).map(({ body }) => body)).toEqual(['Second'])
  })

  it('takes an edit from a later file', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    await importText(ctx, 'a.csv', csvOf('c1,a,,First'))
    const { counts, problems } = await importText(ctx, 'b.csv', csvOf('c1,a,,Second'))
    expect([counts.updated, problems]).toEqual([1, []])
  })
})

it('a dry run tells as the import does of replies to comments under another article, however far above they stand', async () => {
  const ctx = await (await makeSite()).as('admin')
  const between = Array.from({ length: 1200 }, (_, at) => `b${at},a,,Between`)
  const csv = csvOf('c1,a,,First', ...between, 'c2,b,c1,Reply from elsewhere', 'c3,a,c1,Reply')
  const rehearsal = await importText(ctx, 'a.csv', csv, { isDryRun: true })
  const run = await importText(ctx, 'a.csv', csv)
  expect([run.counts.created, run.replies, run.problems]).toEqual([
    1203,
    1,
    [{ line: 1203, message: 'parentExternalId is a comment under another article. The comment came in without it.' }],
  ])
  expect([rehearsal.counts, rehearsal.replies, rehearsal.problems]).toEqual([run.counts, run.replies, run.problems])
})

it('a dry run tells as the import does of circles of replies, however far apart they are closed', async () => {
  const ctx = await (await makeSite()).as('admin')
  const between = Array.from({ length: 1200 }, (_, at) => `b${at},a,,Between`)
  const csv = csvOf('c1,a,c3,First', 'c2,a,c1,Second', 'c4,a,c5,Fourth', ...between, 'c3,a,c2,Third', 'c5,a,c4,Fifth', 'c6,a,c5,Sixth')
  const rehearsal = await importText(ctx, 'a.csv', csv, { isDryRun: true })
  const run = await importText(ctx, 'a.csv', csv)
  const message =
    'parentExternalId replies to this comment, directly or through others: that would close a circle. The comment came in without it.'
  expect([run.counts.created, run.replies, run.problems]).toEqual([
    1206,
    4,
    [
      { line: 1205, message },
      { line: 1206, message },
    ],
  ])
  expect([rehearsal.counts, rehearsal.replies, rehearsal.problems]).toEqual([run.counts, run.replies, run.problems])
})
