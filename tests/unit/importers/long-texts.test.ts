import { describe, expect, it } from 'vitest'
import { readCoral } from '@/lib/importers/coral'
import type { ByteSource, ImportOptions, ImportRecord } from '@/lib/importers/import-record'
import { readJson } from '@/lib/importers/json'
import { readSavedPage } from '@/lib/importers/saved-page'
import { collect, piecesOf } from './collect'

const MANY = 600_000

async function read(reader: (source: ByteSource, options: ImportOptions) => AsyncIterable<ImportRecord>, content: string) {
  const { comments, problems } = await collect(reader(piecesOf(content, 65_536), {}))
  return { bodies: comments.map(({ input }) => input.body), problems }
}

// From each of its parts anew, one of these would take hours, which a test has not.
describe('a text as long as nobody writes one is read in one go', () => {
  it('blanks within the data of a page', async () => {
    const comment = [{ '@type': 'Comment', text: 'One', author: { name: 'Bo' } }]
    const data = JSON.stringify({ '@type': 'Article', headline: 'Fog', description: `a${' '.repeat(MANY)}b`, comment })
    const html = `<title>Fog</title><script type="application/ld+json">/*<![CDATA[*/${data}/*]]>*/</script>`
    expect((await read(readSavedPage, html)).bodies).toEqual(['One'])
  })

  it('the id of an element', async () => {
    const comments = ['my-comment443', 'my-comment444', `${'comment-'.repeat(MANY / 8)}!`].map(
      (id) => `<div id="${id}"><time datetime="2021-03-04T05:06:07Z"></time><p>Number ${id.at(-1)}</p></div>`,
    )
    expect((await read(readSavedPage, `<title>Fog</title><h1>Fog</h1>${comments.join('')}`)).bodies).toEqual(['Number 3', 'Number 4'])
  })

  it('the key of an object', async () => {
    const comment = { text: 'Hello', author: 'Bo', url: 'https://a.example/fog', created: '2021-03-04T05:06:07Z' }
    expect((await read(readJson, JSON.stringify({ [`${'0'.repeat(MANY)}!`]: comment }))).bodies).toEqual(['Hello'])
  })

  it('tags that only begin', async () => {
    const old = {
      id: 'c1',
      asset_id: 'a1',
      author_id: 'u1',
      body: '<br'.repeat(MANY / 3),
      status: 'NONE',
      created_at: '2017-03-04T05:06:07.000Z',
    }
    const story = { id: 'a1', url: 'https://a.example/fog', title: 'Fog' }
    const { bodies, problems } = await read(readCoral, `${JSON.stringify(old)}\n${JSON.stringify(story)}\n`)
    expect([bodies, problems]).toEqual([[], ['1: body is longer than 50000 characters.']])
  })
})
