import { load } from 'cheerio'
import { describe, expect, it, vi } from 'vitest'
import { readMarkup } from '@/lib/importers/page-markup'
import { readSavedPage } from '@/lib/importers/saved-page'
import { collect, piecesOf } from './collect'

const page = (inside: string, charset = 'utf-8') =>
  `<!doctype html><html><head><meta charset="${charset}"><title>Fog</title></head><body><h1>Fog</h1>${inside}</body></html>`

/** Who says what when, and the id that each names as its parent. */
async function told(html: string | Buffer, timeZone?: string) {
  const options = { articleExternalId: 'fog', ...(timeZone === undefined ? {} : { timeZone }) }
  const { comments, problems } = await collect(readSavedPage(piecesOf(html, 1000), options))
  const rows = comments.map(({ input }) => [
    input.externalId,
    input.parentExternalId ?? null,
    input.author?.name,
    input.body,
    input.postedAt ?? null,
  ])
  return { rows, problems }
}

describe("Facebook's plugin", () => {
  const comment = (number: number, text: string, link: string, replies = '') =>
    `<div class="_3-8y clearfix" id="u_0_${number}"><div class="_ohe lfloat"><a class="img UFIImageBlockImage" href="https://facebook.example/${number}"></a></div>
<div><div class="UFIImageBlockContent"><span class=" UFICommentActorName"><a href="https://facebook.example/${number}">Person ${number}</a></span>
<div class="_30o4"><span><span class="_5mdd"><span>${text}</span></span></span></div>
<div class="fsm"><a href="#">Like</a> · <a href="#">Reply</a> · <a class="uiLinkSubtle" href="https://facebook.example/posts/9?${link}"><abbr class="livetimestamp" title="1. Januar" data-utime="170410320${number}">2 J.</abbr></a></div></div>
${replies === '' ? '' : `<div class="_44ri _2pis">${replies}</div>`}</div></div>`

  it('is read with its answers, by the numbers in its links', async () => {
    const replies = comment(2, 'Yes', 'comment_id=11&amp;reply_comment_id=12') + comment(3, 'No', 'comment_id=11&amp;reply_comment_id=13')
    const html = page(
      `<div class="_5r69">${comment(1, 'Fog again?', 'fb_comment_id=11', replies)}${comment(4, 'Bye', 'comment_id=14')}</div>`,
    )
    expect((await told(html)).rows).toEqual([
      ['11', null, 'Person 1', 'Fog again?', '2024-01-01T10:00:01.000Z'],
      ['12', '11', 'Person 2', 'Yes', '2024-01-01T10:00:02.000Z'],
      ['13', '11', 'Person 3', 'No', '2024-01-01T10:00:03.000Z'],
      ['14', null, 'Person 4', 'Bye', '2024-01-01T10:00:04.000Z'],
    ])
  })

  it('is read as it was until 2014, by what each comment says', async () => {
    const time = '<abbr class="timestamp" title="Monday" data-utime="1704103200">2 years ago</abbr>'
    const post = (name: string, text: string) =>
      `<div class="postContainer fcb"><a class="profileName fn" href="#">${name}</a><div class="postContent"><div class="postText">${text}</div>${time}</div>`
    const html = page(
      `<div class="fbFeedbackPost fbTopLevelComment">${post('Ann', 'One')}</div><ul class="uiList fbFeedbackReplies"><li class="fbFeedbackPost fbFeedbackReply">${post('Bo', 'Two')}</div></li></ul></div>`,
    )
    const { rows } = await told(html)
    const [first] = rows
    expect(rows.map(([, parent, ...more]) => [parent, ...more])).toEqual([
      [null, 'Ann', 'One', '2024-01-01T10:00:00.000Z'],
      [first?.[0], 'Bo', 'Two', '2024-01-01T10:00:00.000Z'],
    ])
  })
})

it('names the author of an article by the link to them', async () => {
  const html = page(
    '<article><p>By <a rel="author" href="/edith">Edith  Itor</a></p><p>Text.</p></article><ol><li id="comment-1"><a rel="author" href="/ann">Ann</a><p>Fog</p></li></ol>',
  )
  const { articles, comments } = await collect(readSavedPage(piecesOf(html), {}))
  expect([articles[0]?.input.author, comments[0]?.input.author?.name]).toEqual(['Edith Itor', 'Ann'])
})

it('reads Reddit as it is now', async () => {
  const comment = (id: string, parent: string, author: string, text: string, replies = '') =>
    `<shreddit-comment author="${author}" thingid="t1_${id}" ${parent === '' ? '' : `parentid="t1_${parent}"`} created="2024-01-01T10:00:00.000000+0000"><div slot="commentMeta"><a href="/user/${author}/">${author}</a></div><div class="md" slot="comment"><p>${text}</p></div>${replies}</shreddit-comment>`
  const html = page(comment('a', '', 'ann', 'One', comment('b', 'a', 'bo', 'Two')) + comment('c', '', 'cy', 'Three'))
  expect((await told(html)).rows).toEqual([
    ['t1_a', null, 'ann', 'One', '2024-01-01T10:00:00.000000+00:00'],
    ['t1_b', 't1_a', 'bo', 'Two', '2024-01-01T10:00:00.000000+00:00'],
    ['t1_c', null, 'cy', 'Three', '2024-01-01T10:00:00.000000+00:00'],
  ])
})

it('reads comments whose parts are called after their block', async () => {
  const html = page(
    `<section class="kommentare">${['Ann', 'Bo'].map((name, at) => `<div class="kommentar" id="k${at}"><span class="kommentar__autor">${name}</span><span class="kommentar__datum">0${at + 1}.02.2024, 14:30 Uhr</span><div class="kommentar__text"><p>Nebel ${at}</p></div></div>`).join('')}</section>`,
  )
  expect((await told(html, 'Europe/Berlin')).rows).toEqual([
    ['k0', null, 'Ann', 'Nebel 0', '2024-02-01T13:30:00.000Z'],
    ['k1', null, 'Bo', 'Nebel 1', '2024-02-02T13:30:00.000Z'],
  ])
  const english = page(
    '<ul><li class="comment-item" data-comment-id="7"><p class="comment-item__author">Ann</p><div class="comment-item__body">Fog</div></li></ul>',
  )
  expect((await told(english)).rows).toEqual([['7', null, 'Ann', 'Fog', null]])
})

describe('times that stand only as text', () => {
  const theme = (date: string) =>
    page(
      `<ol><li id="comment-1"><cite class="fn">Ann</cite><div class="comment-meta"><a href="#comment-1">${date}</a></div><p>Fog</p></li></ol>`,
    )

  it.each(['July 4, 2023 at 9:15 pm', '4. Juli 2023 um 21:15 Uhr', 'Posted on July 4, 2023 9:15 PM', '2023-07-04 21:15'])(
    '%s is read by the clock of the newsroom',
    async (date) => {
      expect((await told(theme(date), 'Europe/Berlin')).rows[0]?.[4]).toBe('2023-07-04T19:15:00.000Z')
      expect(await told(theme(date))).toMatchObject({
        rows: [['1', null, 'Ann', 'Fog', null]],
        problems: ['1: This time has no offset, such as Z or +01:00. Name the time zone, or times like it are left unknown.'],
      })
    },
  )

  it('is left unknown where nobody can tell the day from the month', async () => {
    expect(await told(theme('03/04/2023 9:15 PM'), 'Europe/Berlin')).toMatchObject({
      rows: [['1', null, 'Ann', 'Fog', null]],
      problems: [expect.stringContaining('Nobody can tell whether this time begins with the day or the month.')],
    })
  })

  it("in a page's data are read so, too", async () => {
    const data = {
      '@type': 'NewsArticle',
      headline: 'Fog',
      datePublished: '2023-07-04T08:00:00',
      comment: [{ '@type': 'Comment', '@id': 'c1', text: 'One', dateCreated: '2023-07-04 21:15' }],
    }
    const html = page(`<script type="application/ld+json">${JSON.stringify(data)}</script>`)
    const { articles, comments } = await collect(readSavedPage(piecesOf(html), { timeZone: 'Europe/Berlin' }))
    expect([articles[0]?.input.publishedAt, comments[0]?.input.postedAt]).toEqual(['2023-07-04T06:00:00.000Z', '2023-07-04T19:15:00.000Z'])
  })
})

it.each(['windows-1252', 'ISO-8859-1'])('reads a page that says it is %s as browsers do', async (charset) => {
  const html = page(
    '<ol><li id="comment-1"><cite class="fn">J\u00fcrgen</cite><p>\u0084Gr\u00fc\u00dfe\u0093 \u0080 5</p></li></ol>',
    charset,
  )
  expect((await told(Buffer.from(html, 'latin1'))).rows).toEqual([['1', null, 'Jürgen', '„Grüße“ € 5', null]])
})

it.each([
  [
    'a definition list',
    (at: number) => `<dt id="c${at}"><a href="#">User ${at}</a> wrote on 2010-03-01 10:00</dt><dd><p>Text ${at}</p></dd>`,
  ],
  [
    "WordPress's list",
    (at: number) => `<li id="comment-${at}"><cite class="fn">User ${at}</cite><div class="comment-content"><p>Text ${at}</p></div></li>`,
  ],
])('reads no selector anew for each comment of %s, which was most of the time that a long page took', (name, write) => {
  const countReadings = (comments: number) => {
    const list = Array.from({ length: comments }, (_, at) => write(at)).join('')
    const html = load(page(name === 'a definition list' ? `<dl id="comments">${list}</dl>` : `<ol>${list}</ol>`))
    const find = vi.spyOn(html.prototype, 'find')
    expect(readMarkup(html, () => 1).map(({ markup }) => load(markup).text())).toEqual(
      Array.from({ length: comments }, (_, at) => `Text ${at}`),
    )
    return find.mock.calls.length
  }
  expect(countReadings(30)).toBe(countReadings(3))
})
