import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '@/lib/contracts/settings'
import type { Problem } from '@/lib/contracts/problem'
import { postImport } from '@/lib/http/post-import'
import { countImported } from '@/tests/factories/import'
import { requestAs } from '@/tests/factories/requests'
import { makeSite, type TestSite } from '@/tests/factories/site'

const PAGE = readFileSync('tests/fixtures/import/harbour-library.txt')

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>

beforeAll(async () => {
  site = await makeSite()
  admin = await site.as('admin')
})

/** Uploads as the signed-in user; the content type is the body's own, unless one is given. */
async function upload(query: string, body: BodyInit | ReadableStream | null, headers: Record<string, string> = {}, as = admin) {
  const signed = await requestAs(as.actor, 'POST', '/api/v1/settings/import')
  const kept = new Headers(signed.headers)
  kept.delete('content-type')
  for (const [name, value] of Object.entries(headers)) kept.set(name, value)
  const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers: kept, body, duplex: 'half' }
  const response = await postImport(new Request(`${signed.url}${query}`, init))
  return { status: response.status, body: (await response.json()) as unknown }
}

describe('uploading a file', () => {
  it('rehearses a raw body, and writes nothing', async () => {
    const { status, body } = await upload('?dryRun=1&name=page.txt', PAGE)
    expect(status).toBe(200)
    expect(body).toMatchObject({ format: 'article-text', isDryRun: true, counts: { created: 7 }, quoteLinks: 3 })
    expect(await countImported(site)).toEqual({ articles: 0, comments: 0 })
  })

  it('imports a raw body or a form', async () => {
    const first = (await upload('?name=page.txt', PAGE)).body as ImportReport
    expect(first).toMatchObject({ isDryRun: false, counts: { created: 7 } })
    expect(await countImported(site)).toEqual({ articles: 1, comments: 7 })

    const form = new FormData()
    form.set('file', new Blob([PAGE]), 'page.txt')
    const second = await upload('', form)
    expect(second).toMatchObject({ status: 200, body: { counts: { created: 0, unchanged: 7 }, articles: [{ id: first.articles[0]?.id }] } })
  })

  it('takes a format and an article, and refuses other formats', async () => {
    const rows = 'text\nHello'
    expect(
      await upload('?dryRun=1&format=csv&articleId=city-to-close-the-harbour-library-on-sundays-from-next-spring', rows),
    ).toMatchObject({
      status: 200,
      body: { format: 'csv', counts: { created: 1 } },
    })
    expect(await upload('?format=xml', rows)).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('article-text') as string },
    })
  })

  it('takes the columns of a table by the names that are said, and refuses what is no column', async () => {
    const rows = 'nutzer;kommentar\nAnn;Guten Tag'
    const at = '?dryRun=1&name=a.csv&articleId=city-to-close-the-harbour-library-on-sundays-from-next-spring'
    expect(await upload(`${at}&column=body=Kommentar&column=authorName=Nutzer`, rows)).toMatchObject({
      status: 200,
      body: { counts: { created: 1 }, preview: [{ author: 'Ann', excerpt: 'Guten Tag' }] },
    })
    expect(await upload(`${at}&column=text=Kommentar`, rows)).toMatchObject({ status: 422 })
    expect(await upload(`${at}&column=body`, rows)).toMatchObject({ status: 422 })
  })

  it('is for administrators', async () => {
    for (const role of ['moderator', 'editor'] as const) {
      const { status, body } = await upload('?name=page.txt', PAGE, {}, await site.as(role))
      expect({ status, detail: (body as Problem).detail }).toEqual({ status: 403, detail: `The role ${role} may not import files.` })
    }
  })

  it.each<[string, number, RegExp, BodyInit | null, Record<string, string>]>([
    ['nothing', 422, /empty/, null, {}],
    ['a picture', 415, /picture/, Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), {}],
    ['a broken form', 400, /form cannot be read/, 'nonsense', { 'content-type': 'multipart/form-data; boundary=x' }],
    ['a form without a file', 422, /no file/, new URLSearchParams(), {}],
    ['NDJSON without one good line', 422, /Line 2: This line is not JSON/, '\n{"type"', {}],
    ['a file that says it is too large', 413, /50 MB/, 'x', { 'content-length': '60000000' }],
  ])('answers %s with %i and a sentence', async (what, status, detail, body, headers) => {
    const form = new FormData()
    form.set('name', 'x')
    const before = await countImported(site)
    const answer = await upload('', what === 'a form without a file' ? form : body, headers)
    expect(answer).toMatchObject({ status, body: { status, detail: expect.stringMatching(detail) as string } })
    expect(await countImported(site)).toEqual(before)
  })

  it.each([['text/plain'], ['multipart/form-data; boundary=x']])('stops reading %s after 50 MB', async (type) => {
    const piece = new Uint8Array(1024 * 1024).fill(0x61)
    const start = new TextEncoder().encode('--x\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n')
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(sent === 0 && type !== 'text/plain' ? start : piece)
        sent += 1
      },
    })
    expect(await upload('?format=csv', endless, { 'content-type': type })).toMatchObject({ status: 413 })
    expect(sent).toBeLessThan(60)
  })

  it('names the lines in the problem document', async () => {
    const { body } = await upload('?name=a.ndjson', '{"type":"comment"}\n{"type":')
    expect((body as Problem).errors).toEqual([
      { pointer: '/line/1', detail: 'externalId: is missing.' },
      { pointer: '/line/2', detail: 'This line is not JSON (it ends too early).' },
    ])
  })
})
