import { describe, expect, it } from 'vitest'
import { readSavedPage } from '@/lib/importers/saved-page'
import { collectFrom } from './collect'

const page = (inside: string) =>
  `<!doctype html><html><head><title>Fog</title><link rel="canonical" href="https://a.example/fog"></head><body><h1>Fog</h1>${inside}</body></html>`

/** What each comment says, who wrote it when, and what the one says that it answers. */
async function told(html: string) {
  const { comments, skipped } = await collectFrom(readSavedPage, html)
  const texts = new Map(comments.map(({ input }) => [input.externalId, input.body]))
  return {
    comments: comments.map(({ input }) => [
      input.body,
      input.author?.name ?? null,
      input.parentExternalId === undefined ? null : (texts.get(input.parentExternalId ?? '') ?? input.parentExternalId),
      input.postedAt ?? null,
    ]),
    ids: comments.map(({ input }) => input.externalId),
    skipped,
  }
}
const linked = (value: unknown, type = 'application/ld+json') => `<script type="${type}">${JSON.stringify(value)}</script>`

describe('comments as data', () => {
  const person = (name: string) => ({ '@type': 'Person', name })
  const say = (text: string, more = {}) => ({ '@type': 'Comment', text, author: person(`by ${text}`), ...more })

  it('answer one another by where they stand, without ids', async () => {
    const thread = {
      '@type': 'NewsArticle',
      headline: 'Fog',
      comment: [say('one', { comment: [say('two', { comment: say('three') })] }), say('four')],
    }
    expect((await told(page(linked(thread)))).comments.map(([body, , parent]) => [body, parent])).toEqual([
      ['one', null],
      ['two', 'one'],
      ['three', 'two'],
      ['four', null],
    ])
  })

  it('answer one another by name, side by side in their article', async () => {
    const thread = {
      '@type': 'NewsArticle',
      headline: 'Fog',
      comment: [
        say('two', { '@id': '#c2', parentItem: { '@id': '#c1' } }),
        say('one', { '@id': '#c1' }),
        say('three', { '@id': '#c3', parentItem: '#c2' }),
      ],
    }
    expect((await told(page(linked(thread)))).comments.map(([body, , parent]) => [body, parent])).toEqual([
      ['two', 'one'],
      ['one', null],
      ['three', 'two'],
    ])
  })

  it('may name their authors elsewhere', async () => {
    const graph = {
      '@graph': [
        { '@type': 'Article', headline: 'Fog', comment: [say('one', { author: { '@id': '#bo' } })] },
        { '@id': '#bo', ...person('Bo') },
      ],
    }
    expect((await told(page(linked(graph, 'application/ld+json; charset=utf-8')))).comments).toEqual([['one', 'Bo', null, null]])
  })

  it('are read where a template broke lines within a text or put marks around the whole', async () => {
    const data = JSON.stringify({ '@type': 'Article', headline: 'Fog', comment: [say('one§two')] }).replace('§', '\n')
    const html = page(`<script type="application/ld+json">\n//<![CDATA[\n${data};\n//]]>\n</script>`)
    expect((await told(html)).comments.map(([body]) => body)).toEqual(['one two'])
  })

  it('do not hide that the page shows more of them', async () => {
    const first = linked({ '@type': 'Article', headline: 'Fog', comment: [say('one')] })
    const shown = ['one', 'two', 'three'].map((text, at) => `<li id="comment-${at + 1}"><p>${text}</p></li>`).join('')
    expect((await told(page(`${first}<ol>${shown}</ol>`))).comments.map(([body]) => body)).toEqual(['one', 'two', 'three'])
  })
})

describe('comments of other systems', () => {
  it('moved in by cells of a table', async () => {
    const row = (
      id: number,
      indent: number,
      text: string,
    ) => `<tr class="athing comtr" id="${id}"><td><table><tr><td class="ind" indent="${indent}"></td>
      <td class="default"><span class="comhead"><a href="user?id=bo" class="hnuser">bo${id}</a> <span class="age" title="2024-05-01T10:00:0${id} 171455760${id}"><a href="item?id=${id}">1 day ago</a></span></span>
      <div class="comment"><div class="commtext c00">${text}</div><div class="reply"><p><u><a href="#">reply</a></u></p></div></div></td></tr></table></td></tr>`
    const html = page(`<table>${row(1, 0, 'one')}${row(2, 1, 'two')}${row(3, 2, 'three')}${row(4, 1, 'four')}${row(5, 0, 'five')}</table>`)
    const { comments, ids } = await told(html)
    expect(comments).toEqual([
      ['one', 'bo1', null, '2024-05-01T10:00:01.000Z'],
      ['two', 'bo2', 'one', '2024-05-01T10:00:02.000Z'],
      ['three', 'bo3', 'two', '2024-05-01T10:00:03.000Z'],
      ['four', 'bo4', 'one', '2024-05-01T10:00:04.000Z'],
      ['five', 'bo5', null, '2024-05-01T10:00:05.000Z'],
    ])
    expect(ids).toEqual(['1', '2', '3', '4', '5'])
  })

  it('left out where only a note says that they were flagged, and read by the classes of a stream', async () => {
    const flagged =
      '<tr class="athing comtr" id="1"><td class="ind" indent="0"></td><td><div class="commtext cdd">[flagged]</div></td></tr>'
    const row =
      '<tr class="athing comtr" id="2"><td class="ind" indent="0"></td><td><a class="hnuser">bo</a><div class="commtext">two</div></td></tr>'
    expect(await told(page(`<table>${flagged}${row}</table>`))).toMatchObject({ comments: [['two', 'bo', null, null]] })
    const one = (id: string, inner = '') =>
      `<div id="comment-${id}"><div class="coral coral-username">Bo</div><div class="coral coral-content">${id}</div>${inner}</div>`
    const { comments } = await told(page(`<div id="coral">${one('a1', one('a2'))}${one('a3')}</div>`))
    expect(comments.map(([text, , parent]) => [text, parent])).toEqual([
      ['a1', null],
      ['a2', 'a1'],
      ['a3', null],
    ])
  })

  it('with their answers beside them', async () => {
    const one = (id: number, text: string) => `<a id="comment-${id}"></a><div class="comment clearfix" about="/comment/${id}">
      <h3>Re: Fog</h3><div class="submitted"><span property="dc:date dc:created" content="2013-02-0${id}T10:00:00+01:00">Fri</span> <span class="username">Bo</span></div>
      <div class="content"><p>${text}</p></div><ul class="links"><li><a href="/reply">reply</a></li></ul></div>`
    const html = page(
      `<div id="comments">${one(1, 'one')}<div class="indented">${one(2, 'two')}<div class="indented">${one(3, 'three')}</div></div>${one(4, 'four')}</div>`,
    )
    expect((await told(html)).comments).toEqual([
      ['one', 'Bo', null, '2013-02-01T10:00:00+01:00'],
      ['two', 'Bo', 'one', '2013-02-02T10:00:00+01:00'],
      ['three', 'Bo', 'two', '2013-02-03T10:00:00+01:00'],
      ['four', 'Bo', null, '2013-02-04T10:00:00+01:00'],
    ])
  })

  it('as blogs have them, within one another', async () => {
    const one = (
      id: number,
      text: string,
      inner = '',
    ) => `<li class="comment" id="c${id}"><div class="comment-block"><div class="comment-header"><cite class="user"><a href="https://b.example">Bo</a></cite>
      <span class="datetime secondary-text"><a href="#c${id}">May 1, 2014</a></span></div><p class="comment-content">${text}</p><span class="comment-actions"><a>Reply</a></span></div>
      <div class="comment-replies"><ol>${inner}</ol></div></li>`
    expect((await told(page(`<ol>${one(11, 'one', one(12, 'two'))}${one(13, 'three')}</ol>`))).comments).toEqual([
      ['one', 'Bo', null, null],
      ['two', 'Bo', 'one', null],
      ['three', 'Bo', null, null],
    ])
  })

  it('whose classes and ids have prefixes and keys, with something around them all', async () => {
    const one = (
      key: string,
      text: string,
    ) => `<li class="news-comment ${key}"><article class="news-comment-content"><div class="news-comment-avatar"><a class="news-comment-avatar" href="/x"></a></div>
      <a class="news-comment-user" href="/profile/bo">Bo</a><div class="news-comment-msg"><p>${text}</p></div><span class="news-comment-date" title="2020-01-02T03:04:05Z">2 Jan</span></article></li>`
    const byClass = await told(page(`<div class="comment-wrapper"><p>2 comments</p><ul>${one('k1', 'one')}${one('k2', 'two')}</ul></div>`))
    expect(byClass.comments).toEqual([
      ['one', 'Bo', null, '2020-01-02T03:04:05Z'],
      ['two', 'Bo', null, '2020-01-02T03:04:05Z'],
    ])
    const keyed = (key: string, depth: number, text: string) =>
      `<div id="shell_comment_${key}" style="margin-left: ${depth * 30}px"><b class="author_name"><a href="/u">Bo</a> 12 fans</b><div class="comment_body" id="comment_body_${key}"><div class="comment_time">just now</div>${text}</div></div>`
    const byKey = await told(page(keyed('4e7a1', 0, 'one') + keyed('4e7a2', 1, 'two')))
    expect(byKey.comments).toEqual([
      ['one', 'Bo', null, null],
      ['two', 'Bo', 'one', null],
    ])
  })

  it('with the posts of a frame that was saved on its own', async () => {
    const one = (
      id: number,
      text: string,
      inner = '',
    ) => `<li class="post" id="post-${id}"><div class="post-content"><span class="post-byline"><span class="author"><a href="/by/bo">Bo</a></span></span>
      <a class="time-ago" title="Thursday, May 1, 2014 3:04 PM">2 years ago</a><div class="post-message"><p>${text}</p></div></div><ul class="children">${inner}</ul></li>`
    expect((await told(page(`<ul>${one(7, 'one', one(8, 'two'))}</ul>`))).comments).toEqual([
      ['one', 'Bo', null, null],
      ['two', 'Bo', 'one', null],
    ])
  })

  it('without ids answer one another by where they stand', async () => {
    const one = (text: string, inner = '') =>
      `<div class="comment"><span class="author">Bo</span><div class="text">${text}</div>${inner}</div>`
    expect((await told(page(one('one', one('two')) + one('three')))).comments.map(([body, , parent]) => [body, parent])).toEqual([
      ['one', null],
      ['two', 'one'],
      ['three', null],
    ])
  })

  it('are by who wrote them, whatever names their texts hold', async () => {
    const html = page(
      '<div id="comment-1"><div class="comment-content"><b class="fn">Mayor</b><cite>Mayor</cite> <a href="/profile/mayor">Mayor</a> said so</div><span class="author">Bo</span></div>',
    )
    expect((await told(html)).comments.map(([, name]) => name)).toEqual(['Bo'])
  })

  it('are not forms, counts and lists of links that are called so', async () => {
    const html = page(
      '<div id="comment-count-12"><p>12 comments</p></div><div class="comment-box"><p>Log in to write one.</p><form><textarea></textarea></form></div>',
    )
    expect((await told(html)).comments).toEqual([])
  })
})
