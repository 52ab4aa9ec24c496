import { describe, expect, it } from 'vitest'
import { readDisqus } from '@/lib/importers/disqus'
import type { Importer } from '@/lib/importers/import-record'
import { readWordPress } from '@/lib/importers/wordpress'
import { collectFrom } from './collect'

const COUNT = 20
const DAMAGES = 220
const text = (at: number) => `<![CDATA[Number ${at} &amp; <p>more</p> "quoted" end${at}]]>`
const rows = (row: (at: number) => string) => Array.from({ length: COUNT }, (_, at) => row(at))

interface Export {
  read: Importer
  before: string
  rows: string[]
  after: string
}

const EXPORTS: Record<string, Export> = {
  Disqus: {
    read: readDisqus,
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
    before: `<?xml version="1.0"?><rss xmlns:wp="x"><channel><item><title>Fog</title><link>https://a.example/fog</link>\n`,
    rows: rows(
      (at) => `<wp:comment><wp:comment_id>${at}</wp:comment_id><wp:comment_author><![CDATA[Ann]]></wp:comment_author>
<wp:comment_date_gmt>2021-01-02 03:04:05</wp:comment_date_gmt><wp:comment_content>${text(at)}</wp:comment_content>
<wp:comment_approved>1</wp:comment_approved><wp:comment_parent>0</wp:comment_parent></wp:comment>\n`,
    ),
    after: '</item></channel></rss>',
  },
}

let seed = 3
function pick(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

/** One damage: signs that XML minds, a piece that is gone, or one that is there twice. */
function damage(whole: string, at: number, kind: number): { damaged: string; end: number } {
  const signs = ['&', '"', '<', '>', '\0', ']', '</', '<!', '-->']
  const sign = signs[kind]
  if (sign !== undefined) return { damaged: whole.slice(0, at) + sign + whole.slice(at), end: at }
  const length = 1 + pick(40)
  if (kind === signs.length) return { damaged: whole.slice(0, at) + whole.slice(at + length), end: at + length }
  return { damaged: whole.slice(0, at + length) + whole.slice(at), end: at }
}

const endsOf = (bodies: readonly string[]) => new Set(bodies.map((body) => /end(\d+)/.exec(body)?.[1]))

describe.each(Object.entries(EXPORTS))('a damaged export of %s', (_name, { read, before, rows: written, after }) => {
  it('loses no row but those that are damaged, and tells what it cannot read', async () => {
    const whole = before + written.join('') + after
    for (let made = 0; made < DAMAGES; made += 1) {
      const at = before.length + pick(whole.length - before.length - after.length)
      const { damaged, end } = damage(whole, at, made % 11)
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
