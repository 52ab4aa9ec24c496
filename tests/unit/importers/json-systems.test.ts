import { describe, expect, it } from 'vitest'
import { readJson } from '@/lib/importers/json'
import { readRows } from './collect'

const lines = (...objects: object[]) => objects.map((object) => JSON.stringify(object)).join('\n')
const read = (content: string, options = {}) => readRows(readJson, content, options)

describe('JSON of another comment system', () => {
  it('Remark42: a backup begins with a line on users and pages', async () => {
    const locator = { site: 'courier', url: 'https://courier.example/fog' }
    const found = await read(
      lines(
        { version: 1, users: [{ id: 'github_1', blocked: { status: false } }], posts: [{ url: locator.url, read_only: false }] },
        {
          id: 'c1',
          pid: '',
          text: '<p>Fog &amp; rain.</p>\n<p>Again.</p>',
          orig: 'Fog & rain.\n\nAgain.',
          user: { name: 'Ann', id: 'github_1', picture: '', ip: 'ab12', admin: false, site_id: 'courier' },
          locator,
          score: 1,
          vote: 0,
          time: '2021-03-12T12:00:00.5+01:00',
          title: 'Fog',
        },
        { id: 'c2', pid: 'c1', text: '<p>A reply</p>', user: { name: 'Bo', id: 'g2' }, locator, time: '2021-03-12T13:00:00Z' },
        { id: 'c3', pid: 'c1', text: '', user: { name: 'deleted', id: 'deleted' }, locator, time: '2021-03-12T14:00:00Z', delete: true },
      ),
    )
    expect(found.articles).toEqual([[locator.url, 'Fog', locator.url]])
    expect(found.rows).toEqual([
      ['c1', locator.url, undefined, 'Ann', 'Fog & rain.\n\nAgain.'],
      ['c2', locator.url, 'c1', 'Bo', 'A reply'],
    ])
    expect(found.comments[0]?.input.author).toEqual({ externalId: 'github_1', name: 'Ann' })
    expect(found.times).toEqual(['2021-03-12T12:00:00.5+01:00', '2021-03-12T13:00:00Z'])
    expect(found.skipped).toEqual(['4: deleted'])
    expect(found.problems).toEqual(['1: This object is not a comment. It was skipped, as are others like it.'])
  })

  it('Isso: what its import takes, where ids count within a page and times have no offset', async () => {
    const pages = [
      {
        id: '/blog/a',
        title: 'First',
        comments: [
          { id: '1', author: 'James', created: '2018-11-28 17:24:23', email: 'j@mail.example', remote_addr: '127.0.0.1', text: 'Great' },
          { id: '2', parent: '1', author: 'Harold', created: '2018-11-28 17:58:03', text: 'Not so' },
        ],
      },
      { id: '/blog/b', title: 'Second', comments: [{ id: '1', author: 'Zoe', text: 'Elsewhere' }] },
      { id: '/blog/c', title: 'Third', comments: [] },
    ]
    const found = await read(JSON.stringify(pages, null, 2), { timeZone: 'UTC' })
    expect(found.rows).toEqual([
      ['/blog/a#1', '/blog/a', undefined, 'James', 'Great'],
      ['/blog/a#2', '/blog/a', '/blog/a#1', 'Harold', 'Not so'],
      ['/blog/b#1', '/blog/b', undefined, 'Zoe', 'Elsewhere'],
    ])
    expect(found.times[0]).toBe('2018-11-28T17:24:23.000Z')
    expect(found.problems).toEqual([])
  })

  it('Isso: what its API answers, with replies within and states by number', async () => {
    const reply = (id: number, mode: number) => ({ id, parent: 1, text: '<p>R</p>', author: 'J', mode, created: 1401377015, replies: [] })
    const root = {
      id: 1,
      parent: null,
      text: '<p>Hello</p>',
      author: null,
      website: null,
      mode: 1,
      created: 1401377014.5,
      modified: null,
      hash: 'ab',
      total_replies: 3,
      replies: [reply(2, 1), reply(3, 2), reply(4, 4)],
    }
    const found = await read(JSON.stringify({ id: null, total_replies: 1, hidden_replies: 0, replies: [root] }), { articleExternalId: 'p' })
    expect(found.rows).toEqual([
      ['1', 'p', undefined, undefined, 'Hello'],
      ['2', 'p', '1', 'J', 'R'],
    ])
    expect(found.times[0]).toBe('2014-05-29T15:23:34.500Z')
    expect(found.skipped).toEqual(['1: unapproved', '1: deleted'])
  })

  it('Hyvor Talk: texts as its editor keeps them', async () => {
    const page = { id: 5, identifier: 'post-9', url: 'https://h.example/9', title: 'Nine' }
    const text = (...paragraphs: string[]) => ({
      type: 'doc',
      content: paragraphs.map((part) => ({ type: 'paragraph', content: [{ type: 'text', text: part }] })),
    })
    const found = await read(
      JSON.stringify({
        website: { id: 1, domain: 'h.example' },
        comments: [
          {
            id: 12,
            page,
            user: { id: 3, name: 'Ann' },
            parent_id: null,
            body: JSON.stringify(text('One', 'Two')),
            created_at: 1700000000,
            status: 'published',
          },
          {
            id: 13,
            page,
            user: { name: 'Bo' },
            parent: { id: 12, body: 'One' },
            body: text('A reply'),
            created_at: 1700000001,
            status: 'published',
          },
          { id: 14, page, user: { name: 'Cy' }, parent_id: null, body: text('Buy'), created_at: 1700000002, status: 'spam' },
        ],
      }),
    )
    expect(found.articles).toEqual([['post-9', 'Nine', 'https://h.example/9']])
    expect(found.rows).toEqual([
      ['12', 'post-9', undefined, 'Ann', 'One\n\nTwo'],
      ['13', 'post-9', '12', 'Bo', 'A reply'],
    ])
    expect(found.skipped).toEqual(['1: spam'])
  })

  it('Cusdis: replies within, which belong to the page of what they answer', async () => {
    const page = { id: 'p1', slug: 'one', url: 'https://c.example/1', title: 'One' }
    const comment = (id: string, replies: object[], more = {}) => ({
      id,
      content: `Text ${id}`,
      parsedContent: `<p>Text ${id}</p>`,
      by_nickname: 'Nic',
      by_email: 'n@mail.example',
      createdAt: '2023-01-01T00:00:00.000Z',
      approved: true,
      replies: { commentCount: replies.length, data: replies },
      ...more,
    })
    const found = await read(
      JSON.stringify({
        data: {
          commentCount: 1,
          data: [comment('a', [comment('b', [comment('c', [])]), comment('d', [], { approved: false })], { page })],
        },
      }),
    )
    expect(found.rows).toEqual([
      ['a', 'one', undefined, 'Nic', 'Text a'],
      ['b', 'one', 'a', 'Nic', 'Text b'],
      ['c', 'one', 'b', 'Nic', 'Text c'],
    ])
    expect(found.skipped).toEqual(['1: unapproved'])
    expect(found.problems).toEqual([])
  })

  it('Giscus: a discussion around its comments, whose own addresses are no pages', async () => {
    const url = 'https://github.example/o/r/discussions/1'
    const comment = (id: string, more: object) => ({
      id,
      author: { login: 'ann', avatarUrl: 'x', url: 'https://github.example/ann' },
      createdAt: '2022-01-01T00:00:00Z',
      url: `${url}#discussioncomment-${id}`,
      deletedAt: null,
      isMinimized: false,
      bodyHTML: `<p>${id}</p>`,
      reactionGroups: [{ content: 'THUMBS_UP', users: { totalCount: 1 } }],
      ...more,
    })
    const replies = [
      comment('2', { replyToId: '1' }),
      comment('3', { deletedAt: '2022-02-02T00:00:00Z' }),
      comment('4', { isMinimized: true }),
    ]
    const found = await read(JSON.stringify({ discussion: { id: 'D_1', url, comments: [comment('1', { replies })], title: 'Fog' } }))
    expect(found.articles).toEqual([[url, 'Fog', url]])
    expect(found.rows).toEqual([
      [`${url}#1`, url, undefined, 'ann', '1'],
      [`${url}#2`, url, `${url}#1`, 'ann', '2'],
    ])
    expect(found.skipped).toEqual(['1: deleted', '1: unapproved'])
  })

  it('GraphQL: connections of nodes', async () => {
    const node = (id: string, more: object) => ({
      node: { id, body: `Text ${id}`, author: { login: 'a' }, createdAt: '2020-01-01T00:00:00Z', ...more },
    })
    const comments = { totalCount: 1, edges: [node('x', { replies: { edges: [node('y', {})] } })] }
    const found = await read(JSON.stringify({ data: { article: { title: 'Fog', url: 'https://g.example/1', comments } } }))
    expect(found.rows).toEqual([
      ['x', 'https://g.example/1', undefined, 'a', 'Text x'],
      ['y', 'https://g.example/1', 'x', 'a', 'Text y'],
    ])
  })
})
