import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { countImported, findImportedArticle, importText, listImported } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

const FIXTURES = path.resolve('tests/fixtures/import')

describe('importing NDJSON and CSV', () => {
  it('takes in what is whole and names the lines that are not', async () => {
    const site = await makeSite()
    const report = await importText(await site.as('admin'), 'export.ndjson', readFileSync(path.join(FIXTURES, 'damaged.ndjson')))
    expect(report.counts).toEqual({ created: 3, updated: 0, unchanged: 0, stale: 0, invalid: 5 })
    expect(report.problems).toEqual([
      { line: 3, message: 'This line is not JSON (character 66).' },
      { line: 5, message: 'body: is empty.' },
      { line: 6, message: 'This line needs "type": "article" or "type": "comment".' },
      { line: 7, message: expect.stringMatching(/^The article "nobody-knows-it" is not here\. /) as string },
      { line: 9, message: 'This line has a field that is not known.' },
    ])
    const comments = await listImported(site)
    expect(comments.map(({ externalId, parentExternalId, isAttached }) => [externalId, parentExternalId, isAttached])).toEqual([
      ['f-2', 'f-1', true],
      ['f-1', null, false],
      ['f-4', null, false],
    ])
  })

  it('loses no comment to a parent or a time that cannot be, and says what it came in without', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const rows = [
      'r1,a1,r1,,Itself',
      'r2,a2,r1,,Elsewhere',
      'r3,a1,r4,,Round',
      'r4,a1,r3,2999-01-01T00:00:00Z,And round',
      'r5,a1,r1,,Right',
    ]
    const csv = `id,article,parent,date,text\n${rows.join('\n')}\n`
    for (const id of ['a1', 'a2']) await importText(ctx, 'a.ndjson', JSON.stringify({ type: 'article', externalId: id, title: id }))
    for (const [at, isDryRun] of [true, false, false].entries()) {
      const report = await importText(ctx, 'a.csv', csv, { isDryRun })
      expect(report.counts).toMatchObject(at === 2 ? { created: 0, updated: 0, unchanged: 5, invalid: 0 } : { created: 5, invalid: 0 })
      expect(report.problems.map(({ line, message }) => `${line}: ${message}`).sort()).toEqual([
        '2: parentExternalId is the comment itself. The comment came in without it.',
        '3: parentExternalId is a comment under another article. The comment came in without it.',
        expect.stringMatching(/^5: parentExternalId replies to this comment, .* The comment came in without it\.$/),
        expect.stringMatching(/^5: postedAt .* The comment came in without it\.$/),
      ])
    }
    const comments = await listImported(site)
    expect(comments.map(({ externalId, parentExternalId }) => [externalId, parentExternalId]).sort()).toEqual([
      ['r1', null],
      ['r2', null],
      ['r3', 'r4'],
      ['r4', null],
      ['r5', 'r1'],
    ])
  })

  it('makes an article of which a row names only the id, titled by it, and leaves a known one as it is', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    await importText(ctx, 'a.ndjson', JSON.stringify({ type: 'article', externalId: '7', title: 'Fog' }))
    const report = await importText(ctx, 'a.csv', 'id,article_id,text\n1,7,Hello\n2,8,Hi\n')
    expect(report.counts).toMatchObject({ created: 2, invalid: 0 })
    expect(report.articles.map(({ externalId, title }) => [externalId, title]).sort()).toEqual([
      ['7', 'Fog'],
      ['8', '8'],
    ])
  })

  it('does not read an export as what it is not, and says what it looks like', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const disqus = '<?xml version="1.0"?><disqus xmlns="http://disqus.com"><thread dsq:id="1"></thread></disqus>'
    await expect(importText(ctx, 'a.xml', disqus, { format: 'coral' })).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'Nothing was imported. It was to be read as Coral, and looks like Disqus.',
    })
    await expect(importText(ctx, 'a.csv', 'id,text,article\n1,Hello,a', { format: 'disqus' })).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Nothing in this file could be imported\. Line 1: .* It was to be read as Disqus, and looks like CSV\.$/,
      ) as string,
    })
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })
  })

  it('says why no row came in, not what it remarked before', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const csv = 'text,mood\nGuten Morgen,sunny'
    await expect(importText(ctx, 'a.csv', csv, { articleId: 'nowhere' })).rejects.toMatchObject({
      message:
        'Nothing in this file could be imported. Line 2: The article "nowhere" is not here. ' +
        'Bring it in first, or import the comments to the id of an article that is.',
      detail: { problems: [{ path: ['line', 1] }, { path: ['line', 2] }] },
    })
    await expect(importText(ctx, 'a.csv', csv, { articleId: 'a', timeZone: 'Berlin' })).rejects.toMatchObject({
      message: 'The time zone is not the name of a time zone, such as Europe/Berlin',
    })
  })

  it.each([
    ['a.csv', 'id,text,article\n'],
    ['a.xml', '<?xml version="1.0"?><disqus xmlns="http://disqus.com"></disqus>'],
  ])('says of an export without comments that there are none: %s', async (name, content) => {
    const site = await makeSite()
    await expect(importText(await site.as('admin'), name, content)).rejects.toMatchObject({
      code: 'invalid_input',
      message: 'Nothing in this file could be imported. There is no comment in it that may be shown.',
    })
  })

  it('makes an article of a CSV row only when it is not known', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const csv = readFileSync(path.join(FIXTURES, 'ferry.csv'))
    const first = await importText(ctx, 'ferry.csv', csv)
    expect(first.counts).toEqual({ created: 6, updated: 0, unchanged: 0, stale: 0, invalid: 1 })
    expect(first.problems.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '6: A quotation mark on this line is out of place or never closed; the row was read as it stands.',
      '8: This row has 3 cells, the header 8.',
      '9: This time has no offset, such as Z or +01:00. Name the time zone, or times like it are left unknown.',
    ])
    await getDb().query(`UPDATE article SET title = 'A better title' WHERE site_id = $1`, [site.id])

    const again = await importText(ctx, 'ferry.csv', csv)
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 6, stale: 0, invalid: 1 })
    expect((await findImportedArticle(site))?.title).toBe('A better title')
    expect(again.articles[0]?.title).toBe('A better title')
  })

  it('attaches comments that name no article to the one it is told', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    await importText(ctx, 'a.ndjson', '{"type":"article","externalId":"known","title":"Known"}')
    const report = await importText(ctx, 'comments.csv', 'author,text\nAnn,=1+1\nBo,"Two\nlines"\n', { articleId: 'known' })
    expect(report.counts.created).toBe(2)
    expect(report.articles).toMatchObject([{ externalId: 'known', title: 'Known', comments: 2 }])
    expect((await listImported(site)).map(({ body }) => body)).toEqual(['=1+1', 'Two\nlines'])
  })

  it('keeps the order over batches, and rehearses them one by one', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const lines = ['{"type":"article","externalId":"long","title":"A long talk"}']
    for (let number = 1; number <= 2300; number += 1) {
      lines.push(
        JSON.stringify({ type: 'comment', externalId: `n-${number}`, articleExternalId: 'long', body: `Comment number ${number}` }),
      )
    }
    // Sent again at the end of the file.
    lines.push(lines[1] ?? '')
    const expected = { created: 2300, updated: 0, unchanged: 1, stale: 0, invalid: 0 }
    expect((await importText(ctx, 'long.ndjson', lines.join('\n'), { isDryRun: true })).counts).toEqual(expected)
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })
    expect((await importText(ctx, 'long.ndjson', lines.join('\n'))).counts).toEqual(expected)
    const numbers = (await listImported(site)).map(({ externalId }) => Number(externalId.slice(2)))
    expect(numbers).toEqual(Array.from({ length: 2300 }, (_, at) => at + 1))
  })
})

describe('files that cannot be imported', () => {
  const cases: [string, string, Buffer, string, RegExp][] = [
    ['an empty file', 'a.txt', Buffer.from('  \n \n'), 'invalid_input', /empty/],
    ['a picture', 'a.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'unsupported_format', /picture/],
    ['random bytes', 'a.csv', Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7) % 32)), 'unsupported_format', /binary data/],
    [
      'a web page without comments',
      'a.html',
      Buffer.from('<!doctype html><p>Hello'),
      'invalid_input',
      /No comments were found in this page/,
    ],
    ['XML of another system', 'a.xml', Buffer.from('<?xml version="1.0"?><feed/>'), 'unsupported_format', /XML of another system/],
    ['JSON without objects', 'a.json', Buffer.from('[1, 2]'), 'unsupported_format', /JSON without an object in it/],
    [
      'JSON without comments',
      'a.json',
      Buffer.from('[{"id":1}]'),
      'invalid_input',
      /No comment was found in this JSON\..* What stands here has id\./,
    ],
    ['NDJSON without one good line', 'a.ndjson', Buffer.from('{"type":\n{}'), 'invalid_input', /Line 1: This line is not JSON/],
    ['CSV without a text column', 'a.csv', Buffer.from('id,when\n1,2'), 'invalid_input', /Line 1: The header names no column for the text/],
    [
      'comments of an article nobody knows',
      'a.csv',
      Buffer.from('text,author\nHello,Ann'),
      'invalid_input',
      /Line 2: This row names no article/,
    ],
  ]

  it.each(cases)('%s: says so and writes nothing', async (_, name, content, code, message) => {
    const site = await makeSite()
    await expect(importText(await site.as('admin'), name, content)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
    })
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })
  })
})
