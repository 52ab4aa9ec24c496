import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readArticleText } from '@/lib/importers/article-text'
import { collect, collectFrom, piecesOf } from './collect'

describe('the bytes of a saved page', () => {
  const page = readFileSync('tests/fixtures/import/harbour-library.txt', 'utf8')
  const texts = async (content: string | Buffer) => (await collectFrom(readArticleText, content)).comments.map(({ input }) => input)

  it('may be UTF-8 with or without a mark, UTF-16, with CRLF or CR, and may lack a last line end', async () => {
    const expected = await texts(page)
    expect(expected).toHaveLength(7)
    for (const variant of [page.trimEnd(), '\ufeff' + page, page.replaceAll('\n', '\r\n'), page.replaceAll('\n', '\r')]) {
      expect(await texts(variant)).toEqual(expected)
    }
    expect(await texts(Buffer.from('\ufeff' + page, 'utf16le'))).toEqual(expected)
  })

  it('may be Windows-1252', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Ferry is back\n\n1 Comment\n  '),
      Buffer.from([0x95, 0x20, 0x93, 0xc4, 0x68, 0x94, 0x20, 0x80]),
    ])
    expect((await texts(bytes)).map(({ body }) => body)).toEqual(['“Äh” €'])
  })

  it('may be damaged: the line is told and what is whole comes in', async () => {
    const bytes = Buffer.concat([Buffer.from('Ferry is bäck\n\n2 Comments\n• fine\n• br'), Buffer.from([0xff]), Buffer.from('ken\n')])
    const { comments, problems } = await collectFrom(readArticleText, bytes)
    expect(comments.map(({ input }) => input.body)).toEqual(['fine', 'br\ufffdken'])
    expect(problems).toEqual(['5: Some bytes of this line cannot be read; \ufffd stands for them.'])
  })

  it.each([
    ['10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'x')],
    ['200,000 lines', Buffer.alloc(200_001, '\n')],
  ])('may not be more than %s', async (_, content) => {
    await expect(collect(readArticleText(piecesOf(content, 65536), {}))).rejects.toMatchObject({ code: 'too_large' })
  })
})
