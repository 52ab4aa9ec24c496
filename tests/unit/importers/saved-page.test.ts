import { describe, expect, it } from 'vitest'
import { detectFormat } from '@/lib/importers/detect-format'
import { readSavedPage } from '@/lib/importers/saved-page'
import { collectFrom } from './collect'

const page = (inside: string, head = '') => `<!doctype html>
<html lang="en"><head><title>Fog | Paper</title><link rel="canonical" href="https://a.example/fog">${head}</head>
<body><article><h1>Fog</h1><p>It was <b>grey</b>.</p><p>Very.</p></article>
${inside}
</body></html>`
const linked = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`
const told = async (html: string) => {
  const { articles, comments, skipped, problems } = await collectFrom(readSavedPage, html)
  return {
    article: articles[0],
    comments: comments.map(({ input }) => [input.externalId, input.author?.name, input.body, input.parentExternalId, input.postedAt]),
    lines: comments.map(({ line }) => line),
    skipped,
    problems,
  }
}

describe('JSON-LD', () => {
  const thread = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Fog over town',
    author: [{ '@type': 'Person', name: 'Ann' }],
    articleBody: 'One.\n\nTwo.',
    datePublished: '2021-03-04T05:06:07Z',
    comment: [
      {
        '@type': 'Comment',
        '@id': 'https://a.example/fog#comment-5',
        text: 'a < b & c',
        author: { '@type': 'Person', name: 'Bo' },
        dateCreated: '2021-03-04T06:00:00Z',
        comment: { '@type': 'Comment', '@id': '#comment-6', text: '<p>Reply</p>', author: 'Cy', dateCreated: '2021-03-04T07:00:00Z' },
      },
      { '@type': 'Comment', identifier: 7, text: 'gone', creativeWorkStatus: 'Deleted' },
    ],
  }

  it('gives the article, its comments and what answers what', async () => {
    const { article, comments, skipped, problems } = await told(page('', linked(thread)))
    expect(article).toMatchObject({
      externalId: 'https://a.example/fog',
      input: {
        title: 'Fog over town',
        author: 'Ann',
        body: 'One.\n\nTwo.',
        publishedAt: '2021-03-04T05:06:07Z',
        url: 'https://a.example/fog',
      },
    })
    expect(comments).toEqual([
      ['5', 'Bo', 'a < b & c', undefined, '2021-03-04T06:00:00Z'],
      ['6', 'Cy', 'Reply', '5', '2021-03-04T07:00:00Z'],
    ])
    expect(skipped).toEqual(['2: deleted'])
    expect(problems).toEqual([])
  })

  it('reads a graph whose nodes name one another, each once', async () => {
    const graph = {
      '@graph': [
        { '@type': 'Article', headline: 'Fog', comment: [{ '@id': '#c1' }, { '@id': '#c2' }] },
        { '@type': 'Comment', '@id': '#c1', text: 'one', author: { name: 'Bo' } },
        { '@type': 'Comment', '@id': '#c2', text: 'two', parentItem: { '@id': '#c1' } },
      ],
    }
    const { comments } = await told(page('', linked(graph)))
    expect(comments.map(([id, , body, parent]) => [id, body, parent])).toEqual([
      ['#c1', 'one', undefined],
      ['#c2', 'two', '#c1'],
    ])
  })

  it('takes a lone forum posting for the article, and several for comments', async () => {
    const post = (text: string, more = {}) => ({ '@type': 'DiscussionForumPosting', headline: text, text, author: { name: 'Bo' }, ...more })
    const alone = await told(page('', linked(post('Opening', { comment: [{ '@type': 'Comment', '@id': '#c1', text: 'answer' }] }))))
    expect(alone.article?.input).toMatchObject({ title: 'Opening', body: 'Opening' })
    expect(alone.comments.map(([, , body]) => body)).toEqual(['answer'])
    const several = await told(page('', linked([post('one'), post('two')])))
    expect(several.comments.map(([, , body]) => body)).toEqual(['one', 'two'])
  })

  it('goes round in no circle', async () => {
    const circle = {
      '@graph': [
        { '@type': 'Comment', '@id': '#a', text: 'a', comment: { '@id': '#b' } },
        { '@type': 'Comment', '@id': '#b', text: 'b', comment: { '@id': '#a' } },
      ],
    }
    const { comments } = await told(page('', linked(circle)))
    expect(comments.length).toBeLessThanOrEqual(2)
  })

  it('names the line of data that cannot be read, and uses the markup instead', async () => {
    const html = page(
      '<div id="comment-1"><p class="fn">Bo</p><p class="comment-content">Hi</p></div>',
      '\n<script type="application/ld+json">{"a":</script>',
    )
    const { comments, problems } = await told(html)
    expect(comments.map(([id, name, body]) => [id, name, body])).toEqual([['1', 'Bo', 'Hi']])
    expect(problems).toEqual([
      '3: The JSON-LD that begins here cannot be read and was skipped.',
      '5: No time can be read here. Such comments have none.',
    ])
  })
})

describe('markup', () => {
  it('reads microdata, nested or not', async () => {
    const one = (id: string, text: string, inner = '') =>
      `<div itemprop="comment" itemscope itemtype="https://schema.org/Comment" id="${id}"><span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Bo</b></span>
       <meta itemprop="dateCreated" content="2021-03-04T06:00:00Z"><p itemprop="text">${text}</p>${inner}</div>`
    const { comments } = await told(page(one('c1', 'Outer', one('c2', 'Inner')) + one('c3', 'Next')))
    expect(comments).toEqual([
      ['c1', 'Bo', 'Outer', undefined, '2021-03-04T06:00:00Z'],
      ['c2', 'Bo', 'Inner', 'c1', '2021-03-04T06:00:00Z'],
      ['c3', 'Bo', 'Next', undefined, '2021-03-04T06:00:00Z'],
    ])
  })

  it("reads WordPress's list: replies, pingbacks, what waits for approval, and none of its buttons", async () => {
    const item = (id: number, text: string, inner = '', kind = 'comment') => `<li class="${kind} depth-1" id="comment-${id}">
      <article id="div-comment-${id}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">Bo ${id}</b> <span class="says">says:</span></div>
      <a href="#"><time datetime="2021-03-04T06:00:00+00:00">March 4</time></a></footer>
      <div class="comment-content"><p>${text}</p></div><div class="reply"><a class="comment-reply-link">Reply</a></div></article>${inner}</li>`
    const waiting = item(4, 'wait').replace(
      '<div class="comment-content">',
      '<em class="comment-awaiting-moderation">Your comment is awaiting moderation.</em><div class="comment-content">',
    )
    const html = page(
      `<ol>${item(1, 'Outer', `<ol class="children">${item(2, 'Inner')}</ol>`)}${item(3, 'ping', '', 'pingback')}${waiting}</ol>`,
    )
    const { comments, skipped, lines } = await told(html)
    expect(comments).toEqual([
      ['1', 'Bo 1', 'Outer', undefined, '2021-03-04T06:00:00+00:00'],
      ['2', 'Bo 2', 'Inner', '1', '2021-03-04T06:00:00+00:00'],
    ])
    expect(lines).toEqual([4, 7])
    expect(skipped).toEqual(['10: pingback', '13: unapproved'])
  })

  it('reads comments that only their class names, and names them by what they say', async () => {
    const html = page(
      '<div class="comment"><span class="author">Bo</span><div class="text">One</div></div><div class="comment"><span class="author">Cy</span><div class="text">Two</div></div>',
    )
    const [first, second] = [await told(html), await told(html)]
    expect(first.comments.map(([, name, body]) => [name, body])).toEqual([
      ['Bo', 'One'],
      ['Cy', 'Two'],
    ])
    expect(second.comments).toEqual(first.comments)
    // Two comments without a time, told once.
    expect(first.problems).toEqual(['4: No time can be read here. Such comments have none.'])
  })

  it('takes a name without what stands beside it', async () => {
    const say = (id: number, author: string) =>
      `<div id="comment-${id}"><div class="comment-author">${author}</div><div class="comment-content">Text</div></div>`
    const when = '<span>·</span> <a href="/story#comment-1"><time datetime="2017-03-11T20:41:00Z">11 March</time></a>'
    const { comments } = await told(page(say(1, `Ammon ${when}`) + say(2, '<a href="/people#comments">Bo – Li</a> says:')))
    expect(comments.map(([, name]) => name)).toEqual(['Ammon', 'Bo – Li'])
  })

  // From each sign anew it would take minutes, which a test has not.
  it('takes a name with a long run of such signs in one go', async () => {
    const signs = '-'.repeat(500_000)
    const html = page(
      `<div id="comment-1"><div class="comment-author">Bo ${signs} Li ${signs}</div><div class="comment-content">Text</div></div>`,
    )
    const { comments } = await told(html)
    expect(comments.map(([, name]) => name)).toEqual([`Bo ${signs}`.slice(0, 200)])
  })

  it('gives the article its text and not that of its comments', async () => {
    const { article } = await told(page('<div id="comment-1" class="comment"><p>Not the article</p></div>'))
    expect(article?.input).toMatchObject({ title: 'Fog', body: 'It was grey.\n\nVery.' })
  })
})

describe('damage and hostility', () => {
  it('tells where a page ends too early', async () => {
    const { problems } = await told(page('<div id="comment-1"><p>Hi</p></div>\n<p>').split('</body>')[0] ?? '')
    expect(problems).toContain('6: The page ends here without being closed; more may be missing.')
  })

  it('says so when there are no comments', async () => {
    expect((await told(page('<p>Nothing here</p>'))).problems).toEqual([
      '1: No comments were found in this page. Save it after they have loaded, or send its text.',
    ])
  })

  it('survives markup nested beyond reason', async () => {
    const deep = `${'<div id="comment-1">'.repeat(900)}<p>deep</p>`
    const { comments } = await told(page(deep))
    expect(comments.map(([, , body]) => body)).toEqual(['deep'])
    const deeper = page(`${'<div>'.repeat(60_000)}<p id="comment-1">deep</p>`)
    expect((await told(deeper)).problems).toEqual(['1: This page is nested too deep to be read.'])
  })

  it('reads a page that is not UTF-8 by the encoding it names', async () => {
    const html = page('<div id="comment-1"><p class="comment-content">Fu\u00dfg\u00e4nger</p></div>', '<meta charset="iso-8859-1">')
    const { comments } = await collectFrom(readSavedPage, Buffer.from(html, 'latin1'))
    expect(comments[0]?.input.body).toBe('Fu\u00dfg\u00e4nger')
  })
})

it('is told from other files by its beginning', () => {
  expect(detectFormat('a.txt', Buffer.from('\n<!DOCTYPE html>\n<html>'))).toBe('html')
  expect(detectFormat('a.html', Buffer.from('<html lang="de">'))).toBe('html')
  expect(detectFormat('a.xml', Buffer.from('<?xml version="1.0"?><!DOCTYPE html><html>'))).toBe('html')
})
