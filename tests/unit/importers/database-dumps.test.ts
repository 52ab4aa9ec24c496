import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { detectFormat } from '@/lib/importers/detect-format'
import { collect, piecesOf } from './collect'

const AS_DUMP =
  'Backslashes in this table are read as databases write them: \\n ends a line, \\N is nothing. If they mean themselves, set the cells apart by commas, with texts in quotation marks.'

async function read(lines: string[]) {
  const found = await collect(readCsv(piecesOf(lines.join('\n')), { articleExternalId: 'a-1' }))
  return {
    rows: found.comments.map(({ line, input }) => [line, input.externalId, input.parentExternalId, input.author?.name, input.body]),
    problems: found.problems,
  }
}
const tabs = (...cells: string[]) => cells.join('\t')
const HEADER = tabs('id', 'parent', 'author', 'text')

describe('a table that a database dumped', () => {
  it('as MySQL does into a file: what ends lines and cells stands in texts behind a backslash', async () => {
    const { rows, problems } = await read([
      HEADER,
      tabs('1', '\\N', 'Ann', 'One\\'),
      '\\',
      'and a \\\ttab, a path C:\\\\new and a 5" pipe',
      tabs('2', '1', '\\N', '"Quoted" from the first word'),
      tabs('3', '1', 'Bo', '\\\\N\\0'),
      '',
      tabs('4', '1', 'Bo', '"Whole"\\\\'),
    ])
    expect(rows).toEqual([
      [2, '1', undefined, 'Ann', 'One\n\nand a \ttab, a path C:\\new and a 5" pipe'],
      [5, '2', '1', undefined, '"Quoted" from the first word'],
      [6, '3', '1', 'Bo', '\\N\ufffd'],
      [8, '4', '1', 'Bo', '"Whole"\\'],
    ])
    expect(problems).toEqual([`1: ${AS_DUMP}`, '6: Characters that no text can hold, such as half an emoji, were replaced by \ufffd.'])
  })

  it('as its client does with --batch', async () => {
    const { rows, problems } = await read([HEADER, tabs('1', 'NULL', 'Ann', 'One\\nTwo\\tC:\\\\x'), tabs('2', '1', 'Bo', '"To be"')])
    expect(rows).toEqual([
      [2, '1', undefined, 'Ann', 'One\nTwo\tC:\\x'],
      [3, '2', '1', 'Bo', '"To be"'],
    ])
    expect(problems).toEqual([`1: ${AS_DUMP}`])
  })

  it('as PostgreSQL does with COPY', async () => {
    const { rows, problems } = await read([
      HEADER,
      tabs('1', '\\N', 'Ann', 'One\\r\\n\\r\\nTwo'),
      tabs('2', '1', '\\N', '"Not closed, ¯\\\\_(ツ)_/¯'),
      '\\.',
      '',
    ])
    expect(rows).toEqual([
      [2, '1', undefined, 'Ann', 'One\n\nTwo'],
      [3, '2', '1', undefined, '"Not closed, ¯\\_(ツ)_/¯'],
    ])
    expect(problems).toEqual([`1: ${AS_DUMP}`])
  })

  it('with its texts in quotation marks', async () => {
    const { rows, problems } = await read([
      '"id","parent","author","text"',
      '"1",\\N,"Ann","One, \\"two\\"\\',
      'three, ""four"""',
      '"2","1",\\N,"C:\\\\new"',
    ])
    expect(rows).toEqual([
      [2, '1', undefined, 'Ann', 'One, "two"\nthree, "four"'],
      [4, '2', '1', undefined, 'C:\\new'],
    ])
    expect(problems).toEqual([`1: ${AS_DUMP}`])
  })

  it('does not end within a text that ends the file, nor go on for ever', async () => {
    const endless = Array.from({ length: 30 }, () => `${'x'.repeat(10_000)}\\`)
    const { rows, problems } = await read([HEADER, tabs('1', '\\N', 'Ann', `a\\`), ...endless, 'end', tabs('2', '1', 'Bo', 'b\\')])
    expect(rows.at(-1)).toEqual([expect.any(Number), '2', '1', 'Bo', 'b\\'])
    expect(problems).toContain('2: What begins on this line does not end: each of its lines ends in a backslash.')
  })

  it('is read in one go, however many backslashes it has', async () => {
    const lines = Array.from({ length: 20_000 }, () => '\\'.repeat(101))
    const { rows, problems } = await collect(
      readCsv(piecesOf([HEADER, tabs('1', '\\N', 'Ann', 'a'), ...lines].join('\n'), 65_536), { articleExternalId: 'a-1' }),
    ).then((found) => ({ rows: found.comments.length, problems: new Set(found.problems.map((problem) => problem.replace(/^\d+: /, ''))) }))
    expect(rows).toBe(1)
    expect(problems).toContain('What begins on this line does not end: each of its lines ends in a backslash.')
  })

  it('without the names of its columns says what to do', async () => {
    const line = tabs('17', '\\N', 'Ann', '2015-03-01 21:30:00', 'One')
    expect(detectFormat('comments.txt', Buffer.from(line))).toBe('csv')
    expect(await read([line])).toEqual({
      rows: [],
      problems: [
        '1: The first line is a row and names no columns. Put a line above it that does, such as id, author, date and text, set apart as the cells are.',
      ],
    })
  })
})

it('the comments of WordPress, as its database gives them, come in with what they say and no links from elsewhere', async () => {
  const columns = [
    ...['comment_ID', 'comment_post_ID', 'comment_author', 'comment_author_email', 'comment_author_url', 'comment_author_IP'],
    ...['comment_date', 'comment_date_gmt', 'comment_content', 'comment_karma', 'comment_approved', 'comment_agent'],
    ...['comment_type', 'comment_parent', 'user_id'],
  ]
  const row = (id: number, who: string, text: string, approved: string, type: string, parent: number, user: number) =>
    tabs(
      ...[`${id}`, '7', who, 'a@b.example', '', '192.0.2.1', '2015-03-01 22:30:00', '2015-03-01 21:30:00'],
      ...[text, '0', approved, 'Mozilla/5.0', type, `${parent}`, `${user}`],
    )
  const { comments, skipped, problems } = await collect(
    readCsv(
      piecesOf(
        [
          columns.join('\t'),
          row(1, 'Ann', 'One\\r\\n\\r\\nand more', '1', 'comment', 0, 0),
          row(2, 'Bo', 'Two', '1', '', 1, 0),
          row(3, 'Editor', 'Three', '1', 'comment', 1, 4),
          row(4, 'Other blog', '[…] a link […]', '1', 'pingback', 0, 0),
          row(5, 'Spammer', 'Buy', 'spam', 'comment', 0, 0),
          row(6, 'Cy', 'Held', '0', 'comment', 0, 0),
        ].join('\n'),
      ),
      { timeZone: 'Europe/Berlin' },
    ),
  )
  expect(comments.map(({ input }) => [input.externalId, input.parentExternalId, input.author, input.body, input.postedAt])).toEqual([
    ['1', undefined, { name: 'Ann' }, 'One\n\nand more', '2015-03-01T21:30:00.000Z'],
    ['2', '1', { name: 'Bo' }, 'Two', '2015-03-01T21:30:00.000Z'],
    ['3', '1', { name: 'Editor', externalId: '4' }, 'Three', '2015-03-01T21:30:00.000Z'],
  ])
  expect(skipped).toEqual(['5: pingback', '6: spam', '7: unapproved'])
  expect(problems).toEqual([`1: ${AS_DUMP}`, '1: 7 columns are not known and were left out.'])
})

describe('a table in which backslashes are backslashes', () => {
  it('keeps them, and says so where some look like those of a database', async () => {
    const { rows, problems } = await read([HEADER, tabs('1', '\\N', 'Ann', 'C:\\new\\x'), tabs('2', '1', 'Bo', '\\o/')])
    expect(rows.map(([, , , , body]) => body)).toEqual(['C:\\new\\x', '\\o/'])
    expect(problems).toEqual([
      '1: Some backslashes in this table look like those of a database, which writes \\N for nothing, and others do not. All are left as they stand.',
    ])
  })

  it('keeps them between commas, and says what they may have been', async () => {
    const { rows, problems } = await read(['id,text', '1,One\\nTwo', '2,"said ""yes"""'])
    expect(rows.map(([, , , , body]) => body)).toEqual(['One\\nTwo', 'said "yes"'])
    expect(problems).toEqual(['1: Texts in this table have \\n in them, which may have been ends of lines. They are left as they stand.'])
  })

  it('keeps quotation marks that are doubled, and lines within them, for what they are', async () => {
    const { rows } = await read([HEADER, tabs('1', '\\N', 'Ann', '"One ""two"""'), tabs('2', '\\N', 'Bo', '"Three\nfour"')])
    expect(rows.map(([, , , , body]) => body)).toEqual(['One "two"', 'Three\nfour'])
  })
})

describe('what stands above a header', () => {
  it.each([
    ['a title and a blank line', ['Comments of the Courier', '']],
    ['a title in a row as wide as the others', ['Comments;;;', ';;;']],
    ['remarks', ['# exported on 1 March 2015', '# by Ann', '#']],
    ['a title in quotation marks over two lines', ['"Comments', 'of ""2015"""']],
    ['what sets cells apart, and a title', ['sep=;', 'Comments, 2015']],
  ])('is passed over and told: %s', async (_, above) => {
    const { rows, problems } = await read([...above, 'id;parent;author;text', '1;;Ann;One'])
    expect(rows).toEqual([[above.length + 2, '1', undefined, 'Ann', 'One']])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatch(new RegExp(`^${above.length + 1}: .* above this header .* left out\\.$`))
  })

  it('is told from a header of other names, which somebody has to explain', async () => {
    const { rows, problems } = await read(['nr;wer;was', '1;Ann;id, author, text'])
    expect(rows).toEqual([])
    expect(problems).toEqual(['1: The header names no column for the text, such as "text", "body" or "comment". Say which column it is.'])
  })

  it('is known by the columns that somebody names', async () => {
    const table = 'Kommentare 2015\nnr;wer;was\n1;Ann;One'
    const columns = { externalId: 'nr', body: 'was' }
    const { comments, problems } = await collect(readCsv(piecesOf(table), { articleExternalId: 'a-1', columns }))
    expect(comments.map(({ input }) => [input.externalId, input.body])).toEqual([['1', 'One']])
    expect(problems).toEqual([
      '2: What stands above this header is no row of the table and was left out.',
      '2: 1 column is not known and was left out.',
    ])
  })

  it('does not hide what the file is', () => {
    expect(detectFormat('x.txt', Buffer.from('# exported\n# on 1 March\nid,author,text\n'))).toBe('csv')
    expect(detectFormat('x.txt', Buffer.from('# A title\n\nA paragraph, with a comma.\n'))).toBe('article-text')
  })
})

it.each([
  ['tabs, as MySQL writes a file', tabs('1', '10', 'Ann', 'a@a.example', '2020-01-01 10:00:00', 'It is fine')],
  ['semicolons', '"1";"10";"Ann";"It is fine"'],
  ['commas', '1,10,Ann,It is fine'],
])('rows without a header, set apart by %s, are told to want one, whatever the file is called', async (_, row) => {
  const file = `${row}\n${row.replace('1', '2')}\n`
  expect(detectFormat('comments.txt', Buffer.from(file))).toBe('csv')
  expect((await read([file])).problems).toEqual([
    expect.stringMatching(/^1: The first line is a row and names no columns\. Put a line above it/),
  ])
})

it.each(['1, 2, 3, 4: what a night', '38 Comments', '2019 was a year; nobody knew it; at all'])(
  'a text that begins with a number, such as %j, is none',
  (text) => {
    expect(detectFormat('page.txt', Buffer.from(`${text}\nMore of it\n`))).toBe('article-text')
  },
)

it('what browsers save as one file with its pictures is told to be that', () => {
  const head =
    'From: <Saved by Blink>\r\nSubject: Fog\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"\r\n\r\n'
  expect(() => detectFormat('page.mhtml', Buffer.from(head))).toThrow(
    'This file looks like a web archive of a browser. Save the page as HTML instead.',
  )
})
