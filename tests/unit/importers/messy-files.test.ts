import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { detectFormat } from '@/lib/importers/detect-format'
import { collect, collectFrom, piecesOf } from './collect'

describe('a table', () => {
  it('may have German headers', async () => {
    const { comments, problems } = await collectFrom(
      readCsv,
      'Kommentar-ID;Artikel-ID;Benutzername;Kommentar;Erstellt am\nc1;a-9;Ann;Guten Tag;2026-03-01T09:30:00Z',
      {},
    )
    expect(comments.map(({ input }) => input)).toEqual([
      expect.objectContaining({ externalId: 'c1', articleExternalId: 'a-9', body: 'Guten Tag', postedAt: '2026-03-01T09:30:00Z' }),
    ])
    expect(comments[0]?.input.author).toMatchObject({ name: 'Ann' })
    expect(problems).toEqual([])
  })

  it('tells whoever names a column for the text that is not there which there are', async () => {
    const found = await collect(readCsv(piecesOf('a,b\n1,Hello'), { articleExternalId: 'a-1', columns: { body: 'c' } }))
    expect(found.problems).toEqual(['1: There is no column "c". The columns are: "a", "b".'])
  })

  it('may say above its header what sets cells apart, as spreadsheets do', async () => {
    const { comments, columns, problems } = await collectFrom(readCsv, 'sep=;\nauthor;text\nAnn;"one, two, three"\nBob;four', {
      articleExternalId: 'a-1',
    })
    expect(comments.map(({ line, input }) => [line, input.author?.name, input.body])).toEqual([
      [3, 'Ann', 'one, two, three'],
      [4, 'Bob', 'four'],
    ])
    expect(columns.map(({ name }) => name)).toEqual(['author', 'text'])
    expect(problems).toEqual([])
  })

  it.each(['utf-16le', 'utf-16be'] as const)('may be %s without a mark', async (encoding) => {
    const bytes = Buffer.from('author,text\nÄnne,Grüße 🚋', 'utf16le')
    const table = encoding === 'utf-16le' ? bytes : bytes.swap16()
    const { comments } = await collect(readCsv(piecesOf(table, 5), { articleExternalId: 'a-1' }))
    expect(comments.map(({ input }) => [input.author?.name, input.body])).toEqual([['Änne', 'Grüße 🚋']])
    expect(detectFormat('export', table)).toBe('csv')
  })
})

describe('a table that came out of a database', () => {
  const readRows = async (rows: string[]) => {
    const { comments, problems } = await collectFrom(readCsv, ['id,parent,author,text', ...rows].join('\n'), { articleExternalId: 'a-1' })
    return { rows: comments.map(({ input }) => [input.externalId, input.parentExternalId, input.author?.name, input.body]), problems }
  }

  it.each(['', '0', '0.0', '-1', 'NULL', 'null', '\\N', 'None', 'NaN'])('says by "%s" that a comment answers nothing', async (nothing) => {
    expect((await readRows([`1,${nothing},Ann,One`])).rows).toEqual([['1', undefined, 'Ann', 'One']])
  })

  it('knows nobody called NULL, but texts that say it', async () => {
    expect((await readRows(['1,,NULL,NULL', '2,,Null,Two'])).rows).toEqual([
      ['1', undefined, undefined, 'NULL'],
      ['2', undefined, 'Null', 'Two'],
    ])
  })

  it('may write the numbers of parents with a point, and those of comments without', async () => {
    expect((await readRows(['17,,Ann,One', '18,17.0,Bo,Two', 'x.0,17.0,Cy,Three'])).rows.map(([id, parent]) => [id, parent])).toEqual([
      ['17', undefined],
      ['18', '17'],
      ['x.0', '17.0'],
    ])
  })

  it('may have been joined of several files', async () => {
    expect(await readRows(['1,,Ann,One', '\ufeffid,parent,author,text', '2,,Bo,Two'])).toEqual({
      rows: [
        ['1', undefined, 'Ann', 'One'],
        ['2', undefined, 'Bo', 'Two'],
      ],
      problems: ['3: The header stands here again, as where two files were joined. It is no comment.'],
    })
  })
})

describe('a file that is no export', () => {
  it.each([
    [
      'comments.xls',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'an old Excel or Word document. Save the table as CSV.',
    ],
    ['comments.xlsx', 'PK\x03\x04\x14\x00', 'a ZIP archive or an office document. Unpack it, or save the table as CSV.'],
    ['list.json', '["one", "two"]', 'JSON without an object in it.'],
  ])('is told what it looks like: %s', (name, content, what) => {
    expect(() => detectFormat(name, Buffer.from(content))).toThrow(`This file looks like ${what} Parley reads saved pages`)
  })

  it('is told from our own lines by what its objects have', () => {
    const detect = (name: string, content: string) => detectFormat(name, Buffer.from(content))
    expect(detect('a.json', '[{"externalId":"1"}]')).toBe('json')
    expect(detect('a.ndjson', '{"id":"1","text":"x"}\n{"id":"2"}')).toBe('json')
    expect(detect('a', '{\n  "comments": [')).toBe('json')
    expect(detect('a.json', '{"version":1,"comments":[{"commentHex":"1"}]}')).toBe('commento')
    expect(detect('a.json', '{"type":"comment","text":"x"}')).toBe('ndjson')
    expect(detect('a.json', '{"body":"x","externalId":"1"}')).toBe('ndjson')
    expect(detect('a.ndjson', '{"type":\n{}')).toBe('ndjson')
    // What MongoDB writes of any object is not Coral's.
    expect(detect('a.json', '{"_id":{"$oid":"5a"},"body":"x","user":{"name":"Ann","id":"u"}}')).toBe('json')
    expect(detect('a.json', '{"_id":{"$oid":"5a"},"username":"ann","id":"u"}')).toBe('coral')
    expect(detect('a.txt', '[Update] A title\n\nText.')).toBe('article-text')
  })

  it('is not seen in an article that begins like one', () => {
    expect(detectFormat('a.txt', Buffer.from('Drop table manners, says the minister\n\nText.'))).toBe('article-text')
    expect(detectFormat('a.txt', Buffer.from('-- Advertisement --\n\nA title'))).toBe('article-text')
  })
})

it('a row keeps its text, whatever stands beside it as its version and name', async () => {
  const name = 'Ann '.repeat(60)
  const csv = `id,article,author,version,text\n1,a,${name},v2,One\n2,a,Bo,3,Two\n3,a,Cy,1.5,Three\n`
  const { comments, problems } = await collectFrom(readCsv, csv)
  expect(comments.map(({ input }) => [input.body, input.revision, input.author?.name])).toEqual([
    ['One', undefined, name.slice(0, 200)],
    ['Two', 3, 'Bo'],
    ['Three', undefined, 'Cy'],
  ])
  expect(problems).toEqual(['2: This revision is no whole number. Revisions like it are left out.'])
})
