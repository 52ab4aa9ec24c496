import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { readNdjson } from '@/lib/importers/ndjson'
import { collect, collectFrom, piecesOf } from './collect'

describe('CSV', () => {
  const read = (...lines: string[]) => collectFrom(readCsv, lines.join('\n'), { articleExternalId: 'a-1' })

  it('maps headers whatever their case, spaces and hyphens', async () => {
    const header = '"Comment ID",ARTICLE-ID,article_title,article url,parent id,Author,author_id,Created At,Lang,Revision,TEXT'
    const row = 'c1,a-9,Fog,https://courier.example/fog,c0,Ann,u-1,2026-03-01T09:30:00Z,pt_BR,3,Hello'
    const { articles, comments, problems } = await read(header, row)
    expect(articles.map(({ externalId, input, isOnlyIfMissing }) => ({ externalId, input, isOnlyIfMissing }))).toEqual([
      { externalId: 'a-9', input: { title: 'Fog', url: 'https://courier.example/fog' }, isOnlyIfMissing: true },
    ])
    expect(comments[0]?.input).toEqual({
      externalId: 'c1',
      articleExternalId: 'a-9',
      parentExternalId: 'c0',
      author: { name: 'Ann', externalId: 'u-1' },
      body: 'Hello',
      postedAt: '2026-03-01T09:30:00Z',
      language: 'pt-BR',
      revision: 3,
    })
    expect(problems).toEqual([])
  })

  it('takes the columns that somebody names, before any name', async () => {
    const rows = 'nr;text;kommentar;nutzer\n7;Überschrift;Guten Tag;Ann'
    const columns = { externalId: 'Nr', body: 'kommentar', authorName: 'nutzer', language: 'sprache' } as const
    const found = await collect(readCsv(piecesOf(rows), { articleExternalId: 'a-1', columns }))
    expect(found.comments.map(({ input }) => [input.externalId, input.body, input.author?.name])).toEqual([['7', 'Guten Tag', 'Ann']])
    expect(found.columns).toEqual([
      { name: 'nr', field: 'externalId' },
      { name: 'text', field: null },
      { name: 'kommentar', field: 'body' },
      { name: 'nutzer', field: 'authorName' },
    ])
    expect(found.problems).toEqual(['1: There is no column "sprache".', '1: 1 column is not known and was left out.'])
  })

  it.each([[','], [';'], ['\t'], ['|']])('may be set apart by %j', async (delimiter) => {
    const { comments } = await read(['author', 'text'].join(delimiter), ['Ann', '"one\ntwo"'].join(delimiter))
    expect(comments.map(({ input }) => [input.author?.name, input.body])).toEqual([['Ann', 'one\ntwo']])
  })

  it('takes formulas for text, and quotation marks in a text for what they are', async () => {
    const { comments, problems } = await read(
      'id,text',
      '1,=cmd|calc',
      '2,a 5" pipe',
      '3,+49 30',
      '4,"say ""hi"""',
      '5,@SUM(A1)',
      '6,and 6" more',
    )
    expect(comments.map(({ line, input }) => [line, input.body])).toEqual([
      [2, '=cmd|calc'],
      [3, 'a 5" pipe'],
      [4, '+49 30'],
      [5, 'say "hi"'],
      [6, '@SUM(A1)'],
      [7, 'and 6" more'],
    ])
    expect(problems).toEqual([])
  })

  it('tells where a quotation mark is never closed, and reads on', async () => {
    const { comments, problems } = await read('id,text', '1,"whole', 'still whole"', '2,"never closed', '3,fine', '4,fine too')
    expect(comments.map(({ line, input }) => [line, input.externalId])).toEqual([
      [2, '1'],
      [5, '3'],
      [6, '4'],
    ])
    expect(problems).toEqual(['4: A quotation mark on this line is out of place or never closed.'])
  })

  it('does not let such a mark swallow a large file', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `${at},this is the comment with number ${at}`)
    const csv = ['id,text', 'x,"never closed', ...rows, 'y,"closed"'].join('\n')
    const { comments } = await collect(readCsv(piecesOf(csv, 65536), { articleExternalId: 'a-1' }))
    expect(comments).toHaveLength(20_001)
  })

  it('keeps times with an offset and Unix times, and leaves others unknown', async () => {
    const times = [
      '2026-03-01 09:30:00 UTC',
      '2026-03-01 09:30:00+0100',
      '1772357400',
      '1772357400000',
      '2026-03-01 09:30',
      'yesterday',
      '',
    ]
    const { comments, problems } = await read('id,date,text', ...times.map((time, at) => `${at},${time},Hello`))
    expect(comments.map(({ input }) => input.postedAt)).toEqual([
      '2026-03-01T09:30:00Z',
      '2026-03-01T09:30:00+01:00',
      '2026-03-01T09:30:00.000Z',
      '2026-03-01T09:30:00.000Z',
      undefined,
      undefined,
      undefined,
    ])
    expect(problems).toEqual([
      '6: This time has no offset, such as Z or +01:00. Name the time zone, or times like it are left unknown.',
      '7: This time cannot be read. Write it such as 2015-03-01 09:30, or times like it are left unknown.',
    ])
  })

  it('names comments without an id by their text, so that they stay the same', async () => {
    const first = await read('text', 'Hello', 'Hello', 'Bye')
    const second = await read('Text', 'Hello', 'Hello', 'Bye', 'Later')
    const ids = first.comments.map(({ input }) => input.externalId)
    expect(new Set(ids).size).toBe(3)
    expect(second.comments.map(({ input }) => input.externalId).slice(0, 3)).toEqual(ids)
  })

  it('tells which rows are not right', async () => {
    const { comments, problems } = await read('id,language,text,votes', '1,British English,Hello,3', '2,en,,3', '3,en', '', '4,en,Bye,1')
    expect(comments.map(({ input }) => [input.externalId, input.language])).toEqual([
      ['1', undefined],
      ['4', 'en'],
    ])
    expect(problems).toEqual([
      '1: 1 column is not known and was left out.',
      '2: The language is not a tag such as de or pt-BR and was left out.',
      '3: body is empty.',
      '4: This row has 2 cells, the header 4.',
    ])
  })

  it('may end its lines in CR, as on old Macs, with line feeds in its cells', async () => {
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const text = '\ufeff"the\nid",text\r1,"one\ntwo"\r\r2,three\r3,"four'
      const found = await collectFrom(readCsv, Buffer.from(text, encoding), { articleExternalId: 'a-1' })
      expect(found.comments.map(({ line, input }) => [line, input.body])).toEqual([
        [3, 'one\ntwo'],
        [6, 'three'],
      ])
      expect(found.problems).toEqual([
        '1: 1 column is not known and was left out.',
        '7: A quotation mark on this line is out of place or never closed.',
      ])
    }
  })

  it('reads Windows-1252, as old spreadsheets write it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('id;text\r\n1;M'),
      Buffer.from([0xfc]),
      Buffer.from('nchen '),
      Buffer.from([0x96]),
      Buffer.from(' ja\r\n'),
    ])
    const { comments } = await collectFrom(readCsv, bytes, { articleExternalId: 'a-1' })
    expect(comments.map(({ input }) => input.body)).toEqual(['München – ja'])
  })
})

describe('NDJSON', () => {
  const read = (...lines: (string | object)[]) =>
    collectFrom(readNdjson, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\r\n'))

  it('holds articles and comments with the fields of the API', async () => {
    const { articles, comments, problems } = await read(
      { type: 'article', externalId: 'a-1', title: 'Fog', body: 'One.\n\nTwo.', state: 'held' },
      '',
      {
        type: 'comment',
        externalId: 'c-1',
        articleExternalId: 'a-1',
        parentExternalId: null,
        author: { name: 'Ann' },
        body: 'Grüße 👋',
        revision: 2,
      },
    )
    expect(articles).toEqual([
      { kind: 'article', line: 1, externalId: 'a-1', input: { title: 'Fog', body: 'One.\n\nTwo.', state: 'held' }, isOnlyIfMissing: false },
    ])
    expect(comments.map(({ line, input }) => ({ line, input }))).toEqual([
      {
        line: 3,
        input: {
          externalId: 'c-1',
          articleExternalId: 'a-1',
          parentExternalId: null,
          author: { name: 'Ann' },
          body: 'Grüße 👋',
          revision: 2,
        },
      },
    ])
    expect(problems).toEqual([])
  })

  it('takes a line without a type for a comment, as the API does', async () => {
    const { comments, problems } = await read(
      { externalId: 'c-1', articleExternalId: 'a-1', body: 'Hello' },
      { externalId: 'c-2', body: 'No article' },
    )
    expect(comments.map(({ input }) => input)).toEqual([{ externalId: 'c-1', articleExternalId: 'a-1', body: 'Hello' }])
    expect(problems).toEqual(['2: articleExternalId: is missing.'])
  })

  it('tells what is wrong with a line without repeating its text', async () => {
    const secret = 'PRIVATE'
    const { problems } = await read(
      `{"body":"${secret}`,
      `"${secret}"`,
      '[1]',
      'null',
      { type: secret },
      { type: 'comment', externalId: 'c-1', articleExternalId: 'a-1', body: secret, [secret]: 1 },
      { type: 'comment', externalId: 'c-1', articleExternalId: 'a-1', body: 'a\0b' },
      '{"type":"comment","externalId":"c-1","articleExternalId":"a-1","body":"\\ud800"}',
      { type: 'comment', externalId: 'c-1', articleExternalId: 'a-1', body: secret, postedAt: secret },
      { type: 'article', externalId: 'a-1', title: ' ' },
      `nor ${secret}`,
    )
    expect(problems).toEqual([
      '1: This line is not JSON (character 17).',
      '2: This line needs "type": "article" or "type": "comment".',
      '3: This line is a list. Write one object a line instead.',
      '4: This line needs "type": "article" or "type": "comment".',
      '5: This line needs "type": "article" or "type": "comment".',
      '6: This line has a field that is not known.',
      '7: body: contains NUL or half of a surrogate pair.',
      '8: body: contains NUL or half of a surrogate pair.',
      '9: postedAt: is not a time with an offset, such as 2026-03-01T09:30:00Z.',
      '10: title: is empty.',
      '11: This line is not JSON.',
    ])
  })

  it('reads on after a line that is not UTF-8 or far too long', async () => {
    const good = '{"type":"comment","externalId":"c-1","articleExternalId":"a-1","body":"Hello"}'
    const content = Buffer.concat([Buffer.from([0x7b, 0xff, 0x0a]), Buffer.alloc(4 * 1024 * 1024 + 1, 'x'), Buffer.from(`\n${good}`)])
    const { comments, problems } = await collect(readNdjson(piecesOf(content, 65536), {}))
    expect(problems).toEqual(['1: This line is not valid UTF-8.', '2: This line is longer than 4 MB. Lines have to end with LF (\\n).'])
    expect(comments.map(({ line }) => line)).toEqual([3])
  })
})
