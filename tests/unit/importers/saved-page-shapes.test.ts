import { describe, expect, it } from 'vitest'
import { readSavedPage } from '@/lib/importers/saved-page'
import { collectFrom } from './collect'

const page = (body: string) =>
  `<!doctype html><html><head><title>T</title><link rel="canonical" href="https://x.example/a"></head><body><h1>T</h1>${body}</body></html>`
const data = (value: object) => page(`<script type="application/ld+json">${JSON.stringify(value)}</script>`)
/** Who answers whom with what, in the order of the page; what is left out; the times. */
const read = async (html: string) => {
  const { comments, skipped } = await collectFrom(readSavedPage, html)
  const names = new Map(comments.map(({ input }) => [input.externalId, input.author?.name]))
  const rows = comments.map(({ input }) => [input.author?.name, names.get(input.parentExternalId ?? ''), input.body])
  return { rows, skipped, ids: comments.map(({ input }) => input.externalId), times: comments.map(({ input }) => input.postedAt) }
}
const THREAD = [
  ['Ann', undefined, 'One'],
  ['Bo', 'Ann', 'Two'],
  ['Cy', undefined, 'Three'],
]

describe('saved comments of a stream', () => {
  it('are moved in by what stands around each alone, and a tombstone is a deleted one', async () => {
    const comment = (id: number, name: string, text: string) =>
      `<div id="comment-1111-aaaa-000${id}" class="coral coral-comment"><div><button class="coral coral-username coral-comment-username"><span>${name}</span></button><time class="coral-timestamp" datetime="2023-01-02T10:00:00.000Z">1 year ago</time></div><div class="coral coral-content coral-comment-content">${text}</div><button>Reply</button></div>`
    const indented = (depth: number, inner: string) => `<div class="coral coral-indent coral-indent-${depth}">${inner}</div>`
    const tombstone =
      '<div id="comment-1111-aaaa-0009" class="coral coral-comment"><div class="coral coral-deletedTombstone">No longer available.</div></div>'
    const { rows, skipped, times } = await read(
      page(
        `<div>${comment(1, 'Ann', 'One')}<div class="coral coral-replyList">${indented(1, comment(2, 'Bo', 'Two'))}${indented(2, comment(3, 'Di', 'Deep'))}</div></div>\n<div>${tombstone}</div><div>${comment(4, 'Cy', 'Three')}</div>`,
      ),
    )
    expect(rows).toEqual([THREAD[0], THREAD[1], ['Di', 'Bo', 'Deep'], THREAD[2]])
    expect(skipped).toEqual(['2: deleted'])
    expect(times[0]).toBe('2023-01-02T10:00:00.000Z')
  })

  it('that are called messages, each with its number', async () => {
    const message = (id: string, name: string, text: string, answers = '') =>
      `<li data-message-id="${id}" class="spcv_message-view"><div><button><span class="spcv_username">${name}</span></button><time>2 days ago</time></div><div class="spcv_message-text"><div><p>${text}</p></div></div><button>Share</button>${answers}</li>`
    const list = `${message('m1', 'Ann', 'One', `<ul>${message('m2', 'Bo', 'Two')}</ul>`)}${message('m3', 'Cy', 'Three')}`
    expect(await read(page(`<ul class="spcv_messages-list">${list}</ul>`))).toMatchObject({ rows: THREAD, ids: ['m1', 'm2', 'm3'] })
  })

  it('whose authors are called commenters', async () => {
    const comment = (name: string, text: string) =>
      `<article class="vf-comment"><header><a class="vf-commenter__name" href="#">${name}</a></header><div class="vf-comment-html__container"><p>${text}</p></div></article>`
    const thread = `<div>${comment('Ann', 'One')}<div class="vf-comment-replies">${comment('Bo', 'Two')}</div></div><div>${comment('Cy', 'Three')}</div>`
    expect((await read(page(`<section class="vf-comments">${thread}</section>`))).rows).toEqual(THREAD)
  })

  it('that are known by the names their makers test them by', async () => {
    const comment = (id: string, name: string, text: string, answers = '') =>
      `<div id="${id}" data-testid="comment-component"><h4>${name}</h4><div><p>${text}</p></div><button>Reply</button><div>${answers}</div></div>`
    const list = `${comment('64a1', 'Ann', 'One', comment('64a2', 'Bo', 'Two'))}${comment('64a3', 'Cy', 'Three')}`
    expect(await read(page(`<section>${list}</section>`))).toMatchObject({ rows: THREAD, ids: ['64a1', '64a2', '64a3'] })
  })

  it('say in words that they are gone, where nobody is named; not where somebody writes so', async () => {
    const comment = (id: number, name: string, text: string) =>
      `<div id="comment-${id}"><cite>${name}</cite><div class="comment-body"><p>${text}</p></div></div>`
    const { rows, skipped } = await read(
      page(
        `${comment(1, '', '[deleted]')}${comment(2, '', 'This comment has been removed by a moderator.')}${comment(3, 'Ann', 'Deleted')}${comment(4, '', 'This comment was read by all.')}${comment(5, '', 'Dieser Kommentar wurde gelöscht.')}`,
      ),
    )
    expect(skipped).toEqual(['1: deleted', '1: deleted', '1: deleted'])
    expect(rows.map(([name, , body]) => [name, body])).toEqual([
      ['Ann', 'Deleted'],
      [undefined, 'This comment was read by all.'],
    ])
  })
})

describe('saved posts', () => {
  it.each([
    [
      'of a discussion that is shown below an article',
      (n: number, name: string, text: string) =>
        `<article class="post" id="post-${n}"><h3 class="username"><a href="/u/x">${name}</a></h3><div class="cooked"><p>${text}</p></div></article>`,
    ],
    [
      'of a forum, with their text in an element of its number',
      (n: number, name: string, text: string) =>
        `<li class="postcontainer" id="post_${n}"><a class="username" href="member.php?1">${name}</a><div class="postbody"><div class="content"><div id="post_message_${n}"><blockquote class="postcontent">${text}</blockquote></div></div></div></li>`,
    ],
    [
      'of a forum, with a profile beside each',
      (n: number, name: string, text: string) =>
        `<div id="p${n}" class="post"><dl id="profile${n}"><dt><a class="username" href="#">${name}</a></dt></dl><div class="postbody"><div id="post_content${n}"><h3>Re: T</h3><div class="content">${text}</div></div></div></div>`,
    ],
  ])('%s', async (_, post) => {
    expect((await read(page(`<div>${post(1, 'Ann', 'One')}${post(2, 'Bo', 'Two')}</div>`))).rows).toEqual([
      ['Ann', undefined, 'One'],
      ['Bo', undefined, 'Two'],
    ])
  })

  it('of a blog, with who wrote them, are no comments', async () => {
    const post = (n: number) =>
      `<article id="post-${n}" class="post type-post"><span class="author">Ann</span><div class="entry-content"><p>Text</p></div></article>`
    expect((await read(page(post(1) + post(2)))).rows).toEqual([])
  })
})

describe('saved comments by their data', () => {
  const by = (name: string, text: string, more: object = {}) => ({ '@type': 'Comment', author: { '@type': 'Person', name }, text, ...more })
  const comments = [by('Ann', 'One', { comment: [by('Bo', 'Two')] }), by('Cy', 'Three')]

  it.each([
    [
      'an article with a count of its interactions',
      {
        '@type': ['NewsArticle', 'Article'],
        headline: 'H',
        interactionStatistic: [{ '@type': 'InteractionCounter', userInteractionCount: 3 }],
        comment: comments,
      },
    ],
    [
      'a graph, within the main thing of a page',
      {
        '@graph': [
          { '@type': 'WebSite', name: 's' },
          { '@type': 'WebPage', mainEntity: { '@type': 'NewsArticle', headline: 'H', comment: comments } },
        ],
      },
    ],
    [
      'a list of items',
      { '@type': 'ItemList', itemListElement: comments.map((item, at) => ({ '@type': 'ListItem', position: at + 1, item })) },
    ],
    ['parts of a page', { '@type': 'WebPage', hasPart: comments }],
    [
      'answers to a question',
      {
        '@type': 'QAPage',
        mainEntity: {
          '@type': 'Question',
          name: 'Q',
          acceptedAnswer: { ...comments[0], '@type': 'Answer' },
          suggestedAnswer: [{ ...comments[1], '@type': 'Answer' }],
        },
      },
    ],
  ])('in %s', async (_, value) => {
    expect((await read(data({ '@context': 'https://schema.org', ...value }))).rows).toEqual(THREAD)
  })

  it('whose types have a prefix', async () => {
    const typed = comments.map((comment) => ({ ...comment, '@type': 'schema:Comment' }))
    expect((await read(data({ '@type': 'http://schema.org/NewsArticle', headline: 'H', comment: typed }))).rows).toEqual(THREAD)
  })

  it('as microdata that only says what they are to their article', async () => {
    const comment = (name: string, text: string, answers = '') =>
      `<div itemprop="comment" itemscope><span itemprop="author">${name}</span><p itemprop="text">${text}</p>${answers}</div>`
    const list = `${comment('Ann', 'One', comment('Bo', 'Two'))}${comment('Cy', 'Three')}`
    expect((await read(page(`<div itemscope itemtype="https://schema.org/NewsArticle">${list}</div>`))).rows).toEqual(THREAD)
  })

  it('as RDFa, of schema.org and as Drupal wrote it', async () => {
    const comment = (id: number, name: string, text: string, answers = '') =>
      `<div typeof="Comment" property="comment" resource="#comment-${id}"><span property="author" typeof="Person"><span property="name">${name}</span></span><time property="dateCreated" datetime="2020-01-01T00:00:00Z">x</time><div property="text"><p>${text}</p></div>${answers}</div>`
    const modern = await read(
      page(`<div vocab="https://schema.org/">${comment(1, 'Ann', 'One', comment(2, 'Bo', 'Two'))}${comment(3, 'Cy', 'Three')}</div>`),
    )
    expect(modern).toMatchObject({ rows: THREAD, ids: ['1', '2', '3'] })
    const old = (id: number, name: string, text: string) =>
      `<a id="comment-${id}"></a><div class="comment" about="/comment/${id}#comment-${id}" typeof="sioc:Post sioct:Comment"><h3 property="dc:title">S</h3><div class="submitted"><span property="dc:date dc:created" content="2012-03-04T10:00:00+00:00">By <span class="username">${name}</span></span></div><div class="content"><div property="content:encoded"><p>${text}</p></div></div></div>`
    const drupal = await read(page(`${old(1, 'Ann', 'One')}<div class="indented">${old(2, 'Bo', 'Two')}</div>${old(3, 'Cy', 'Three')}`))
    expect(drupal).toMatchObject({ rows: THREAD, ids: ['1', '2', '3'] })
    expect(drupal.times[0]).toBe('2012-03-04T10:00:00+00:00')
  })

  it("as Drupal's themes have them: without subject and links, with the time that a mark holds", async () => {
    const comment = (id: number, name: string, text: string) =>
      `<article id="comment-${id}" class="comment js-comment"><mark class="hidden" data-comment-timestamp="1600000000"></mark><footer class="comment__meta"><p class="comment__author">${name}</p></footer><div class="comment__content"><h3><a href="#comment-${id}">Subject</a></h3><div class="field field--name-comment-body"><p>${text}</p></div><ul class="links"><li>Reply</li></ul></div></article>`
    const found = await read(
      page(`${comment(1, 'Ann', 'One')}<div class="indented">${comment(2, 'Bo', 'Two')}</div>${comment(3, 'Cy', 'Three')}`),
    )
    expect(found).toMatchObject({ rows: THREAD, ids: ['1', '2', '3'] })
    expect(found.times[0]).toBe('2020-09-13T12:26:40.000Z')
  })
})

describe('a text that no reader of the page sees', () => {
  it('may stand in a tag of its microdata', async () => {
    const comment =
      '<div itemscope itemtype="https://schema.org/Comment"><a itemprop="author">Ann</a><meta itemprop="text" content="1 &lt; 2 &amp;amp;"></div>'
    expect((await read(page(comment))).rows).toEqual([['Ann', undefined, '1 < 2 &amp;']])
  })

  it('may speak of what is smaller and larger, and may say its language', async () => {
    const comment = (text: unknown) => ({ '@type': 'Comment', author: { name: { '@value': 'Ann' } }, text })
    const texts = [
      'if a<b or c>d & e<f',
      'a <b>bold</b> one',
      { '@value': 'Nebel', '@language': 'de' },
      '<a href="https://x.example/">here</a>',
    ]
    const { rows } = await read(data({ '@type': 'NewsArticle', headline: 'T', comment: texts.map(comment) }))
    expect(rows.map(([who, , text]) => [who, text])).toEqual([
      ['Ann', 'if a<b or c>d & e<f'],
      ['Ann', 'a bold one'],
      ['Ann', 'Nebel'],
      ['Ann', 'here (https://x.example/)'],
    ])
  })
})
