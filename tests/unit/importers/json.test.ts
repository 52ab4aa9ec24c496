import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '@/lib/importers/json'
import { readJsonLists } from '@/lib/importers/json-lists'
import { collect, collectFrom, piecesOf } from './collect'

const ids = (found: Awaited<ReturnType<typeof collect>>) => found.comments.map(({ input }) => input.externalId)
const P = { articleExternalId: 'p' }

describe('a JSON file of comments', () => {
  it('belongs to the page that is named around it, before or behind', async () => {
    const comments = '"comments":[{"id":"a","author":"A","text":"Hi"}]'
    for (const content of [
      `{${comments},"title":"Late","url":"https://l.example/1"}`,
      `{"url":"https://l.example/1","title":"Late",${comments}}`,
    ]) {
      const { articles, comments: found } = await collectFrom(readJson, content)
      expect(articles.map(({ externalId, input }) => [externalId, input.title])).toEqual([['https://l.example/1', 'Late']])
      expect(found.map(({ input }) => input.articleExternalId)).toEqual(['https://l.example/1'])
    }
  })

  it('is told by each list of an address', async () => {
    const { articles } = await collectFrom(readJson, '{"https://f.example/a":[{"name":"A","text":"Hi"}],"/b":[{"name":"B","text":"Ho"}]}')
    expect(articles.map(({ externalId }) => externalId)).toEqual(['https://f.example/a', '/b'])
  })

  it('says what its values were taken for, and is read as somebody says instead', async () => {
    const content = '[{"nr":7,"wer":{"spitzname":"Ann"},"beitrag":"Hallo","text":"Untertitel","created":1700000000}]'
    const first = await collectFrom(readJson, content, P)
    expect(first.columns).toEqual([
      { name: 'nr', field: null },
      { name: 'wer.spitzname', field: null },
      { name: 'beitrag', field: null },
      { name: 'text', field: 'body' },
      { name: 'created', field: 'postedAt' },
    ])
    const columns = { body: 'beitrag', authorName: 'wer.spitzname', externalId: 'nr' }
    const chosen = await collect(readJson(piecesOf(content), { ...P, columns }))
    expect(chosen.comments.map(({ input }) => input)).toEqual([
      { externalId: '7', articleExternalId: 'p', author: { name: 'Ann' }, body: 'Hallo', postedAt: '2023-11-14T22:13:20.000Z' },
    ])
  })

  it('keeps ids of more digits than a number holds', async () => {
    const content =
      '[{"id":12345678901234567890,"parent_id":12345678901234567891,"author":"A","text":"1234567890123456789 \\" 1234567890123456"}]'
    const [comment] = (await collectFrom(readJson, content, P)).comments
    expect(comment?.input).toMatchObject({
      externalId: '12345678901234567890',
      parentExternalId: '12345678901234567891',
      body: '1234567890123456789 " 1234567890123456',
    })
  })

  it('gives replies of a comment without an id their parent all the same', async () => {
    const content = '[{"author":"A","text":"One","replies":[{"author":"B","text":"Two"}]},{"author":"A","text":"Three"}]'
    const [one, two, three] = (await collectFrom(readJson, content, P)).comments.map(({ input }) => input)
    expect(two?.parentExternalId).toBe(one?.externalId)
    expect(one?.externalId).toMatch(/^json-[0-9a-f]{32}$/)
    expect(three?.externalId).toMatch(/^p#/)
    const again = (await collectFrom(readJson, content, P)).comments.map(({ input }) => input.externalId)
    expect(again).toEqual([one?.externalId, two?.externalId, three?.externalId])
  })

  it('may be several files, one behind the other', async () => {
    const one = JSON.stringify({ comments: [{ id: 'a', author: 'A', text: 'One', page_url: 'https://x.example/1' }] }, null, 2)
    const two = JSON.stringify({ comments: [{ id: 'b', author: 'B', text: 'Two', page_url: 'https://x.example/1' }] }, null, 2)
    expect(ids(await collectFrom(readJson, `${one}\n${two}`))).toEqual(['a', 'b'])
    expect(ids(await collectFrom(readJson, `[${two}]\n[${one}]`))).toEqual(['b', 'a'])
  })

  it('may begin with a line that is longer than what is looked at first', async () => {
    const meta = { version: 1, users: Array.from({ length: 4000 }, (_, at) => ({ id: `u${at}`, blocked: { status: false } })), posts: [] }
    const comment = { id: 'c1', text: 'Hi', user: { name: 'A', id: 'u1' }, locator: { url: 'https://n.example/a' } }
    expect(ids(await collectFrom(readJson, `${JSON.stringify(meta)}\n${JSON.stringify(comment)}\n`))).toEqual(['c1'])
  })

  it('loses what is damaged and nothing else, and says where', async () => {
    const lines = [
      '[{"id":"1","author":"A","text":"one"},',
      '{"id":"2","author":"B","text":"two",',
      '{"id":"3","author":"C","text":"three"}},',
      '{"id":"4","author":"D","text":"fo',
      'ur"},',
      '{"id":"5","author":"E"},',
      '{"id":"6","author":"F","text":"six"},',
      '7,{"id":"8","author":"F","text":"eight"},',
      '{"id":"9","auth',
    ]
    const found = await collectFrom(readJson, lines.join('\n'), P)
    expect(ids(found)).toEqual(['1', '3', '6', '8'])
    expect(found.problems).toEqual([
      '2: What begins here is not closed; it was skipped.',
      '3: Brackets do not match here; reading goes on.',
      '4: What begins here is not closed; it was skipped.',
      '6: This comment has no text that is known by its name.',
      '8: A list has something here that is not an object; it was skipped, as are others like it.',
      '9: The file ends within what begins here.',
    ])
  })

  it('of another kind is told what was met and what is needed', async () => {
    expect((await collectFrom(readJson, '[{"foo":1,"bar":{"baz":"x"}}]')).problems.at(-1)).toBe(
      '1: No comment was found in this JSON. A comment needs a text, such as "text", "body", "content" or "comment"; say which field it is. What stands here has foo, bar.baz.',
    )
    expect((await collectFrom(readJson, '[[1,2],["x"]]')).problems).toEqual(['1: There are no objects in this JSON.'])
  })

  it('is nested without end or holds one endless object: told, and memory is not spent on it', async () => {
    const deep = `[{"id":"1","author":"A","text":"x","replies":${'['.repeat(100_000)}${']'.repeat(100_000)}},{"id":"2","author":"A","text":"y"}]`
    const found = await collect(readJson(piecesOf(deep, 65_536), P))
    expect(ids(found)).toEqual(['1', '2'])
    expect(found.problems).toEqual(['1: What begins here is nested too deep.'])
    const long = `[{"id":"1","text":"${'x'.repeat(17 * 1024 * 1024)}"},{"id":"2","author":"A","text":"y"}]`
    const rest = await collect(readJson(piecesOf(long, 1 << 20), P))
    expect(ids(rest)).toEqual(['2'])
    expect(rest.problems).toEqual(['1: What begins here is too long.'])
    const brackets = await collect(readJson(piecesOf('['.repeat(100_000), 65_536), P))
    expect(brackets.problems[0]).toBe('1: The file is nested too deep from here on.')
  })

  it('gives the objects of its lists as any reader of JSON does, however it is cut', async () => {
    const item = fc.dictionary(fc.string(), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(
        fc.array(item),
        fc.jsonValue({ maxDepth: 0 }),
        fc.nat(3),
        fc.integer({ min: 1, max: 9 }),
        async (items, scalar, indent, size) => {
          const text = JSON.stringify({ before: scalar, within: { list: items }, behind: scalar }, null, indent)
          const got: unknown[] = []
          for await (const part of readJsonLists(piecesOf(text, size), 1 << 20)) {
            expect(part.kind).not.toBe('problem')
            if (part.kind === 'item') {
              expect(part.path).toEqual(['within', 'list'])
              got.push(JSON.parse(part.bytes.toString('utf8')))
            } else if (part.kind === 'frame') {
              expect(JSON.parse(part.bytes?.toString('utf8') ?? '')).toEqual(
                JSON.parse(JSON.stringify({ before: scalar, within: { list: [] }, behind: scalar })),
              )
            }
          }
          expect(got).toEqual(JSON.parse(JSON.stringify(items)))
        },
      ),
    )
  })

  it('loses no comment silently to a damaged character', async () => {
    const comment = fc.record({ id: fc.uuid(), author: fc.string({ minLength: 1 }), text: fc.string({ minLength: 1 }) })
    await fc.assert(
      fc.asyncProperty(
        fc.array(comment, { minLength: 1, maxLength: 8 }),
        fc.nat(),
        fc.constantFrom('', '{', '}', '[', ']', '"', ',', 'x'),
        async (comments, at, put) => {
          const text = JSON.stringify({ comments }, null, 1)
          const place = at % text.length
          const whole = (await collect(readJson(piecesOf(text, 64), P))).comments.length
          const found = await collect(readJson(piecesOf(text.slice(0, place) + put + text.slice(place + 1), 64), P))
          if (found.comments.length < whole) expect(found.problems).not.toEqual([])
        },
      ),
    )
  })
})

it.each([
  ['a quotation mark too many', '"text":"', '"text":""'],
  ['one too few', '"text":"', '"text":'],
  ['a key without its end', '"author":', '"author:'],
  ['a bracket that closes nothing', '"author":', ']"author":'],
])('%s on a line that never ends costs its comment and no other', async (_what, sign, damage) => {
  const comments = ['a', 'b', 'c', 'd'].map((id) =>
    JSON.stringify({ id, author: 'Ann', text: `Fog {${id}} and [rain], they say`, created: 1700000000 }),
  )
  for (const at of [1, 2]) {
    const damaged = comments.map((comment, number) => (number === at ? comment.replace(sign, damage) : comment))
    const found = await collectFrom(readJson, `{"url":"https://a.example/fog","comments":[${damaged.join(',')}]}`)
    expect(ids(found)).toEqual(['a', 'b', 'c', 'd'].filter((_, number) => number !== at))
    expect(found.problems[0]).toMatch(/^1: What begins here is not (?:closed; it was skipped|JSON)\.$/)
  }
})
