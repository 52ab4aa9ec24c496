import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { readJson } from '@/lib/importers/json'
import { readSavedPage } from '@/lib/importers/saved-page'
import { readRows } from './collect'

const quote = (post: number, topic: number, text: string) =>
  `<aside class="quote no-group" data-username="bo" data-post="${post}" data-topic="${topic}"><div class="title">bo:</div><blockquote><p>${text}</p></blockquote></aside>`
const post = (number: number, cooked: string, more: object = {}) => ({
  ...{ id: 1000 + number, username: `user-${number}`, created_at: '2024-01-01T10:00:00.000Z', cooked, post_number: number },
  ...{ post_type: 1, reply_to_post_number: null, topic_id: 55, topic_slug: 'night-tram', ...more },
})

describe("Discourse's posts", () => {
  it('answer the post that they reply to by its number, else the one of their topic that they quote', async () => {
    const posts = [
      post(1, '<p>First &amp; foremost.</p>'),
      post(2, '<p>A reply.</p>', { reply_to_post_number: 1 }),
      post(3, `${quote(2, 55, 'A reply.')}<p>A quote.</p>`),
      post(4, `${quote(2, 99, 'Elsewhere.')}<p>Of another topic.</p>`),
      post(5, `${quote(3, 55, 'A quote.')}<p>Both.</p>`, { reply_to_post_number: 1 }),
      post(6, '<p>Among ourselves.</p>', { post_type: 4 }),
    ]
    const { rows, skipped } = await readRows(readJson, JSON.stringify({ post_stream: { posts }, id: 55, title: 'Night tram' }))
    expect(rows.map(([id, article, parent, name]) => [id, article, parent, name])).toEqual([
      ['55#1', '55', undefined, 'user-1'],
      ['55#2', '55', '55#1', 'user-2'],
      ['55#3', '55', '55#2', 'user-3'],
      ['55#4', '55', undefined, 'user-4'],
      ['55#5', '55', '55#1', 'user-5'],
    ])
    expect(rows[2]?.[4]).toBe('bo:\n\n> A reply.\n\nA quote.')
    expect(skipped).toEqual(['1: unapproved'])
  })

  it('are read from a table of its database, as they were typed', async () => {
    const { rows, problems } = await readRows(
      readCsv,
      `id,topic_id,post_number,user_id,raw,cooked,created_at,reply_to_post_number
9,55,1,7,One,<p>One</p>,2024-01-01T10:00:00Z,
10,55,2,8,"[quote=""ann, post:1, topic:55, full:true""]
One
[/quote]
Two",,2024-01-01T10:00:00Z,
11,56,1,8,Three,,2024-01-01T10:00:00Z,`,
    )
    expect(rows.map(([id, article, parent]) => [id, article, parent])).toEqual([
      ['55#1', '55', undefined],
      ['55#2', '55', '55#1'],
      ['56#1', '56', undefined],
    ])
    expect(problems).toEqual(['1: 3 columns are not known and were left out.'])
  })

  it('of a saved page answer the post of that page that they quote', async () => {
    const article = (number: number, cooked: string) =>
      `<article id="post_${number}" data-post-id="${1000 + number}"><span class="username">user-${number}</span><div class="cooked">${cooked}</div></article>`
    const page = `<html><head><link rel="canonical" href="https://forum.example/t/night-tram/55"><title>Night tram</title></head><body>${[
      article(1, '<p>One.</p>'),
      article(2, `${quote(1, 55, 'One.')}<p>Two.</p>`),
      article(3, `${quote(1, 99, 'Other.')}<p>Three.</p>`),
      article(4, `${quote(40, 55, 'Not on this page.')}<p>Four.</p>`),
    ].join('\n')}</body></html>`
    const { rows, comments } = await readRows(readSavedPage, page)
    expect(rows.map(([id, , parent]) => [id, parent])).toEqual([
      ['post_1', undefined],
      ['post_2', 'post_1'],
      ['post_3', undefined],
      ['post_4', undefined],
    ])
    expect(comments.map(({ isQuoteLink }) => isQuoteLink)).toEqual([false, true, false, false])
  })
})
