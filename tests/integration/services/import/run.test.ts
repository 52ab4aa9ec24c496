import { createReadStream, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { runImport } from '@/lib/services/import/run'
import { countImported, findImportedArticle, importText, listImported } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'

const FIXTURES = path.resolve('tests/fixtures/import')
const SEED = path.resolve('../shared/seed/article.txt')

describe('importing a saved article page', () => {
  const harbour = readFileSync(path.join(FIXTURES, 'harbour-library.txt'))

  it('brings in one article without page furniture, and its comments in order', async () => {
    const site = await makeSite()
    const report = await importText(await site.as('admin'), 'harbour-library.txt', harbour)

    expect(report).toMatchObject({
      format: 'article-text',
      isDryRun: false,
      articleCount: 1,
      counts: { created: 7, updated: 0, unchanged: 0, stale: 0, invalid: 0 },
      quoteLinks: 3,
      problems: [],
      problemCount: 0,
    })
    expect(report.articles).toEqual([
      {
        id: expect.any(String) as string,
        externalId: 'city-to-close-the-harbour-library-on-sundays-from-next-spring',
        title: 'City to close the harbour library on Sundays from next spring',
        author: 'Joel Marchetti',
        bodyParagraphs: 6,
        comments: 7,
      },
    ])
    const article = await findImportedArticle(site)
    expect(article?.credit).toBe('Mira Lindqvist / Harbour Courier')
    expect(article?.bio).toMatch(/^Joel Marchetti covers the council .* Tell him what he missed\.$/)
    expect(article?.body.split('\n\n').map((paragraph) => paragraph.slice(0, 22))).toEqual([
      'The city council voted',
      '"Nobody likes this, bu',
      'Librarians say the Sun',
      'Why Sunday matters',
      '"For a family that wor',
      'The council will look ',
    ])

    const comments = await listImported(site)
    expect(comments.map(({ body }) => body.slice(0, 24))).toEqual([
      'Sunday is the only day m',
      'The heating bill argumen',
      '> They heat the whole bu',
      'Tram 4 is late again by ',
      '> “Close it on Monday\n> ',
      '> They heat the whole bu',
      'Tram 4 is late again by ',
    ])
    expect(comments[1]?.body).toBe(
      'The heating bill argument is weak. They heat the whole building for the council archive on Sundays anyway, so the saving is ' +
        'mostly on paper.\nI worked in that archive for six years.\n\nAsk them for the meter readings. They exist.',
    )
    expect(comments.map(({ parentExternalId }) => comments.findIndex(({ externalId }) => externalId === parentExternalId))).toEqual([
      -1, -1, 1, -1, 0, 1, -1,
    ])
    expect(comments.map(({ isAttached }) => isAttached)).toEqual([false, false, true, false, true, true, false])
    expect(comments.every(({ commenterId, postedAt }) => commenterId === null && postedAt === null)).toBe(true)
  })

  it('changes nothing when the same file comes again, whatever its line ends and byte order mark', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    await importText(ctx, 'a.txt', harbour)
    const before = await listImported(site)

    const again = await importText(ctx, 'a.txt', harbour)
    const windows = await importText(ctx, 'a.txt', '\ufeff' + harbour.toString('utf8').replaceAll('\n', '\r\n'))

    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 7, stale: 0, invalid: 0 })
    expect(windows.counts).toEqual({ created: 0, updated: 0, unchanged: 7, stale: 0, invalid: 0 })
    expect(await listImported(site)).toEqual(before)
    expect(await countImported(site)).toEqual({ articles: 1, comments: 7 })
  })

  it('writes nothing in a dry run, and tells the same as the run itself', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const rehearsal = await importText(ctx, 'a.txt', harbour, { isDryRun: true })
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })

    const run = await importText(ctx, 'a.txt', harbour)
    expect(rehearsal.articles[0]?.id).toBeNull()
    expect(rehearsal).toEqual({ ...run, isDryRun: true, articles: run.articles.map((article) => ({ ...article, id: null })) })
    expect(rehearsal.preview.slice(0, 3).map(({ author, isReply, postedAt }) => ({ author, isReply, postedAt }))).toEqual([
      { author: null, isReply: false, postedAt: null },
      { author: null, isReply: false, postedAt: null },
      { author: null, isReply: true, postedAt: null },
    ])
  })

  it('is refused to those who may not import, and writes nothing for them', async () => {
    const site = await makeSite()
    for (const ctx of [await site.as('moderator'), await site.as('editor'), site.asKey('ingest', 'read')]) {
      await expect(importText(ctx, 'a.txt', harbour)).rejects.toMatchObject({ code: 'forbidden' })
    }
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })
  })

  it.skipIf(!existsSync(SEED))('brings in the page kept beside the project: 38 comments, twice the same', async () => {
    const site = await makeSite()
    const ctx = await site.as('admin')
    const read = () => runImport(ctx, { name: 'article.txt', source: createReadStream(SEED), isDryRun: false })
    const report = await read()

    expect(report.counts).toEqual({ created: 38, updated: 0, unchanged: 0, stale: 0, invalid: 0 })
    expect(report).toMatchObject({ articleCount: 1, quoteLinks: 1, problemCount: 0 })
    const article = await findImportedArticle(site)
    expect(article?.title).toBe("Microsoft won't sell facial recognition tech to police, echoing Amazon, and IBM")
    expect(article?.author).toBe('Sean Endicott')
    expect(article?.bio).toMatch(/^Sean Endicott is the news writer .* sean\.endicott@futurenet\.com\.$/)

    // The body is the file's own paragraphs, found here by their line numbers.
    const lines = readFileSync(SEED, 'utf8').split('\n')
    expect(article?.body.split('\n\n')).toEqual([8, 10, 12, 14, 18].map((number) => lines[number - 1]))
    const comments = await listImported(site)
    const expected = lines
      .slice(25)
      .join('\n')
      .split(/^ {2}• /m)
      .slice(1)
    expect(comments.map(({ body }) => body)).toEqual(expected.map((text) => text.trim().replace('\n    ', '\n')))
    expect(comments[10]?.body).toMatch(/^I didn't even know that was a thing\.\.\nThank you for sharing - .* is disturbing\.$/)
    expect(comments.map(({ isAttached }) => isAttached)).toEqual(comments.map((_, at) => at === 6))
    expect(comments[6]?.parentExternalId).toBe(comments[5]?.externalId)

    expect((await read()).counts).toEqual({ created: 0, updated: 0, unchanged: 38, stale: 0, invalid: 0 })
    expect(await listImported(site)).toEqual(comments)
  })
})
