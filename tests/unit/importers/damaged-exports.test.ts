import { describe, expect, it } from 'vitest'
import { readCommento } from '@/lib/importers/commento'
import { readDisqus } from '@/lib/importers/disqus'
import type { Importer } from '@/lib/importers/import-record'
import { readWordPress } from '@/lib/importers/wordpress'
import { collectFrom } from './collect'

const COUNT = 20
const DAMAGES = 220
const text = (at: number) => `<![CDATA[Number ${at} &amp; <p>more</p> "quoted" end${at}]]>`
const rows = (row: (at: number) => string) => Array.from({ length: COUNT }, (_, at) => row(at))

/** Signs that XML minds, and those that JSON minds. */
const XML_SIGNS = ['&', '"', '<', '>', '\0', ']', '</', '<!', '-->']
const JSON_SIGNS = ['"', '{', '}', '[', ']', '\\', '\0', ',', '\n']

interface Export {
  read: Importer
  signs: string[]
  before: string
  rows: string[]
  after: string
}

const EXPORTS: Record<string, Export> = {
  Disqus: {
    read: readDisqus,
    signs: XML_SIGNS,
    before: `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="t1"><link>https://a.example/fog</link><title>Fog</title></thread>\n`,
    rows: rows(
      (
        at,
      ) => `<post dsq:id="p${at}"><id/><message>${text(at)}</message><createdAt>2020-01-01T00:00:00Z</createdAt><isDeleted>false</isDeleted>
<isSpam>false</isSpam><author><name>Ann</name><username>ann</username></author><thread dsq:id="t1"/></post>\n`,
    ),
    after: '</disqus>',
  },
  WordPress: {
    read: readWordPress,
    signs: XML_SIGNS,
    before: `<?xml version="1.0"?><rss xmlns:wp="x"><channel><item><title>Fog</title><link>https://a.example/fog</link>\n`,
    rows: rows(
      (at) => `<wp:comment><wp:comment_id>${at}</wp:comment_id><wp:comment_author><![CDATA[Ann]]></wp:comment_author>
<wp:comment_date_gmt>2021-01-02 03:04:05</wp:comment_date_gmt><wp:comment_content>${text(at)}</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>\n`,
    ),
    after: '</item></channel></rss>',
  },
  // On one line, where nothing but brackets and quotation marks says where a comment ends.
  Commento: {
    read: readCommento,
    signs: JSON_SIGNS,
    before: '{"version":1,"comments":[',
    rows: rows((at) => {
      const body = `{"commentHex" said {Number ${at}} "quoted" \\ [more] end${at}`
      const comment = { commentHex: `c${at}`, domain: 'a.example', url: '/fog', commenterHex: 'u1', markdown: body, parentHex: 'root' }
      return `${at === 0 ? '' : ','}${JSON.stringify({ ...comment, state: 'approved', creationDate: '2021-03-12T12:00:00Z', deleted: false })}`
    }),
    after: '],"commenters":[{"commenterHex":"u1","name":"Ann","link":""}]}',
  },
}

let seed = 3
function pick(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

/** One damage: a sign too many, a piece that is gone, or one that is there twice. */
function damage(whole: string, at: number, signs: readonly string[], kind: number): { damaged: string; end: number } {
  const sign = signs[kind]
  if (sign !== undefined) return { damaged: whole.slice(0, at) + sign + whole.slice(at), end: at }
  const length = 1 + pick(40)
  if (kind === signs.length) return { damaged: whole.slice(0, at) + whole.slice(at + length), end: at + length }
  return { damaged: whole.slice(0, at + length) + whole.slice(at), end: at }
}

const endsOf = (bodies: readonly string[]) => new Set(bodies.map((body) => /end(\d+)/.exec(body)?.[1]))

describe.each(Object.entries(EXPORTS))('a damaged export of %s', (_name, { read, signs, before, rows: written, after }) => {
  it('loses no row but those that are damaged, and tells what it cannot read', async () => {
    const whole = before + written.join('') + after
    for (let made = 0; made < DAMAGES; made += 1) {
      const at = before.length + pick(whole.length - before.length - after.length)
      const { damaged, end } = damage(whole, at, signs, made % (signs.length + 2))
      const { comments, problems, skipped } = await collectFrom(read, damaged)
      const found = endsOf(comments.map(({ input }) => input.body))
      let from = before.length
      const untouched = written.flatMap((row, number) => {
        const start = from
        from += row.length
        return from < at || start > end ? [String(number)] : []
      })
      const place = damaged.slice(at - 80, at + 80)
      expect({ place, missing: untouched.filter((number) => !found.has(number)) }).toEqual({ place, missing: [] })
      if (comments.length < COUNT) expect([...problems, ...skipped]).not.toEqual([])
    }
  })
})

const XML_EXPORTS = Object.entries(EXPORTS).filter(([, { signs }]) => signs === XML_SIGNS)

describe.each(XML_EXPORTS)('a damaged export of %s', (_name, { read, before, rows: written, after }) => {
  it('counts a row that is not closed, and goes on with the next', async () => {
    const [first = '', second = '', third = ''] = written
    const unclosed = second.replace(/<\/(?:post|wp:comment)>/, '')
    const { comments, problems } = await collectFrom(read, before + first + unclosed + third + after)
    expect([...endsOf(comments.map(({ input }) => input.body))]).toEqual(['0', '2'])
    expect(problems[0]).toMatch(/^\d+: The (?:post|wp:comment) that begins here is not closed\.$/)
  })

  it('takes an & that stands for itself for what it is', async () => {
    const [first = '', second = ''] = written
    const named = first.replace(/(?:<!\[CDATA\[)?Ann(?:\]\]>)?/, 'A &amp; B & C')
    const { comments, problems } = await collectFrom(read, before + named + second + after)
    expect(comments.map(({ input }) => input.author?.name)).toEqual(['A & B & C', 'Ann'])
    expect(problems).toEqual([expect.stringMatching(/^\d+: This is not well-formed XML: an & stands for itself\.$/)])
  })
})

describe('a damaged export of Commento', () => {
  const { before, rows: written, after } = EXPORTS['Commento'] ?? { before: '', rows: [], after: '' }
  const [first = '', second = '', third = ''] = written

  it('loses a comment that is not closed, says where, and keeps the names at the end', async () => {
    const { comments, problems } = await collectFrom(readCommento, `${before}${first}\n${second.slice(0, -1)}\n${third}${after}`)
    expect(comments.map(({ line, input }) => [line, input.externalId, input.author?.name])).toEqual([
      [1, 'c0', 'Ann'],
      [3, 'c2', 'Ann'],
    ])
    expect(problems).toEqual(['2: What begins here is not closed; it was skipped.'])
  })

  it('loses nothing to a bracket too many', async () => {
    const { comments, problems } = await collectFrom(readCommento, `${before}${first}}]\n${second}${third}${after}`)
    expect(comments.map(({ input }) => [input.externalId, input.author?.name])).toEqual(['c0', 'c1', 'c2'].map((id) => [id, 'Ann']))
    expect(problems).toEqual([
      '2: Something here is not part of the export; it was skipped.',
      '2: Brackets or quotation marks do not match before this; reading goes on here.',
    ])
  })

  it('says what stands behind its end', async () => {
    const { comments, problems } = await collectFrom(readCommento, `${before}${first}${after}\n\n<html>502 Bad "Gateway"</html> 7`)
    expect(comments.map(({ input }) => [input.externalId, input.author?.name])).toEqual([['c0', 'Ann']])
    expect(problems).toEqual(['3: Something here is not part of the export; it was skipped.'])
  })
})
