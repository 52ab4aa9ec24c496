import { describe, expect, it } from 'vitest'
import { readCoral } from '@/lib/importers/coral'
import { detectFormat } from '@/lib/importers/detect-format'
import { collectFrom } from './collect'

const lines = (...objects: object[]) => objects.map((object) => JSON.stringify(object)).join('\n')
const comment = (id: string, more: object = {}) => ({
  tenantID: 't',
  id,
  storyID: 's1',
  authorID: 'u1',
  status: 'APPROVED',
  createdAt: { $date: '2021-03-04T05:06:07.000Z' },
  revisions: [{ id: 'r', body: `<div>Text of <b>${id}</b> &amp; more</div>` }],
  ...more,
})
const story = { tenantID: 't', id: 's1', siteID: 'x', url: 'https://a.example/fog', metadata: { title: 'Fog', author: 'Ann' } }
const user = { tenantID: 't', id: 'u1', username: 'Bo', role: 'COMMENTER' }

describe("Coral's collections", () => {
  it('joins stories and users that stand after their comments', async () => {
    const file = lines(comment('c1'), comment('c2', { parentID: 'c1' }), user, story)
    const { articles, comments, problems } = await collectFrom(readCoral, file)
    expect(articles.map(({ externalId, input }) => [externalId, input])).toEqual([
      ['s1', { title: 'Fog', url: 'https://a.example/fog', author: 'Ann' }],
    ])
    expect(comments.map(({ line, input }) => [line, input])).toEqual([
      [
        1,
        {
          externalId: 'c1',
          articleExternalId: 's1',
          author: { externalId: 'u1', name: 'Bo' },
          body: 'Text of c1 & more',
          postedAt: '2021-03-04T05:06:07.000Z',
          revision: 0,
        },
      ],
      [2, expect.objectContaining({ externalId: 'c2', parentExternalId: 'c1' })],
    ])
    expect(problems).toEqual([])
  })

  it('takes the newest text, and the number of texts as its revision', async () => {
    const edited = comment('c1', {
      revisions: [{ body: 'first' }, { body: 'second' }],
      createdAt: { $date: { $numberLong: '1614834367000' } },
    })
    const { comments } = await collectFrom(readCoral, lines(edited))
    expect(comments[0]?.input).toMatchObject({ body: 'second', revision: 1, postedAt: '2021-03-04T05:06:07.000Z' })
  })

  it('counts what the source does not show', async () => {
    const file = lines(
      comment('a', { status: 'REJECTED' }),
      comment('b', { status: 'PREMOD' }),
      comment('c', { status: 'SYSTEM_WITHHELD' }),
      comment('d', { deletedAt: { $date: '2021-03-04T05:06:07.000Z' }, revisions: [] }),
      comment('e', { status: 'NONE' }),
    )
    const { comments, skipped } = await collectFrom(readCoral, file)
    expect(skipped).toEqual(['1: rejected', '2: unapproved', '3: unapproved', '4: deleted'])
    expect(comments.map(({ input }) => input.externalId)).toEqual(['e'])
  })

  it('reads an array as well, and names the line of what is broken', async () => {
    const array = `[\n${JSON.stringify(comment('c1'))},\n{"id": "c2", "storyID": 5},\n{"id": broken},\n${JSON.stringify(comment('c3'))}\n`
    const { comments, problems } = await collectFrom(readCoral, array)
    expect(comments.map(({ input }) => input.externalId)).toEqual(['c1', 'c3'])
    expect(problems).toEqual([
      '3: storyID: is missing or not valid.',
      '4: What begins here is not JSON.',
      '6: The file ends too early; more may be missing.',
    ])
  })

  it('tells a line that was cut, and keeps the others', async () => {
    const { comments, problems } = await collectFrom(readCoral, `${lines(comment('c1'), comment('c2'))}\n{"tenantID":"t","id":"c3","sto`)
    expect(comments).toHaveLength(2)
    expect(problems).toEqual(['3: What begins here is not JSON.'])
  })
})

describe("Talk's collections, from which Coral's importer makes its own", () => {
  const old = (id: string, more: object = {}) => ({
    _id: { $oid: '5a' },
    id,
    asset_id: 'a1',
    author_id: 'u1',
    body: 'last & <first>\nline',
    body_history: [{ body: 'first', created_at: { $date: '2017-03-04T05:06:07.000Z' } }, { body: 'last & <first>\nline' }],
    status: 'ACCEPTED',
    created_at: { $date: '2017-03-04T05:06:07.000Z' },
    deleted_at: null,
    ...more,
  })
  const asset = {
    _id: { $oid: '5b' },
    id: 'a1',
    url: 'https://a.example/fog',
    title: 'Fog',
    author: null,
    publication_date: null,
    metadata: {},
  }
  const names = { _id: { $oid: '5c' }, id: 'u1', username: 'bo', metadata: { displayName: 'Bo' }, status: { banned: { status: false } } }

  it('are read as those of today', async () => {
    const file = lines(
      old('c1'),
      old('c2', { parent_id: 'c1', body_history: [{ body: 'A <b>bold</b> one' }] }),
      old('c3', { status: 'REJECTED' }),
      old('c4', { deleted_at: { $date: '2017-03-05T05:06:07.000Z' }, body_history: [] }),
      old('c5', { author_id: 'u2', body_history: undefined }),
      old('c6', { id: 5 }),
      asset,
      names,
      { ...names, id: 'u2', username: 'cy', metadata: {} },
    )
    const { articles, comments, skipped, problems } = await collectFrom(readCoral, file)
    expect(articles.map(({ externalId, input }) => [externalId, input])).toEqual([['a1', { title: 'Fog', url: 'https://a.example/fog' }]])
    expect(comments.map(({ input }) => [input.externalId, input.body, input.author?.name, input.parentExternalId, input.revision])).toEqual(
      [
        ['c1', 'last & <first>\nline', 'Bo', undefined, 1],
        ['c2', 'A bold one', 'Bo', 'c1', 0],
        ['c5', 'last & <first>\nline', 'cy', undefined, 0],
      ],
    )
    expect(comments[0]?.input.postedAt).toBe('2017-03-04T05:06:07.000Z')
    expect(skipped).toEqual(['3: rejected', '4: deleted'])
    expect(problems).toEqual(['6: id: is missing or not valid.'])
  })

  it('need not say of everything that it is not so', async () => {
    const plain = { id: 'c1', asset_id: 'a1', author_id: 'u1', body: 'Hello', status: 'NONE', created_at: '2017-03-04T05:06:07.000Z' }
    const { articles, comments, problems } = await collectFrom(
      readCoral,
      lines(plain, { id: 'a1', url: 'https://a.example/fog', title: 'Fog' }),
    )
    expect(articles.map(({ input }) => input)).toEqual([{ title: 'Fog', url: 'https://a.example/fog' }])
    expect(comments.map(({ input }) => [input.externalId, input.body])).toEqual([['c1', 'Hello']])
    expect(problems).toEqual([])
  })

  it('leave what a story of today says as it is, where that names no tenant', async () => {
    const story = { id: 's1', url: 'https://a.example/fog', metadata: { title: 'Fog', section: 'City' } }
    const { articles } = await collectFrom(readCoral, lines(story, { ...comment('c1'), storyID: 's1' }))
    expect(articles.map(({ input }) => input)).toEqual([{ title: 'Fog', section: 'City', url: 'https://a.example/fog' }])
  })

  it('are told by their beginning', () => {
    for (const one of [old('c1'), asset, names]) expect(detectFormat('x.json', Buffer.from(`${JSON.stringify(one)}\n`))).toBe('coral')
  })
})

describe("the importer's tables", () => {
  const rows = [
    'id,author_id,story_id,created_at,body,parent_id,status',
    'c1,u1,s1,2021-03-04T05:06:07Z,"<p>Hello, <i>you</i></p>",,APPROVED',
    'c2,u2,s1,2021-03-04T06:06:07Z,Fine,c1,NONE',
    'c3,u2,s1,2021-03-04T06:06:07Z,Bad,c1,rejected',
    'c4,u2,s1',
  ].join('\n')

  it('gives comments, with or without their header', async () => {
    const { comments, skipped, problems, articles } = await collectFrom(readCoral, rows)
    expect(comments.map(({ input }) => [input.externalId, input.body, input.parentExternalId])).toEqual([
      ['c1', 'Hello, you', undefined],
      ['c2', 'Fine', 'c1'],
    ])
    expect(articles.map(({ externalId, input }) => [externalId, input.title])).toEqual([['s1', 'Story s1']])
    expect(skipped).toEqual(['4: rejected'])
    expect(problems).toEqual(['5: This row has 3 cells; a comment has 7 or 8.'])
    const bare = await collectFrom(readCoral, rows.split('\n').slice(1, 3).join('\n'))
    expect(bare.comments.map(({ input }) => input.externalId)).toEqual(['c1', 'c2'])
  })

  it('gives stories', async () => {
    const { articles } = await collectFrom(
      readCoral,
      'id,url,title,author,published_at,closed_at\ns1,https://a.example/fog,Fog,Ann,2021-03-04T05:06:07Z,',
    )
    expect(articles.map(({ externalId, input }) => [externalId, input])).toEqual([
      ['s1', { title: 'Fog', url: 'https://a.example/fog', author: 'Ann', publishedAt: '2021-03-04T05:06:07Z' }],
    ])
  })
})

it('is told from other files by its beginning', () => {
  const detect = (name: string, head: string) => detectFormat(name, Buffer.from(head))
  expect(detect('comments.json', lines(comment('c1')))).toBe('coral')
  expect(detect('comments.json', `[${lines(story)}]`)).toBe('coral')
  expect(detect('comments.csv', 'id,author_id,story_id,created_at,body,parent_id,status\n')).toBe('coral')
  const row = 'k1,u1,s1,2021-03-04T05:06:07Z,<p>Fish &amp; chips &gt; all; really</p>,,NONE\n'
  expect(detect('comments.csv', row)).toBe('coral')
  expect(detect('all.csv', `"s1",https://a.example/fog,Fog,Ann,,,\n${row}`)).toBe('coral')
  expect(detect('stories.csv', 'id,url,title,author,published_at,closed_at,mode\n')).toBe('coral')
  expect(detect('any.csv', 'id,author,text\n')).toBe('csv')
  expect(detect('macintosh.txt', 'id,author,text\r1,Ann,Hello\r')).toBe('csv')
  expect(detect('any.ndjson', '{"type":"comment"}')).toBe('ndjson')
})

it('is a table with commas, whatever signs stand in the first row of one without a header', async () => {
  const rows = [
    'k1,u1,s1,2021-03-04T05:06:07Z,<p>a &lt; b &amp; b &lt; c &gt; d &quot;</p>,,NONE',
    'k2,u1,s1,2021-03-04T05:06:07Z,"x, y; z",k1,',
  ]
  const { comments, problems } = await collectFrom(readCoral, rows.join('\n'))
  expect(comments.map(({ input }) => [input.externalId, input.body])).toEqual([
    ['k1', 'a < b & b < c > d "'],
    ['k2', 'x, y; z'],
  ])
  expect(problems).toEqual([])
})
