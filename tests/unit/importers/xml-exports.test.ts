import { describe, expect, it } from 'vitest'
import { detectFormat } from '@/lib/importers/detect-format'
import { readDisqus } from '@/lib/importers/disqus'
import { readWordPress } from '@/lib/importers/wordpress'
import { collect, collectFrom, piecesOf } from './collect'

const disqus = (inside: string) => `<?xml version="1.0"?>
<disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><link>https://a.example/fog</link><title>Fog</title></thread>
${inside}
</disqus>`
const post = (id: string, more = '', message = '<![CDATA[<p>Hello</p>]]>') => `<post dsq:id="${id}"><message>${message}</message>
<createdAt>2021-01-02T03:04:05Z</createdAt><isDeleted>false</isDeleted><isSpam>false</isSpam>
<author><name>Ann</name><isAnonymous>false</isAnonymous><username>ann</username></author><thread dsq:id="1"/>${more}</post>`
const wxr = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="x"><channel><title>Site</title>
<item><title>Fog &amp; rain</title><link>https://a.example/fog</link><content:encoded><![CDATA[<p>Text.</p>]]></content:encoded>
${inside}
</item></channel></rss>`
const comment = (id: string, more = '<wp:comment_approved>1</wp:comment_approved>') => `<wp:comment><wp:comment_id>${id}</wp:comment_id>
<wp:comment_author><![CDATA[Ann]]></wp:comment_author><wp:comment_date_gmt>2021-01-02 03:04:05</wp:comment_date_gmt>
<wp:comment_content><![CDATA[Hello <b>you</b>]]></wp:comment_content>${more}</wp:comment>`

describe('a Disqus export', () => {
  it('gives threads, posts, replies and who wrote them', async () => {
    const { articles, comments, problems } = await collectFrom(readDisqus, disqus(post('7') + post('8', '<parent dsq:id="7"/>')))
    expect(articles.map(({ externalId, input }) => [externalId, input.title, input.url])).toEqual([
      ['https://a.example/fog', 'Fog', 'https://a.example/fog'],
    ])
    expect(comments.map(({ line, input }) => [line, input.externalId, input.parentExternalId, input.body])).toEqual([
      [4, '7', undefined, 'Hello'],
      [6, '8', '7', 'Hello'],
    ])
    expect(comments[0]?.input).toMatchObject({ author: { externalId: 'ann', name: 'Ann' }, postedAt: '2021-01-02T03:04:05Z' })
    expect(problems).toEqual([])
  })

  it('reads texts whose markup stands bare, and posts of a thread that is no more than an id', async () => {
    const bare = '<p>Fog <b>again</b> &amp; <a href="https://a.example/x?a=1&amp;b=2">here</a></p><br/><p>and &lt;rain&gt;</p>'
    const ofThread = (id: string, thread: string) => post(id).replace('<thread dsq:id="1"/>', thread)
    const lone = '<thread dsq:id="5"><id/></thread><thread dsq:id="6"><link>https://a.example/rain</link></thread>'
    const inside = [lone, post('7', '', bare), ofThread('8', '<thread dsq:id="5"/>'), ofThread('9', '<thread dsq:id="6"/>')]
    const { articles, comments, problems } = await collectFrom(readDisqus, disqus(inside.join('')))
    expect(comments.map(({ input }) => [input.articleExternalId, input.body])).toEqual([
      ['https://a.example/fog', 'Fog again & here (https://a.example/x?a=1&b=2)\n\nand <rain>'],
      ['disqus-thread-5', 'Hello'],
      ['https://a.example/rain', 'Hello'],
    ])
    expect(articles.map(({ input }) => input.title)).toEqual(['Fog', 'https://a.example/rain', 'disqus-thread-5'])
    expect(problems).toEqual([])
  })

  it('keeps what stands after an element that holds nothing', async () => {
    const bare = '<p>Look</p><iframe src="x"></iframe><p>The rest of it<script></script> and <b/>more</p>'
    const { comments } = await collectFrom(readDisqus, disqus(post('7', '', bare)))
    expect(comments.map(({ input }) => input.body)).toEqual(['Look\n\nThe rest of it and more'])
  })

  it('keeps the posts of a thread whose address has a damaged byte', async () => {
    const damaged = disqus(post('7')).replace('a.example/fog', 'a.example/f\u0003og')
    const { comments, problems } = await collectFrom(readDisqus, damaged)
    expect(comments.map(({ input }) => input.articleExternalId)).toEqual(['https://a.example/fog'])
    expect(problems).toEqual(['3: This is not well-formed XML: disallowed character.'])
  })

  it('leaves out what waits for approval', async () => {
    const { comments, skipped } = await collectFrom(readDisqus, disqus(post('7', '<isApproved>false</isApproved>')))
    expect([comments, skipped]).toEqual([[], ['4: unapproved']])
  })

  it('may stand in a file with another, which is told once', async () => {
    const { comments, problems } = await collectFrom(readDisqus, `${disqus(post('7'))}\n${disqus(post('8'))}`)
    expect(comments.map(({ input }) => input.externalId)).toEqual(['7', '8'])
    expect(problems).toEqual(['8: The document has ended before this. What stands behind it was read, too.'])
  })

  it('keeps posts that stand above their thread, in their order, and tells those without one', async () => {
    const below = '<thread dsq:id="2"><link>https://a.example/rain</link><title>Rain</title></thread>'
    const of = (id: string, thread: string) => post(id).replace('<thread dsq:id="1"/>', thread)
    const early = [of('7', '<thread dsq:id="2"/>'), of('8', '<thread dsq:id="3"/>'), of('9', ''), of('10', '<thread dsq:id="2"/>')]
    const { comments, problems } = await collectFrom(readDisqus, disqus([...early, post('11'), below].join('\n')))
    expect(comments.map(({ line, input }) => [line, input.externalId, input.articleExternalId])).toEqual([
      [16, '11', 'https://a.example/fog'],
      [4, '7', 'https://a.example/rain'],
      [13, '10', 'https://a.example/rain'],
    ])
    expect(problems).toEqual(['10: This post names no thread.', '7: This post names a thread that is not in the file.'])
  })

  it('leaves out what stood in a deleted thread, wherever the thread stands', async () => {
    const gone = '<thread dsq:id="4"><link>https://a.example/gone</link><title>Gone</title><isDeleted>true</isDeleted></thread>'
    const of = (id: string) => post(id).replace('<thread dsq:id="1"/>', '<thread dsq:id="4"/>')
    const { articles, comments, skipped, problems } = await collectFrom(readDisqus, disqus([of('7'), gone, of('8'), post('9')].join('\n')))
    expect(articles.map(({ externalId }) => externalId)).toEqual(['https://a.example/fog'])
    expect(comments.map(({ input }) => input.externalId)).toEqual(['9'])
    expect(skipped.sort()).toEqual(['4: deleted', '8: deleted'])
    expect(problems).toEqual([])
  })

  it('goes on after what is not well-formed, and names its line', async () => {
    const { comments, problems } = await collectFrom(readDisqus, `\`${disqus(`${post('7')}<post dsq:id=9 & </post>\n${post('8')}`)}`)
    expect(comments.map(({ input }) => input.externalId)).toContain('7')
    expect(problems[0]).toBe('1: Characters before the first tag were skipped.')
    expect(problems.some((problem) => problem.startsWith('6: This is not well-formed XML'))).toBe(true)
  })

  it('does not grow by entities of its own', async () => {
    const entities = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('')
    const bomb = disqus(post('7', '', '&e9;')).replace('<disqus', `<!DOCTYPE disqus [<!ENTITY e0 "lol">${entities}]><disqus`)
    const { comments, problems } = await collectFrom(readDisqus, bomb)
    expect(comments.map(({ input }) => input.body.length <= 10)).toEqual(comments.map(() => true))
    expect(problems.join()).toContain('entity')
  })

  it('loses a post that is nested beyond reason, and no other', async () => {
    const deep = '<a>'.repeat(50_000) + '</b>'.repeat(50_000)
    const { comments, problems } = await collectFrom(readDisqus, disqus(post('7') + post('8', deep) + post('9')))
    expect(comments.map(({ input }) => input.externalId)).toEqual(['7', '9'])
    expect(problems[0]).toBe('6: The post that begins here is not closed.')
  })

  it('reads on however many elements were left unclosed before', async () => {
    const posts = Array.from({ length: 1500 }, (_, at) => post(String(at), '<i>').replace('</post>', at % 2 === 0 ? '' : '</post>'))
    const { comments, problems } = await collectFrom(readDisqus, disqus(posts.join('')))
    expect(comments.map(({ input }) => input.externalId)).toEqual(Array.from({ length: 750 }, (_, at) => String(at * 2 + 1)))
    expect(problems.filter((problem) => problem.endsWith('The post that begins here is not closed.'))).toHaveLength(750)
  })

  it('stops where hundreds of thousands stand open, and keeps what was before', async () => {
    const { comments, problems } = await collectFrom(readDisqus, disqus(post('7') + post('8', '<a>'.repeat(250_000)) + post('9')))
    expect(comments.map(({ input }) => input.externalId)).toEqual(['7'])
    expect(problems.at(-1)).toBe('8: Too many elements are left unclosed up to here. The rest of the file was not read.')
  })

  it('loses a post of a hundred thousand elements, and no other', async () => {
    const { comments, problems } = await collectFrom(readDisqus, disqus(post('7', '<a/>'.repeat(100_000)) + post('8')))
    expect(comments.map(({ input }) => input.externalId)).toEqual(['8'])
    expect(problems).toEqual(['4: What begins here is longer than 4 MB.'])
  })

  it('keeps memory flat', async () => {
    const piece = Buffer.from(post('7', '', `<![CDATA[${'Long text. '.repeat(500)}]]>`))
    async function* file() {
      yield Buffer.from(disqus('').replace('</disqus>', ''))
      for (let made = 0; made < 5000; made += 1) yield await Promise.resolve(piece)
      yield Buffer.from('</disqus>')
    }
    const before = process.memoryUsage().rss
    let comments = 0
    for await (const record of readDisqus(file())) if (record.kind === 'comment') comments += 1
    expect(comments).toBe(5000)
    expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(120)
  })
})

describe('a WordPress export', () => {
  it('calls who wrote a post by the name that readers see', async () => {
    const author = (login: string, name: string) =>
      `<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[${login}]]></wp:author_login><wp:author_display_name>${name}</wp:author_display_name></wp:author>`
    const by = async (login: string) => {
      const creator = `<dc:creator><![CDATA[${login}]]></dc:creator>`
      const file = wxr(creator + comment('2')).replace('<item>', `${author('ed', 'Edith Itor')}${author('nameless', '')}<item>`)
      const { articles, comments } = await collectFrom(readWordPress, file)
      return [articles[0]?.input.author, comments.length]
    }
    expect([await by('ed'), await by('nameless'), await by('gone')]).toEqual([
      ['Edith Itor', 1],
      ['nameless', 1],
      ['gone', 1],
    ])
  })

  it('gives posts, comments and replies, and counts what is no comment', async () => {
    const pingback = '<wp:comment_approved>1</wp:comment_approved><wp:comment_type>pingback</wp:comment_type>'
    const reply =
      '<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>2</wp:comment_parent><wp:comment_user_id>5</wp:comment_user_id>'
    const waiting = '<wp:comment_approved>0</wp:comment_approved>'
    const rows = [
      comment('2'),
      comment('3', reply),
      comment('4', waiting),
      comment('5', pingback),
      comment('6', pingback.replace('pingback', 'webmention')),
    ]
    const { articles, comments, skipped } = await collectFrom(readWordPress, wxr(rows.join('\n')))
    expect(articles.map(({ externalId, input }) => [externalId, input.title, input.body])).toEqual([
      ['https://a.example/fog', 'Fog & rain', 'Text.'],
    ])
    expect(comments.map(({ input }) => [input.externalId, input.parentExternalId, input.body, input.author])).toEqual([
      ['https://a.example/fog#comment-2', undefined, 'Hello you', { name: 'Ann' }],
      ['https://a.example/fog#comment-3', 'https://a.example/fog#comment-2', 'Hello you', { externalId: 'wordpress-user-5', name: 'Ann' }],
    ])
    expect(skipped.map((text) => text.replace(/^\d+: /, ''))).toEqual(['unapproved', 'pingback', 'pingback'])
  })

  it('keeps notes to itself that were never shown, though they are approved', async () => {
    const of = (id: string, type: string) =>
      comment(id, `<wp:comment_approved>1</wp:comment_approved><wp:comment_type>${type}</wp:comment_type>`)
    const { comments, skipped } = await collectFrom(readWordPress, wxr(of('2', 'order_note') + of('3', 'note') + of('4', 'review')))
    expect(comments.map(({ input }) => input.externalId)).toEqual(['https://a.example/fog#comment-4'])
    expect(skipped).toEqual(['4: unapproved', '6: unapproved'])
  })

  it('without times in UTC takes those of the clock that somebody names, and asks for it once', async () => {
    const unknown = '<wp:comment_date_gmt>0000-00-00 00:00:00</wp:comment_date_gmt><wp:comment_date>2021-07-02 03:04:05</wp:comment_date>'
    const imported = (id: string) => comment(id).replace(/<wp:comment_date_gmt>.*?<\/wp:comment_date_gmt>/, unknown)
    const file = wxr(comment('2') + imported('3') + imported('4'))
    const read = async (options: { timeZone?: string }) => {
      const { comments, problems } = await collect(readWordPress(piecesOf(file), options))
      return { times: comments.map(({ input }) => input.postedAt), problems }
    }
    expect(await read({})).toEqual({
      times: ['2021-01-02T03:04:05Z', undefined, undefined],
      problems: ['6: This comment has no time in UTC. Name the time zone of its own time, or times like it are left unknown.'],
    })
    expect(await read({ timeZone: 'Europe/Berlin' })).toEqual({
      times: ['2021-01-02T03:04:05Z', '2021-07-02T01:04:05.000Z', '2021-07-02T01:04:05.000Z'],
      problems: [],
    })
  })

  it('that is cut off says where the comment began that is lost', async () => {
    const whole = wxr(comment('2') + comment('3'))
    const { comments, problems } = await collectFrom(readWordPress, whole.slice(0, whole.lastIndexOf('Hello')))
    expect(comments.map(({ input }) => input.externalId)).toEqual(['https://a.example/fog#comment-2'])
    expect(problems).toEqual(['6: The file ends within the wp:comment that begins here.'])
  })
})

it('both are known by their first bytes', () => {
  expect(detectFormat('x.xml', Buffer.from(`\`${disqus('')}`))).toBe('disqus')
  expect(detectFormat('x.xml', Buffer.from(wxr('')))).toBe('wordpress')
  expect(detectFormat('x.xml', Buffer.from(wxr(comment('2').replace('Hello', 'How to embed <disqus>'))))).toBe('wordpress')
  expect(detectFormat('x.xml', Buffer.from(disqus(post('7', '', '<![CDATA[Declare xmlns:wp="x"]]>'))))).toBe('disqus')
})
