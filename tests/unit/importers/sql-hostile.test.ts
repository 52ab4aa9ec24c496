import { describe, expect, it } from 'vitest'
import { readSql } from '@/lib/importers/sql'

const TABLE = 'CREATE TABLE comments (id int, article_id int, author text, body text);\n'
const INTO = 'INSERT INTO comments VALUES '
const LAST = "(2,7,'Bo','Here');\n"
const MEGABYTE = 1024 * 1024

/** What was read of a dump that comes in these pieces: the comments' ids and texts, and what was told. */
async function read(...pieces: (string | { text: string; times: number })[]) {
  async function* source(): AsyncGenerator<Uint8Array> {
    for (const piece of pieces) {
      const { text, times } = typeof piece === 'string' ? { text: piece, times: 1 } : piece
      for (let one = 0; one < times; one += 1) yield await Promise.resolve(Buffer.from(text))
    }
  }
  const [comments, told]: [string[][], string[]] = [[], []]
  for await (const record of readSql(source(), {})) {
    if (record.kind === 'comment') comments.push([record.input.externalId, record.input.body])
    if (record.kind === 'problem') told.push(record.message)
  }
  return { comments, told }
}

const UNREAD =
  'The value of "body" of "comments" in the row at byte 101 is too long, or only a database can work it out. Values like it are left empty.'
const TOO_LONG = /^What begins at byte 101 is longer than a row may be\. Reading goes on at byte \d+\.$/

describe('a dump that means harm, or is odd', () => {
  it.each([
    ['a function that every object has', "constructor('x')"],
    ['what every object is made of', "__proto__('x')"],
    ['a text that grows a thousandfold each time', `${'replace('.repeat(20)}'aaaaaaaaaa'${",'a','aaaaaaaaaa')".repeat(20)}`],
    [
      'texts put together beyond measure',
      `concat(${Array.from({ length: 50 }, () => "replace('aaaaaaaaaa','a','" + 'b'.repeat(10_000) + "')").join()})`,
    ],
  ])('loses a value and no more: %s', async (_what, value) => {
    const { comments, told } = await read(`${TABLE}${INTO}(1,7,'Ann',${value}),${LAST}`)
    expect(comments).toEqual([['2', 'Here']])
    expect(told).toEqual([UNREAD, 'body is empty.'])
  })

  it('may name very many signs by their numbers', async () => {
    const { comments } = await read(`${TABLE}${INTO}(1,7,'Ann',char(${Array.from({ length: 40_000 }, () => '65').join()})),${LAST}`)
    expect(comments.map(([id, body]) => [id, body?.length])).toEqual([
      ['1', 40_000],
      ['2', 4],
    ])
  })

  it.each([
    ['of very many values', { text: ',1'.repeat(500_000), times: 4 }],
    ['of very many texts', { text: `,'${'x'.repeat(MEGABYTE)}'`, times: 40 }],
  ])('loses a row that is longer than any, and says so: %s', async (_what, values) => {
    const { comments, told } = await read(`${TABLE}${INTO}(1`, values, `);\n${INTO}${LAST}`)
    expect(comments).toEqual([['2', 'Here']])
    expect(told).toEqual([expect.stringMatching(TOO_LONG)])
  })

  it('keeps a row with a number that is a file, and leaves that out', async () => {
    const { comments, told } = await read(`${TABLE}${INTO}(1,7,0x`, { text: 'ab'.repeat(MEGABYTE / 2), times: 40 }, `,'Kept'),${LAST}`)
    expect(comments).toEqual([
      ['1', 'Kept'],
      ['2', 'Here'],
    ])
    expect(told).toEqual([expect.stringContaining('"author"')])
  })

  it('has an end, however many rows begin within each other', async () => {
    const { comments, told } = await read(`${TABLE}${INTO}`, { text: '(1,(\n),', times: 30_000 })
    expect(comments).toEqual([])
    expect(told.length).toBeGreaterThan(1)
  })

  it('may give a state that every object has', async () => {
    const table = 'CREATE TABLE comments (id int, tid int, mode text, text text);\n'
    const { comments } = await read(`${table}${INTO}(1,2,'constructor','Hello'),(2,2,'4','Gone');\n`)
    expect(comments).toEqual([['1', 'Hello']])
  })

  it('takes a column of any name as empty where a row does not name it', async () => {
    const rows =
      "INSERT INTO comments (id, article_id, constructor) VALUES (1,2,'One');\nINSERT INTO comments (id, article_id) VALUES (2,2);\n"
    async function* source(): AsyncGenerator<Uint8Array> {
      yield await Promise.resolve(Buffer.from(rows))
    }
    const told: string[] = []
    for await (const record of readSql(source(), { columns: { body: 'constructor' } }))
      told.push(record.kind === 'comment' ? record.input.body : record.kind === 'problem' ? record.message : record.kind)
    expect(told).toEqual(['columns', 'article', 'One', 'body is empty.'])
  })
})

describe('what a dump has beside its tables', () => {
  it.each([
    [
      'a trigger with a CASE that is a statement',
      'CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN CASE a WHEN 1 THEN SET b=1; END CASE; END;\n',
    ],
    ['a view of a column that is called as what opens a block', 'CREATE VIEW v AS\n SELECT e.begin FROM e;\n'],
    ["a procedure without a semicolon, before SQL Server's GO", 'CREATE PROCEDURE p AS SELECT 1\nGO\n'],
  ])('hides no row behind it: %s', async (_what, statement) => {
    expect(await read(`${TABLE}${statement}${INTO}${LAST}`)).toEqual({ comments: [['2', 'Here']], told: [] })
  })

  it('is told when it never ends', async () => {
    const { comments, told } = await read(
      `${TABLE}${INTO}${LAST}CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW BEGIN SET a=1;\n${INTO}(3,7,'C','Lost');\n`,
    )
    expect(comments).toEqual([['2', 'Here']])
    expect(told).toEqual(['The file ends too early; more may be missing.'])
  })

  it('keeps two WordPresses apart that are called the same in two databases', async () => {
    const table =
      'CREATE TABLE `wp_comments` (comment_ID int, comment_post_ID int, comment_author text, comment_content text, user_id int);\n'
    const rows = (text: string) => `INSERT INTO wp_comments VALUES (1,1,'A','${text}',5);\n`
    const { comments } = await read(`USE \`one\`;\n${table}${rows('First')}USE \`two\`;\n${table}${rows('Second')}`)
    expect(comments).toEqual([
      ['wordpress-post-1#comment-1', 'First'],
      ['wordpress-two.post-1#comment-1', 'Second'],
    ])
  })
})

describe("Drupal's comments", () => {
  it('are told when their texts are not there', async () => {
    const { comments, told } = await read(
      `CREATE TABLE comment_field_data (cid int, pid int, entity_id int, name text, hostname text, thread text);
INSERT INTO comment_field_data VALUES (1,0,5,'Ann','h','01/'),(2,0,5,'Bo','h','02/'),(3,0,5,'Cy','h','03/');
CREATE TABLE comment__comment_body (entity_id int, comment_body_value text);
INSERT INTO comment__comment_body VALUES (1,'Hello');
`,
    )
    expect(comments).toEqual([['1', 'Hello']])
    expect(told).toEqual(['2 comments of the table "comment_field_data" have no text in this dump.'])
  })
})
