import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCommento } from '@/lib/importers/commento'
import { detectFormat } from '@/lib/importers/detect-format'
import { collect, collectFrom, piecesOf } from './collect'

const WHOLE = readFileSync('tests/fixtures/import/commento.json', 'utf8')
const item = (id: string, more: object = {}) =>
  JSON.stringify({ commentHex: id, domain: 'a.example', url: '/p', markdown: 'Hello', creationDate: '2021-03-12T12:00:00Z', ...more })
const fileOf = (...items: string[]) => `{"version":1,"comments":[${items.join(',')}],"commenters":[]}`

describe('a Commento export', () => {
  it('gives comments with parents, and the names that stand at its end', async () => {
    const { articles, comments, problems } = await collectFrom(readCommento, WHOLE)
    expect(articles.map(({ externalId, input }) => [externalId, input.title])).toEqual([
      ['courier.example/fog', 'courier.example/fog'],
      ['courier.example/ferry', 'courier.example/ferry'],
    ])
    expect(comments.map(({ line, input }) => [line, input.externalId, input.parentExternalId, input.author])).toEqual([
      [4, 'c1', undefined, { externalId: 'u1', name: 'Ann' }],
      [5, 'c2', 'c1', undefined],
      [9, 'c6', 'c5', { externalId: 'u2', name: 'Bo' }],
    ])
    expect(comments[0]?.input.body).toBe('Fog again.\n\n<b>Every</b> day.')
    expect(comments[0]?.input.postedAt).toBe('2021-03-12T11:21:56.852651Z')
    expect(problems).toEqual([])
  })

  it('leaves out what the site did not show', async () => {
    const { skipped } = await collectFrom(readCommento, WHOLE)
    expect(skipped).toEqual(['6: deleted', '7: spam', '8: unapproved'])
  })

  it('may hold only what was shown of a comment', async () => {
    const { comments, problems } = await collectFrom(
      readCommento,
      fileOf(
        item('c1', {
          markdown: undefined,
          html: '<p>Hello <em>all</em>,</p>\n\n<p>see <a href="https://a.example/x">here</a> &amp; there</p>',
        }),
        item('c2', { markdown: '', html: '<p>Shown</p>' }),
        item('c3', { markdown: 'Typed *so*', html: '<p>Typed <em>so</em></p>' }),
        `\n${item('c4', { markdown: undefined })}`,
        `\n${item('c5', { markdown: null, html: '<p></p>' })}`,
      ),
    )
    expect(comments.map(({ input }) => [input.externalId, input.body])).toEqual([
      ['c1', 'Hello all,\n\nsee here (https://a.example/x) & there'],
      ['c2', 'Shown'],
      ['c3', 'Typed *so*'],
    ])
    expect(problems).toEqual(['2: This comment has a text neither in "markdown" nor in "html".', '3: body is empty.'])
  })

  it('is read the same on one line', async () => {
    const { comments } = await collectFrom(readCommento, JSON.stringify(JSON.parse(WHOLE)))
    expect(comments.map(({ input }) => [input.externalId, input.author?.name])).toEqual([
      ['c1', 'Ann'],
      ['c2', undefined],
      ['c6', 'Bo'],
    ])
  })

  it('that ends too early tells where, and keeps what is whole', async () => {
    const { comments, problems } = await collectFrom(readCommento, WHOLE.slice(0, WHOLE.indexOf('"Late"')))
    expect(comments.map(({ input }) => input.externalId)).toEqual(['c1', 'c2'])
    expect(problems).toEqual(['9: The file ends within what begins here.'])
    const cut = await collectFrom(readCommento, `${fileOf(item('c1')).split(']')[0]}`)
    expect(cut.comments.map(({ input }) => input.externalId)).toEqual(['c1'])
    expect(cut.problems).toEqual(['1: The file ends too early; more may be missing.'])
  })

  it('loses only the items that are damaged', async () => {
    const { comments, problems } = await collectFrom(
      readCommento,
      fileOf(
        item('c1'),
        '\n{"commentHex":"c2","markdown":"never closed\n}',
        `\n${item('c3', { markdown: ' ' })}`,
        `\n${item('c4', { creationDate: 'yesterday' })}`,
        '\n{"commentHex":"c5"}',
        '\n7, "x"',
        `\n${item('c6', { state: undefined, parentHex: 'root', commenterHex: 'u-unknown' })}`,
      ),
    )
    expect(comments.map(({ input }) => input.externalId)).toEqual(['c1', 'c4', 'c6'])
    expect(comments[2]?.input.author).toEqual({ externalId: 'u-unknown' })
    expect(problems).toEqual([
      '2: What begins here is not JSON.',
      '4: body is empty.',
      '5: The time cannot be read and is left unknown.',
      '6: This comment names no page.',
      '7: A list has something here that is not an object; it was skipped, as are others like it.',
    ])
  })

  it('tells an item that is far too long or nested without end', async () => {
    const content = fileOf(item('c1', { markdown: 'x'.repeat(1_100_000) }), `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, item('c2'))
    const { comments, problems } = await collect(readCommento(piecesOf(content, 65_536)))
    expect(comments.map(({ input }) => input.externalId)).toEqual(['c2'])
    expect(problems).toEqual(['1: What begins here is too long.', '1: commentHex: is missing or not valid.'])
  })
})

describe('an export of Comentario', () => {
  const zero = '0'.repeat(64)
  const first = (id: string, more: object = {}) => ({
    ...{ commentHex: id, commenterHex: 'u1', host: 'a.example', path: '/p', url: '', markdown: `Text ${id}`, parentHex: 'root' },
    ...{ state: 'approved', creationDate: '2023-03-12T12:00:00Z', deleted: false, ...more },
  })
  const third = (id: string, more: object = {}) => ({
    ...{ id, pageId: 'p1', userCreated: 'u1', markdown: `Text ${id}`, html: `<p>Text ${id}</p>` },
    ...{ isApproved: true, isPending: false, isDeleted: false, createdTime: '2023-03-12T12:00:00Z', ...more },
  })
  const read = async (value: object) => {
    const text = JSON.stringify(value)
    expect(detectFormat('export.json', Buffer.from(text))).toBe('commento')
    const { comments, articles, skipped, problems } = await collectFrom(readCommento, text)
    const rows = comments.map(({ input }) => [input.externalId, input.articleExternalId, input.parentExternalId, input.author])
    return { rows, titles: articles.map(({ externalId, input }) => [externalId, input.title]), skipped, problems }
  }

  it('calls the page host and path in its first version, nobody by zeros, and what was deleted by its text', async () => {
    const comments = [first('c1', { commenterHex: zero }), first('c2', { markdown: '[deleted]' }), first('c3', { parentHex: 'c2' })]
    expect(await read({ version: 1, comments, commenters: [{ commenterHex: 'u1', name: 'Ann' }] })).toEqual({
      rows: [
        ['c1', 'a.example/p', undefined, undefined],
        ['c3', 'a.example/p', 'c2', { externalId: 'u1', name: 'Ann' }],
      ],
      titles: [['a.example/p', 'a.example/p']],
      skipped: ['1: deleted'],
      problems: [],
    })
  })

  it('keeps pages apart in its third', async () => {
    const nobody = '00000000-0000-0000-0000-000000000000'
    const comments = [
      third('c1'),
      third('c2', { parentId: 'c1', userCreated: nobody, authorName: 'Passer-by' }),
      third('c3', { isPending: true, isApproved: false }),
      third('c4', { isApproved: false }),
      third('c5', { isDeleted: true, markdown: '', html: '' }),
      third('c6', { pageId: 'p9' }),
    ]
    const pages = [{ id: 'p1', domainId: 'd', path: '/fog', title: 'Fog' }]
    expect(await read({ version: 3, pages, comments, commenters: [{ id: 'u1', name: 'Ann' }] })).toEqual({
      rows: [
        ['c1', '/fog', undefined, { externalId: 'u1', name: 'Ann' }],
        ['c2', '/fog', 'c1', { name: 'Passer-by' }],
        ['c6', 'p9', undefined, { externalId: 'u1', name: 'Ann' }],
      ],
      titles: [
        ['/fog', 'Fog'],
        ['p9', 'p9'],
      ],
      skipped: ['1: unapproved', '1: rejected', '1: deleted'],
      problems: [],
    })
  })
})
