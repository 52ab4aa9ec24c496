import { describe, expect, it } from 'vitest'
import { readCommento } from '@/lib/importers/commento'
import { readCoral } from '@/lib/importers/coral'
import { readCsv } from '@/lib/importers/csv'
import { detectFormat } from '@/lib/importers/detect-format'
import { readDisqus } from '@/lib/importers/disqus'
import type { Importer } from '@/lib/importers/import-record'
import { readSavedPage } from '@/lib/importers/saved-page'
import { readWordPress } from '@/lib/importers/wordpress'
import { collect, piecesOf } from './collect'

const TEXT = 'Grüße aus Köln'
const disqus = (text: string, declaration = '<?xml version="1.0"?>') =>
  `${declaration}<disqus xmlns="http://disqus.com" xmlns:dsq="i"><thread dsq:id="1"><link>https://a.example/fog</link><title>Fog</title></thread><post dsq:id="7">
<message>${text}</message><createdAt>2021-01-02T03:04:05Z</createdAt><thread dsq:id="1"/></post></disqus>`
const commento = (text: string) =>
  `{"version":1,"commenters":[],"comments":[{"commentHex":"c1","domain":"a.example","url":"/fog","markdown":"${text}","creationDate":"2021-01-02T03:04:05Z"}]}`
const coral = (text: string) =>
  `{"tenantID":"t","id":"1","storyID":"s","status":"APPROVED","createdAt":"2021-01-02T03:04:05Z","revisions":[{"id":"r","body":"${text}"}]}`

const EXPORTS: [name: string, importer: Importer, content: string][] = [
  ['Disqus', readDisqus, disqus(TEXT)],
  [
    'WordPress',
    readWordPress,
    `<rss xmlns:wp="w"><channel><item><link>https://a.example/fog</link><wp:comment><wp:comment_id>1</wp:comment_id>
<wp:comment_date_gmt>2021-01-02 03:04:05</wp:comment_date_gmt><wp:comment_content>${TEXT}</wp:comment_content></wp:comment></item></channel></rss>`,
  ],
  ['Commento', readCommento, commento(TEXT)],
  ['Coral', readCoral, coral(TEXT)],
  ['a list of Coral', readCoral, `[${coral(TEXT)}]`],
  ['a table', readCsv, `id,date,text\n1,2021-01-02T03:04:05Z,${TEXT}`],
  [
    'a page',
    readSavedPage,
    `<!doctype html><title>Fog</title><body><div class="comment" id="comment-1"><time datetime="2021-01-02T03:04:05Z">then</time><div class="comment-content">${TEXT}</div></div></body>`,
  ],
]
const read = async (importer: Importer, bytes: Buffer) => {
  const { comments, problems } = await collect(importer(piecesOf(bytes), { articleExternalId: 'fog' }))
  return { texts: comments.map(({ input }) => input.body), problems }
}

describe.each(EXPORTS)('%s', (_name, importer, content) => {
  const utf16 = Buffer.from(content, 'utf16le')
  it.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${content}`)],
    ['UTF-16', Buffer.from(`\ufeff${content}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\ufeff${content}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', utf16],
  ])('may be %s', async (_encoding, bytes) => {
    expect(await read(importer, bytes)).toEqual({ texts: [TEXT], problems: [] })
  })

  it('may be what old Windows programs wrote', async () => {
    expect((await read(importer, Buffer.from(content, 'latin1'))).texts).toEqual([TEXT])
  })
})

describe('an export in XML', () => {
  it('is told not to be the UTF-8 it should be', async () => {
    const told = '2: This file is not the UTF-8 it should be; from here on it is read as Windows-1252.'
    expect((await read(readDisqus, Buffer.from(disqus(TEXT), 'latin1'))).problems).toEqual([told])
  })

  it('is not UTF-16 because it says so', async () => {
    const content = disqus(TEXT, '<?xml version="1.0" encoding="UTF-16"?>')
    expect(await read(readDisqus, Buffer.from(content))).toEqual({ texts: [TEXT], problems: [] })
    expect(await read(readDisqus, Buffer.from(`\ufeff${content}`, 'utf16le'))).toEqual({ texts: [TEXT], problems: [] })
  })

  it('keeps its other letters where bytes are damaged, and names the line', async () => {
    const [before = '', after = ''] = disqus(`${TEXT}<b>§</b>${TEXT}\0`).split('§')
    const damaged = Buffer.concat([Buffer.from(before), Buffer.from([0xfc]), Buffer.from(after)])
    expect(await read(readDisqus, damaged)).toEqual({
      texts: [`${TEXT}\ufffd${TEXT}\ufffd`],
      problems: ['2: Some bytes on this line cannot be read; \ufffd stands for them.'],
    })
  })

  it('names the line that a NUL stands on, however much is read in one go', async () => {
    const content = disqus(`${TEXT}\0`).replace('<post', '\n\n\n<post')
    const { problems } = await collect(readDisqus(piecesOf(content, 100_000)))
    expect(problems).toEqual([
      `${content.slice(0, content.indexOf('\0')).split('\n').length}: Some bytes on this line cannot be read; \ufffd stands for them.`,
    ])
  })
})

it('an export in JSON says where bytes of it are damaged, and keeps the rest', async () => {
  for (const [importer, content] of [
    [readCommento, commento(`${TEXT}\0`)],
    [readCoral, coral(`${TEXT}\0`)],
  ] as const) {
    expect(await read(importer, Buffer.from(content))).toEqual({
      texts: [`${TEXT}\ufffd`],
      problems: ['1: Some bytes of what begins here cannot be read; \ufffd stands for them.'],
    })
  }
})

describe('a file with one byte of UTF-8 that is damaged', () => {
  const FRENCH = '« été » dit-il « déjà passé »'
  it.each(EXPORTS.slice(-2))('such as %s, keeps its other letters and says where', async (_name, importer, content) => {
    const [before = '', after = ''] = content.split('Köln')
    const damaged = Buffer.concat([Buffer.from(`${before}Köln`), Buffer.from([0xe2]), Buffer.from(after)])
    const { texts, problems } = await read(importer, damaged)
    expect(texts).toEqual([`${TEXT}\ufffd`])
    expect(problems).toEqual([expect.stringMatching(/^\d: Some bytes of .* cannot be read; \ufffd stands for them\.$/)])
    const old = Buffer.from(content.replace(TEXT, FRENCH), 'latin1')
    expect(await read(importer, old)).toEqual({ texts: [FRENCH], problems: [] })
  })

  it('that means nothing in Windows-1252 either is told', async () => {
    const { texts, problems } = await read(readCsv, Buffer.from('id,text\n1,Gr\xfc\xdfe \x81', 'latin1'))
    expect([texts, problems]).toEqual([['Grüße \ufffd'], ['2: Some bytes of this line cannot be read; \ufffd stands for them.']])
  })
})

it('knows a Commento export whose commenters stand first', () => {
  expect(detectFormat('export.json', Buffer.from(commento(TEXT)))).toBe('commento')
})
