import { expect, it } from 'vitest'
import { readSavedPage } from '@/lib/importers/saved-page'
import { collectFrom } from './collect'

const page = (inside: string) =>
  `<!doctype html><html><head><title>Fog</title><link rel="canonical" href="https://a.example/fog"></head><body>\n<h1>Fog</h1>\n${inside}</body></html>`

async function told(inside: string) {
  const { comments, problems } = await collectFrom(readSavedPage, page(inside))
  return {
    comments: comments.map(({ line, input }) => [
      line,
      input.externalId.replace(/^https.*/, ''),
      input.parentExternalId ?? null,
      input.author?.name ?? null,
      input.body,
    ]),
    problems,
  }
}

it('comments of Blogger, set as a list of who and what, come in', async () => {
  const one = (id: number, who: string, text: string) =>
    `<dt class="comment-author " id="c${id}"><a name="c${id}"></a><div class="avatar-image-container"><img src="x.png" alt=""></div>${who} said...</dt>
<dd class="comment-body" id="Blog1_cmt-${id}"><p>${text}</p></dd>
<dd class="comment-footer"><span class="comment-timestamp"><a href="#c${id}" title="comment permalink">March 1, 2015 at 9:30 PM</a><a class="comment-delete" href="/delete"></a></span></dd>`
  const list = [
    one(4101, '<a href="http://www.blogger.com/profile/1" rel="nofollow">Ann</a>', 'One<br />line two'),
    one(4102, 'Anonymous', 'Two'),
  ].join('\n')
  expect(
    await told(
      `<div id="Blog1_comments-block-wrapper"><dl class="avatar-comment-indent" id="comments-block">\n${list}</dl></div><p class="comment-footer"><a href="/comment">Post a Comment</a></p>`,
    ),
  ).toEqual({
    comments: [
      [4, 'c4101', null, 'Ann', 'One\nline two'],
      [7, 'c4102', null, 'Anonymous', 'Two'],
    ],
    problems: ['4: This time has no offset, such as Z or +01:00. Name the time zone, or times like it are left unknown.'],
  })
})

it('so do those of a plain list, with the answers in a list within', async () => {
  const inner = '<dl><dt><strong>Bo</strong>, 2 March 2015</dt><dd>Two</dd></dl>'
  const list = `<dl class="comments"><dt>Ann wrote:</dt><dd>One<p>and more</p>${inner}</dd>
<dt id="comment-7">Cy, 3 March 2015</dt><dd>Three</dd><dt>Nobody</dt></dl>`
  const { comments } = await collectFrom(readSavedPage, page(list))
  const texts = new Map(comments.map(({ input }) => [input.externalId, input.body]))
  expect(comments.map(({ input }) => [input.body, input.author?.name ?? null, texts.get(input.parentExternalId ?? '') ?? null])).toEqual([
    ['One\n\nand more', 'Ann', null],
    ['Two', 'Bo', 'One\n\nand more'],
    // Who has a date beside their name is left unknown rather than called by both.
    ['Three', null, null],
  ])
  expect(comments[2]?.input.externalId).toBe('7')
})

it('pairs may stand in elements of their own', async () => {
  const list = '<div id="comments"><dl><div><dt>Ann</dt><dd>One</dd></div><div><dt>Bo</dt><dd>Two</dd></div></dl></div>'
  expect((await told(list)).comments.map(([, , , who, text]) => [who, text])).toEqual([
    ['Ann', 'One'],
    ['Bo', 'Two'],
  ])
})

it.each([
  ['a glossary', '<dl class="glossary"><dt>Fog</dt><dd>A low cloud.</dd></dl>'],
  ['facts of one comment', '<dl class="comment-meta"><dt>By</dt><dd>Ann</dd></dl>'],
  ['a form', '<dl id="comment-fields"><dt>Name:</dt><dd><input></dd><dt>Comment</dt><dd><textarea></textarea></dd></dl>'],
])('is not seen in %s', async (_, list) => {
  const shown = '<ol><li id="comment-1"><cite>Ann</cite><p>One</p></li></ol>'
  expect((await told(`${list}${shown}`)).comments.map(([, id, , who, text]) => [id, who, text])).toEqual([['1', 'Ann', 'One']])
})

it('is not seen within a comment that explains something', async () => {
  const shown =
    '<ol><li id="comment-1"><cite>Ann</cite><div class="comment-content"><p>See:</p><dl><dt>Fog</dt><dd>A cloud</dd></dl></div></li></ol>'
  expect((await told(shown)).comments.map(([, id, , who, text]) => [id, who, text])).toEqual([['1', 'Ann', 'See:\n\nFog\n\nA cloud']])
})
