import { describe, expect, it } from 'vitest'
import { readJson } from '@/lib/importers/json'
import { readRows } from './collect'

const read = (content: string, options = {}) => readRows(readJson, content, options)

describe('JSON of a table of comments', () => {
  it('Waline and Artalk: flat lists by page', async () => {
    const waline = await read(
      JSON.stringify({
        type: 'waline',
        version: 1,
        data: {
          Comment: [
            {
              nick: 'N',
              link: 'https://n.example',
              comment: 'Plain <3',
              url: '/post/1.html',
              status: 'approved',
              pid: null,
              rid: null,
              insertedAt: '2022-01-01T00:00:00.000Z',
              objectId: 'a',
            },
            {
              nick: 'M',
              comment: 'Re',
              url: '/post/1.html',
              status: 'approved',
              pid: 'a',
              rid: 'a',
              insertedAt: '2022-01-01T00:00:00.000Z',
              objectId: 'b',
            },
            { nick: 'O', comment: 'Late', url: '/post/1.html', status: 'waiting', insertedAt: '2022-01-01T00:00:00.000Z', objectId: 'c' },
          ],
          Counter: [{ url: '/post/1.html', time: 3 }],
          Users: [],
        },
      }),
    )
    expect(waline.rows).toEqual([
      ['a', '/post/1.html', undefined, 'N', 'Plain <3'],
      ['b', '/post/1.html', 'a', 'M', 'Re'],
    ])
    expect(waline.skipped).toEqual(['1: unapproved'])
    expect(waline.problems).toEqual(['1: This object of "Counter" is not a comment. It was skipped, as are others like it.'])
    const artalk = await read(
      JSON.stringify(
        ['9', '10'].map((id) => ({
          id,
          rid: id === '9' ? '0' : '9',
          content: `Text ${id}`,
          is_collapsed: 'false',
          is_pending: 'false',
          created_at: '2021-10-28 19:50:13 +0800',
          nick: 'N',
          page_key: 'https://a.example/1.html',
          page_title: 'One',
        })),
      ),
    )
    expect(artalk.rows).toEqual([
      ['9', 'https://a.example/1.html', undefined, 'N', 'Text 9'],
      ['10', 'https://a.example/1.html', '9', 'N', 'Text 10'],
    ])
    expect(artalk.times[0]).toBe('2021-10-28T19:50:13+08:00')
  })

  it('WordPress by its REST interface', async () => {
    const comment = {
      id: 3,
      post: 12,
      parent: 0,
      author: 0,
      author_name: 'Ann',
      date: '2020-01-01T10:00:00',
      date_gmt: '2020-01-01T09:00:00',
      content: { rendered: '<p>Hey</p>\n' },
      status: 'approved',
      type: 'comment',
    }
    const found = await read(JSON.stringify([comment, { ...comment, id: 4, parent: 3, status: 'hold' }]))
    expect(found.rows).toEqual([['3', '12', undefined, 'Ann', 'Hey']])
    expect(found.comments[0]?.input.author).toEqual({ name: 'Ann' })
    expect(found.times).toEqual(['2020-01-01T09:00:00Z'])
    expect(found.skipped).toEqual(['1: unapproved'])
  })

  it('trees of keys: each comment goes by its own', async () => {
    const file = {
      '-Mabc1': { text: 'One', author: 'A', created: 1600000000000 },
      '-Mabc2': { text: 'Two', author: 'B', parent: '-Mabc1' },
    }
    const found = await read(JSON.stringify({ title: 'Fog', comments: file }))
    expect(found.rows).toEqual([
      ['-Mabc1', 'fog', undefined, 'A', 'One'],
      ['-Mabc2', 'fog', '-Mabc1', 'B', 'Two'],
    ])
  })
})
