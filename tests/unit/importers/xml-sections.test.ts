import { describe, expect, it } from 'vitest'
import { detectFormat } from '@/lib/importers/detect-format'
import { readDisqus } from '@/lib/importers/disqus'
import { readWordPress } from '@/lib/importers/wordpress'
import { collect, collectFrom, piecesOf } from './collect'

const post = (id: string, message: string, more = '') =>
  `<post dsq:id="${id}"><message>${message}</message><createdAt>2021-01-02T03:04:05Z</createdAt>${more}<thread dsq:id="1"/></post>\n`
const disqus = (inside: string, link = 'https://a.example/fog', title = 'Fog') => `<?xml version="1.0"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals"><thread dsq:id="1"><link>${link}</link><title>${title}</title></thread>
${inside}</disqus>`
const comment = (id: number, content: string) => `<wp:comment><wp:comment_id>${id}</wp:comment_id>
<wp:comment_date_gmt>2021-01-02 03:04:05</wp:comment_date_gmt><wp:comment_content>${content}</wp:comment_content></wp:comment>\n`
const wxr = (inside: string, body = '') => `<?xml version="1.0"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>Fog</title>
<link>https://a.example/fog</link><content:encoded>${body}</content:encoded>${inside}</item></channel></rss>`
const texts = ({ comments }: Awaited<ReturnType<typeof collect>>) => comments.map(({ input }) => input.body)

describe('a CDATA section', () => {
  it('may speak of the very tags that stand around it', async () => {
    const about = '<![CDATA[A feed has <b></item></b> and &lt;/post&gt;, </wp:comment> too]]>'
    const posts = await collectFrom(readDisqus, disqus(post('7', '<![CDATA[close it with </post> first]]>') + post('8', 'Second')))
    expect([texts(posts), posts.problems]).toEqual([['close it with  first', 'Second'], []])
    const found = await collectFrom(readWordPress, wxr(comment(1, about) + comment(2, 'Second'), about))
    expect([texts(found), found.problems]).toEqual([['A feed has  and </post>,  too', 'Second'], []])
    expect(found.articles.map(({ input }) => input.body)).toEqual(['A feed has  and </post>,  too'])
    const cdata = await collectFrom(
      readDisqus,
      disqus(post('7', '<![CDATA[</post> ends it, &lt;![CDATA[ or <![CDATA[ not]]>') + post('8', 'Second')),
    )
    expect([cdata.comments.map(({ input }) => input.externalId), cdata.problems]).toEqual([['7', '8'], []])
  })

  it('that is not closed is known by the next that begins, however far that is, or by the end of the file', async () => {
    const far = `<!${'--'} ${'far '.repeat(50_000)} -->`
    const open = post('7', '<![CDATA[First')
    for (const [rest, more] of [
      [far + post('8', '<![CDATA[Second]]>'), ['Second']],
      [far, []],
    ] as const) {
      const found = await collect(readDisqus(piecesOf(disqus(open + rest), 4096)))
      expect(texts(found)).toEqual(more)
      expect(found.problems.slice(0, 2)).toEqual([
        '3: This is not well-formed XML: ]]> is missing before this end tag.',
        '3: This is not well-formed XML: unexpected close tag.',
      ])
    }
  })

  it('is commented out with all that stands in the comment', async () => {
    const found = await collectFrom(readDisqus, disqus(`${post('7', 'First')}<!-- ${post('8', 'Second')} -->${post('9', 'Third')}`))
    expect([texts(found), found.problems]).toEqual([['First', 'Third'], []])
  })
})

it('an end tag that never ends takes nothing along', async () => {
  const found = await collectFrom(readDisqus, disqus(post('7', `First</b${'\u0001 b'.repeat(300)}`) + post('8', 'Second')))
  expect(texts(found).at(-1)).toBe('Second')
  expect(found.problems[0]).toBe('3: This is not well-formed XML: a < stands for itself.')
})

describe('an export that another program wrote anew', () => {
  const rename = (xml: string, names: Record<string, string>) =>
    Object.entries(names).reduce((text, [from, to]) => text.replace(new RegExp(from, 'g'), to), xml)

  it('is read with whatever prefixes that gave to the names', async () => {
    const usual = disqus(post('7', 'First') + post('8', 'Second', '<parent dsq:id="7"/>'))
    const renamed = rename(usual, {
      'dsq:': 'ns1:',
      'xmlns:dsq': 'xmlns:ns1',
      'xmlns=': 'xmlns:ns0=',
      '<(/?)([a-z]+)(?=[ >/])': '<$1ns0:$2',
    })
    expect(renamed).toContain('<ns0:post ns1:id="8">')
    const [first, second] = [await collectFrom(readDisqus, usual), await collectFrom(readDisqus, renamed)]
    expect(second).toEqual(first)
    expect(texts(second)).toEqual(['First', 'Second'])
    expect(detectFormat('x.xml', Buffer.from(renamed))).toBe('disqus')

    const posts = wxr(comment(1, 'First'), '<p>Text.</p>'.replaceAll('<', '&lt;'))
    const others = rename(posts, { 'wp:': 'ns2:', 'xmlns:wp': 'xmlns:ns2', 'content:': 'c:', 'xmlns:content': 'xmlns:c' })
    expect(others).toContain('<ns2:comment_id>')
    const found = await collectFrom(readWordPress, Buffer.from(`\ufeff${others}`, 'utf16le'))
    expect(found).toEqual(await collectFrom(readWordPress, posts))
    expect([texts(found), found.articles[0]?.input.body]).toEqual([['First'], 'Text.'])
    expect(detectFormat('x.xml', Buffer.from(others))).toBe('wordpress')
  })
})

describe('an article of an export', () => {
  it('leaves out an address or a letter that cannot be kept, and loses no comment by it', async () => {
    const link = `https://a.example/${'long/'.repeat(500)}`
    const title = `${'x'.repeat(999)}\u{1f32b}`
    for (const found of [
      await collectFrom(readDisqus, disqus(post('7', 'First'), link, title)),
      await collectFrom(readWordPress, wxr(comment(1, 'First')).replace('https://a.example/fog', link).replace('Fog', title)),
    ]) {
      expect(found.articles.map(({ input }) => input)).toEqual([{ title: `${'x'.repeat(999)}\ufffd` }])
      expect([texts(found), found.problems]).toEqual([['First'], []])
    }
  })

  it('that is deleted makes no comment of spam', async () => {
    const thread = '<thread dsq:id="1"><link>https://a.example/fog</link><title>Fog</title><isDeleted>true</isDeleted></thread>'
    const posts = post('7', 'First', '<isSpam>true</isSpam>') + post('8', 'Second')
    const around = disqus('§').replace(/<thread .*<\/thread>\n/, '')
    const kinds = async (inside: string) => {
      const { comments, skipped } = await collectFrom(readDisqus, around.replace('§', inside))
      return [comments.length, ...skipped.map((row) => row.replace(/^\d+: /, '')).sort()]
    }
    expect(await kinds(thread + posts)).toEqual([0, 'deleted', 'spam'])
    expect(await kinds(posts + thread)).toEqual([0, 'deleted', 'spam'])
  })
})
