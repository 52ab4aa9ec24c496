import { expect, it } from 'vitest'
import { readBulkLines, type BulkLine } from '@/lib/services/comment/bulk-lines'

async function read(text: string): Promise<BulkLine[]> {
  const lines: BulkLine[] = []
  const source = (async function* () {
    yield Buffer.from(text)
    await Promise.resolve()
  })()
  for await (const line of readBulkLines(source)) lines.push(line)
  return lines
}

it('blank lines are passed over and counted, of whatever blanks they are', async () => {
  expect(await read('\n  \n\t\n\r\n \t \r\n{"externalId":"c"}\n\n')).toEqual([{ kind: 'comment', line: 6, input: { externalId: 'c' } }])
})

it('a line of other signs, or of more blanks than anybody means, is refused with its number', async () => {
  expect(await read(`\n\u00a0\n${' '.repeat(1000)}`)).toMatchObject([
    { kind: 'invalid', line: 2 },
    { kind: 'invalid', line: 3 },
  ])
})

it.each([
  ['{"a":1},', 'is not JSON by itself. Send one object a line, with no commas or brackets between them'],
  ['[', 'is not JSON by itself. Send one object a line, with no commas or brackets between them'],
  ['{', 'is not JSON by itself. Send each object whole, on one line'],
  ['{}\r{}', 'is not JSON. Lines end with LF (\\n), not with CR (\\r)'],
  ['nonsense', 'is not JSON'],
  ['[{}]', 'is a list. Send one object a line'],
  ['null', 'is not a JSON object'],
  ['"a"', 'is not a JSON object'],
  ['{"type":"reply"}', 'has a type that is neither article nor comment'],
])('%s is told to be what it is', async (line, message) => {
  expect(await read(line)).toEqual([{ kind: 'invalid', line: 1, message }])
})
