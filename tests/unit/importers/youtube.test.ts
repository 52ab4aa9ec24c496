import { expect, it } from 'vitest'
import { readCsv } from '@/lib/importers/csv'
import { detectFormat } from '@/lib/importers/detect-format'
import { readJson } from '@/lib/importers/json'
import { readRows } from './collect'

const comment = (id: string, more: object = {}) => ({
  kind: 'youtube#comment',
  id,
  snippet: {
    ...{ channelId: 'UC', videoId: 'film', textDisplay: `Text <b>${id}</b> &amp; more`, textOriginal: `Text ${id} & more` },
    ...{ authorDisplayName: '@ann', authorChannelId: { value: 'UCann' }, publishedAt: '2023-01-01T10:00:00Z', ...more },
  },
})
const thread = (id: string, replies: unknown[] = []) => ({
  kind: 'youtube#commentThread',
  id,
  snippet: { videoId: 'film', topLevelComment: comment(id), totalReplyCount: replies.length },
  ...(replies.length === 0 ? {} : { replies: { comments: replies } }),
})
const ADDRESS = 'https://www.youtube.com/watch?v=film'
const read = (value: object) => readRows(readJson, JSON.stringify(value))

it('threads of YouTube’s API: the first comment of each, and the replies to it', async () => {
  const shown = comment('t1.r2', { parentId: 't1', textOriginal: undefined })
  const items = [thread('t1', [comment('t1.r1', { parentId: 't1', videoId: undefined }), shown, { id: 't1.r3', snippet: 7 }]), thread('t2')]
  const { articles, rows, problems } = await read({ kind: 'youtube#commentThreadListResponse', nextPageToken: 'n', items })
  expect(articles).toEqual([['film', ADDRESS, ADDRESS]])
  expect(rows).toEqual([
    ['t1', 'film', undefined, '@ann', 'Text t1 & more'],
    ['t1.r1', 'film', 't1', '@ann', 'Text t1.r1 & more'],
    ['t1.r2', 'film', 't1', '@ann', 'Text t1.r2 & more'],
    ['t2', 'film', undefined, '@ann', 'Text t2 & more'],
  ])
  expect(problems).toEqual(['1: This comment has no text that is known by its name.'])
})

it('its comments alone: what is held, spam or rejected there is left out', async () => {
  const items = [
    comment('c1', { parentId: 't1' }),
    ...['heldForReview', 'likelySpam', 'rejected', 'published'].map((moderationStatus) => comment(moderationStatus, { moderationStatus })),
  ]
  const { rows, skipped } = await read({ kind: 'youtube#commentListResponse', items })
  expect(rows.map(([id, , parent]) => [id, parent])).toEqual([
    ['c1', 't1'],
    ['published', undefined],
  ])
  expect(skipped).toEqual(['1: unapproved', '1: spam', '1: rejected'])
})

it('a table of Google Takeout: texts in pieces, under a film or a post', async () => {
  const table = [
    'Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video ID,Comment Text,Top-Level Comment ID',
    'c1,UCme,2023-05-01T10:00:00.123456+00:00,0,,,film,"{""text"":""Hello, ""},{""text"":""@bo"",""mention"":{""externalChannelId"":""UCbo""}}",',
    'c2,UCme,2023-05-02T10:00:00+00:00,0,c1,,film,"{""text"":""One\\nTwo""}",c1',
    'c3,UCme,2023-05-03T10:00:00+00:00,0,,post,,"{""takeoutSegments"":[{""text"":""Older""}]}",',
    'c4,UCme,2023-05-03T10:00:00+00:00,0,,,film,"{""text"":",',
  ].join('\n')
  expect(detectFormat('comments.csv', Buffer.from(table))).toBe('csv')
  const { rows, times } = await readRows(readCsv, table)
  expect(rows).toEqual([
    ['c1', 'film', undefined, undefined, 'Hello, @bo'],
    ['c2', 'film', 'c1', undefined, 'One\nTwo'],
    ['c3', 'post', undefined, undefined, 'Older'],
    ['c4', 'film', undefined, undefined, '{"text":'],
  ])
  expect(times[0]).toBe('2023-05-01T10:00:00.123456+00:00')
})
