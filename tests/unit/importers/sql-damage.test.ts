import { describe, expect, it } from 'vitest'
import { readSql } from '@/lib/importers/sql'
import { collect, piecesOf } from './collect'

const TABLE = 'CREATE TABLE `comments` (`id` int, `article_id` varchar(20), `author` text, `text` text);\n'

/** What came in, and what was told; in pieces of several sizes all the same. */
async function read(content: string | Buffer, pieces = [3, 64, 65_536]) {
  const [first, ...others] = await Promise.all(
    pieces.map(async (size) => {
      const { comments, problems } = await collect(readSql(piecesOf(content, size), {}))
      return { rows: comments.map(({ line, input }) => [line, input.externalId, input.author?.name, input.body]), problems }
    }),
  )
  for (const other of others) expect(other).toEqual(first)
  return first ?? { rows: [], problems: [] }
}
/** The byte at which a text stands, counted from 1. */
const at = (content: string, text: string) => Buffer.byteLength(content.slice(0, content.indexOf(text))) + 1

describe('a dump', () => {
  it('may write texts in all the ways that its database knows', async () => {
    const { rows, problems } = await read(
      `${TABLE}# a remark; with 'marks
INSERT IGNORE INTO \`site\`.\`comments\` (\`id\`, \`text\`, \`author\`, \`article_id\`) VALUES
(1, "a \\"double\\" quoted ""text""", _utf8mb4'Ann', 'x'), -- a remark, '(
(2, 0x47727c6572206e, X'c384', 'x') /* one more ') */ ,
(3, 'one ' 'text', NULL, 'x'),
(4, CONCAT('a', CHAR(10), 'b'), DEFAULT, 'x'),
(5, _binary 'bi\\0n\\Z\\%\\_\\q', _latin1 'Lat', 'x');
REPLACE INTO comments VALUES (6,'x','Bo','it''s'),(-7,'x','Cy',CONVERT('c' USING utf8)),(+8,'x','',CAST('d' AS CHAR(10) CHARACTER SET utf8));
INSERT INTO comments VALUES (9,'x','Di','on') ON DUPLICATE KEY UPDATE text='(,';
INSERT INTO comments
VALUE
  (10,'x','Ed','e')
`,
    )
    expect(rows).toEqual([
      [4, '1', 'Ann', 'a "double" quoted "text"'],
      [5, '2', 'Ä', 'Gr|er n'],
      [6, '3', undefined, 'one text'],
      [7, '4', undefined, 'a\nb'],
      [8, '5', 'Lat', 'bi\ufffdn\x1a\\%\\_q'],
      [9, '6', 'Bo', "it's"],
      [9, '-7', 'Cy', 'c'],
      [9, '8', undefined, 'd'],
      [10, '9', 'Di', 'on'],
      [13, '10', 'Ed', 'e'],
    ])
    expect(problems).toEqual([
      '8: Some bytes of what begins here cannot be read; \ufffd stands for them.',
      '14: The file ends too early; more may be missing.',
    ])
  })

  it('means backslashes where its database does', async () => {
    const insert =
      "INSERT INTO comments (id, article_id, text) VALUES (1, 'x', 'C:\\new \\'), (2, 'x', E'C:\\\\new\\u00e4\\x41\\101\\'');\n"
    const { rows } = await read(`SET standard_conforming_strings = on;\n${insert}`)
    expect(rows).toEqual([
      [2, '1', undefined, 'C:\\new \\'],
      [2, '2', undefined, "C:\\newäAA'"],
    ])
    const old = await read(`SET client_encoding = 'UTF8';\nSET standard_conforming_strings = off;\n${insert.replace("\\'), (2", "'), (2")}`)
    expect(old.rows[0]).toEqual([3, '1', undefined, 'C:\new '])
  })

  it.each([
    ['ends of lines as they are', "'C:\\new \\'", "'two\nlines'", ['C:\\new \\', 'two\nlines']],
    ['ends of lines as SQLite does', "'C:\\new \\'", "replace('two\\nlines','\\n',char(10))", ['C:\\new \\', 'two\nlines']],
    ['an escaped quotation mark', "'it\\'s'", "'two\\nlines'", ["it's", 'two\nlines']],
    ['ends of lines as letters alone', "'one'", "'two\\r\\nlines'", ['one', 'two\nlines']],
  ])('of a program that does not name itself tells by its texts what a backslash is: %s', async (_, one, two, bodies) => {
    const { rows } = await read(`INSERT INTO comments (id, article_id, text) VALUES (1, 'x', ${one}), (2, 'x', ${two});`)
    expect(rows.map(([, , , body]) => body)).toEqual(bodies)
  })

  it('takes a row for one that is cut off, and keeps those before it', async () => {
    const content = `${TABLE}INSERT INTO comments VALUES (1,'x','Ann','one'),(2,'x','Bo','tw`
    expect(await read(content)).toEqual({
      rows: [[2, '1', 'Ann', 'one']],
      problems: [`2: The file ends within the row that begins at byte ${at(content, '(2,')}, or a quotation mark in it is never closed.`],
    })
    expect((await read(`${TABLE}INSERT INTO comments VALUES (1,'x','Ann','one'),`)).problems).toEqual([
      '2: The file ends too early; more may be missing.',
    ])
  })

  it.each([
    ['a quotation mark is missing at its end', "(2,'x','Bo','two),(3,'x','Cy','three'),(4,'x','Di','four')"],
    ['one is missing at its beginning', "(2,'x','Bo',two'),(3,'x','Cy','three'),(4,'x','Di','four')"],
    ['one is not escaped', "(2,'x','Bo','it's'),(3,'x','Cy','three'),(4,'x','Di','four')"],
    ['a comma is missing', "(2,'x' 'Bo',4 'two'),(3,'x','Cy','three'),(4,'x','Di','four')"],
    ['a bracket is missing', "(2,'x','Bo','two';),(3,'x','Cy','three'),(4,'x','Di','four')"],
  ])('loses one row where %s, and says where', async (_, damaged) => {
    const content = `${TABLE}INSERT INTO comments VALUES (1,'x','Ann','one'),${damaged};\nINSERT INTO comments VALUES (5,'x','Ed','five');\n`
    const { rows, problems } = await read(content)
    expect(rows.map(([, id]) => id)).toEqual(['1', '3', '4', '5'])
    expect(problems).toEqual([
      `2: What begins at byte ${at(content, '(2,')} is damaged: a quotation mark, comma or bracket is missing or one too many. Reading goes on at byte ${at(content, '(3,')}.`,
    ])
  })

  it('says which row has too few values, and which statement lists none', async () => {
    const content = `${TABLE}INSERT INTO comments VALUES (1,'x','Ann'),(2,'x','Bo','two');\nINSERT INTO comments SELECT * FROM old;\nINSERT INTO comments SET id=3, text='x';\nINSERT INTO comments VALUES (4,'x',NOW(),'four');`
    const { rows, problems } = await read(content)
    expect(rows.map(([, id]) => id)).toEqual(['2', '4'])
    expect(problems).toEqual([
      `2: The row at byte ${at(content, "(1,'x'")} has 3 values, the table "comments" 4 columns.`,
      `3: The INSERT at byte ${at(content, 'INSERT INTO comments SELECT')} lists no rows that can be read; it was left out.`,
      `4: The INSERT at byte ${at(content, 'INSERT INTO comments SET')} lists no rows that can be read; it was left out.`,
      `5: The value of "author" of "comments" in the row at byte ${at(content, '(4,')} is too long, or only a database can work it out. Values like it are left empty.`,
    ])
  })

  it('says which statement it does not know, and which table nothing is known of', async () => {
    const content = `${TABLE}INSERT INTO comments VALUES (1,'x','Ann','one');\nINSRT INTO comments VALUES (2,'x','Bo','two');\nINSERT INTO commnts VALUES (3,'x','Cy','three');\n`
    const { rows, problems } = await read(content)
    expect(rows).toEqual([[2, '1', 'Ann', 'one']])
    expect(problems).toEqual([
      `3: What begins at byte ${at(content, 'INSRT')} is no statement that is known; it was left out up to the next semicolon.`,
      '4: Nothing in this dump names the columns of the table "commnts". Put its CREATE TABLE above its rows.',
    ])
  })

  it('without a table of comments says which tables it has', async () => {
    const { problems } = await read("CREATE TABLE a (id int);\nCREATE TABLE b (id int, name text);\nINSERT INTO b VALUES (1,'x');")
    expect(problems).toEqual(['1: None of the tables in this dump holds comments: "a", "b". Say which column is the text.'])
  })

  it('that names no columns says so', async () => {
    const { problems } = await read("INSERT INTO comments VALUES (1,'x');")
    expect(problems[0]).toBe('1: Nothing in this dump names the columns of the table "comments". Put its CREATE TABLE above its rows.')
  })

  it('tells of other tables that may hold comments', async () => {
    const { rows, problems } = await read(
      `${TABLE}INSERT INTO comments VALUES (1,'x','Ann','one');\nINSERT INTO guestbook (id, author, date, message) VALUES (1,'Bo','','two'),(2,'Bo','','two');`,
    )
    expect(rows).toEqual([[2, '1', 'Ann', 'one']])
    expect(problems).toEqual(['3: The table "guestbook" may hold comments, too. Its 2 rows were left out; put it into a file of its own.'])
  })

  it('says when its last line is missing', async () => {
    const dump = `-- MySQL dump 10.13\n${TABLE}INSERT INTO comments VALUES (1,'x','Ann','one');\n`
    const missing = '4: The line is missing with which such a dump says that it is complete. More may be missing.'
    expect((await read(dump)).problems).toEqual([missing])
    expect((await read(`${dump}-- Dump completed on 2024-01-01\n`)).problems).toEqual([])
    expect((await read(dump.replace('-- MySQL dump 10.13', 'BEGIN TRANSACTION;'))).problems).toEqual([missing])
  })

  it('may be in UTF-16 or Windows-1252, as old programs and PowerShell write it', async () => {
    const content = `${TABLE}INSERT INTO comments VALUES (1,'x','Ännchen','Größe');\n`
    const rows = [[2, '1', 'Ännchen', 'Größe']]
    expect((await read(Buffer.from(`\ufeff${content}`, 'utf16le'))).rows).toEqual(rows)
    expect((await read(Buffer.from(content, 'latin1'))).rows).toEqual(rows)
    expect((await read(`\ufeff${content.replaceAll('\n', '\r\n')}`)).rows).toEqual(rows)
  })

  it('may have statements, rows and texts of megabytes', async () => {
    const rows = Array.from({ length: 30_000 }, (_, id) => `(${id},'x','Ann','text ${id} ${"it\\'s ".repeat(20)}')`).join(',')
    const blob = `INSERT INTO files VALUES (1,'${"\\'".repeat(12_000_000)}'),(2,'x');\n`
    const content = `${TABLE}CREATE TABLE files (id int, data longblob);\n${blob}INSERT INTO comments VALUES ${rows};\n`
    const found = await read(content, [65_536])
    expect(found.rows).toHaveLength(30_000)
    expect(found.rows.at(-1)?.[3]).toBe(`text 29999 ${"it's ".repeat(20)}`)
    expect(found.problems).toEqual([])
  })
})

it('a name that is never closed costs its own table and no other', async () => {
  const options = 'CREATE TABLE `options` (\n `id` int,\n `name text\n);\nINSERT INTO `options` VALUES (1,"a");\n'
  const { rows, problems } = await read(`${options}${TABLE}INSERT INTO \`comments\` VALUES (1,'x','Ann','Hello');\n`)
  expect(rows).toEqual([[7, '1', 'Ann', 'Hello']])
  expect(problems).toEqual([])
})

it('may have lines that end in CR, as on old Macs', async () => {
  const content = `-- MySQL dump 10.13\n${TABLE}INSERT INTO \`comments\` VALUES (1,'x','Ann','Hello'),\n(2,'x','Bo','You');\n-- Dump completed\n`
  const { rows, problems } = await read(content.replaceAll('\n', '\r'))
  expect(rows).toEqual([
    [3, '1', 'Ann', 'Hello'],
    [4, '2', 'Bo', 'You'],
  ])
  expect(problems).toEqual([])
})
