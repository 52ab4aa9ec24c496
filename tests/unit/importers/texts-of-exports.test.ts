import { expect, it } from 'vitest'
import { readCommento } from '@/lib/importers/commento'
import { readCsv } from '@/lib/importers/csv'
import { readJson } from '@/lib/importers/json'
import { collectFrom } from './collect'

const UNSOUND = 'Characters that no text can hold, such as half an emoji, were replaced by �.'
const ARTICLE = { articleExternalId: 'a-1' }

it.each([
  ['<p>Hello &amp; <b>bold</b></p><p>two</p>', 'Hello & bold\n\ntwo'],
  ['one<br />two', 'one\ntwo'],
  ['See <a href="https://a.example/x">this</a>', 'See this (https://a.example/x)'],
  // What somebody typed stays, whatever it looks like.
  ['a < b and c > d', 'a < b and c > d'],
  ['AT&amp;T <script>', 'AT&amp;T <script>'],
  ['<p><img src="cat.png"></p>', '<p><img src="cat.png"></p>'],
])('reads the cell %j of a table as %j', async (cell, body) => {
  const { comments } = await collectFrom(readCsv, `id,text\n1,"${cell.replaceAll('"', '""')}"\n`, ARTICLE)
  expect(comments.map(({ input }) => input.body)).toEqual([body])
})

it.each([
  ['half an emoji', 'cut off \\ud83d'],
  ['a zero byte', 'cut off \\u0000'],
])('loses no comment to %s in its text, and says so', async (_what, text) => {
  const commento = `{"version":1,"comments":[{"commentHex":"c1","domain":"a.example","url":"/p","markdown":"${text}","creationDate":"2021-03-12T12:00:00Z"}],"commenters":[]}`
  const list = `[{"id":"c1","author":"Ann","text":"${text}"}]`
  for (const found of [await collectFrom(readCommento, commento), await collectFrom(readJson, list, ARTICLE)]) {
    expect(found.comments.map(({ input }) => [input.externalId, input.body])).toEqual([['c1', 'cut off �']])
    expect(found.problems).toEqual([`1: ${UNSOUND}`])
  }
})

it('reads quotation marks with a backslash before them, as MySQL writes them', async () => {
  const rows = [
    '"1","She said \\"yes\\" and left"',
    '"2","5\\" pipe"',
    '"3","a \\"b\\", c"',
    '"4","plain"',
    '"5","7\\" pipe"',
    '"6","C:\\"',
  ]
  const { comments, problems } = await collectFrom(readCsv, `"id","text"\n${rows.join('\n')}\n`, ARTICLE)
  expect(comments.map(({ input }) => [input.externalId, input.body])).toEqual([
    ['1', 'She said "yes" and left'],
    ['2', '5" pipe'],
    ['3', 'a "b", c'],
    ['4', 'plain'],
    ['5', '7" pipe'],
    // Elsewhere a backslash is what somebody wrote.
    ['6', 'C:\\'],
  ])
  expect(problems).toEqual([])
})
