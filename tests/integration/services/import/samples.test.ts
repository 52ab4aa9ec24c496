import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ImportReport } from '@/lib/contracts/import'
import { importText } from '@/tests/factories/import'
import { makeSite } from '@/tests/factories/site'
import { readComments } from '@/tests/factories/stored'

/** Real exports that lie beside a checkout of ours, and in nobody else's. */
const SAMPLES = path.resolve('../shared/samples')
const isHere = existsSync(SAMPLES)
if (!isHere) console.info('The sample exports are not beside this checkout: their counts are not checked.')

interface Counts {
  /** Pages with comments that come in. */
  articles: number
  comments: number
  replies: number
  skipped: Partial<ImportReport['skipped']>
  /** Rows that cannot come in: no thread, no text. */
  lost: number
}

/** The content of an element, by its markup alone. */
const inner = (text: string, name: string) =>
  new RegExp(`<${name}(?:\\s[^>]*)?>([^]*?)</${name}>`)
    .exec(text)?.[1]
    ?.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, '')
    .trim() ?? ''
const blocks = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>[^]*?</${name}>`, 'g'))].map(([block]) => block)
const tally = (names: string[]) =>
  Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((other) => other === name).length]))

function countDisqus(text: string): Counts {
  const outside = text.replace(/<post[\s>][^]*?<\/post>/g, '').replace(/<!--[^]*?-->/g, '')
  const threads = new Map(blocks(outside, 'thread').map((block) => [/dsq:id="(\d+)"/.exec(block)?.[1], /<link>[^<]/.test(block)]))
  const posts = blocks(text.replace(/<!--[^]*?-->/g, ''), 'post')
  const why = (post: string) => (inner(post, 'isDeleted') === 'true' ? 'deleted' : inner(post, 'isSpam') === 'true' ? 'spam' : '')
  const live = posts.filter((post) => why(post) === '')
  const threadOf = (post: string) => /<thread\s+dsq:id="?(\d+)"?/.exec(post)?.[1]
  const known = live.filter((post) => threads.has(threadOf(post)) && inner(post, 'message') !== '')
  return {
    articles: new Set(known.map(threadOf)).size,
    comments: known.length,
    replies: known.filter((post) => /<parent\s+dsq:id=/.test(post)).length,
    skipped: tally(posts.map(why).filter((reason) => reason !== '')),
    lost: live.length - known.length,
  }
}

function countWordPress(text: string): Counts {
  const items = blocks(text.replace(/<!--(?![^]*?\]\]>)[^]*?-->/g, ''), 'item').map((item) => blocks(item, 'wp:comment'))
  const why = (comment: string) => {
    const [type, approved] = [inner(comment, 'wp:comment_type'), inner(comment, 'wp:comment_approved')]
    if (type === 'pingback' || type === 'trackback') return type
    return approved === '1' ? '' : approved === 'spam' ? 'spam' : approved === 'trash' ? 'deleted' : 'unapproved'
  }
  const live = items.map((comments) => comments.filter((comment) => why(comment) === '')).filter((comments) => comments.length > 0)
  return {
    articles: live.length,
    comments: live.flat().length,
    replies: live.flat().filter((comment) => !['', '0'].includes(inner(comment, 'wp:comment_parent'))).length,
    skipped: tally(
      items
        .flat()
        .map(why)
        .filter((reason) => reason !== ''),
    ),
    lost: 0,
  }
}

function countCommento(text: string): Counts {
  const { comments } = JSON.parse(text) as {
    comments: { deleted: boolean; state: string; domain: string; url: string; parentHex: string }[]
  }
  const why = (comment: (typeof comments)[number]) =>
    comment.deleted ? 'deleted' : comment.state === 'flagged' ? 'spam' : comment.state === 'approved' ? '' : 'unapproved'
  const live = comments.filter((comment) => why(comment) === '')
  return {
    articles: new Set(live.map(({ domain, url }) => domain + url)).size,
    comments: live.length,
    replies: live.filter(({ parentHex }) => parentHex !== 'root').length,
    skipped: tally(comments.map(why).filter((reason) => reason !== '')),
    lost: 0,
  }
}

/** A page made with a theme: each comment is an element with its number, replies stand within. */
function countPage(text: string): Counts {
  const bodies = text.slice(text.indexOf('<body')).replace(/<script[^]*?<\/script>/g, '')
  const comments = new Set([...bodies.matchAll(/<(?:li|div)[^>]*\sid="comment-(\d+)"/g)].map(([, id]) => id))
  const replies = new Set<string>()
  const stack: string[] = []
  for (const [tag, close, id] of bodies.matchAll(/<(\/?)div\b(?:[^>]*?\sid="(comment-\d+)")?[^>]*>/g)) {
    if (close === '/') stack.pop()
    else {
      if (id !== undefined && stack.some((outer) => outer !== '')) replies.add(id)
      stack.push(id ?? '')
    }
    if (tag === '') break
  }
  return { articles: 1, comments: comments.size, replies: replies.size, skipped: {}, lost: 0 }
}

const COUNTERS = { disqus: countDisqus, wordpress: countWordPress, commento: countCommento, html: countPage }
const files = isHere
  ? (Object.keys(COUNTERS) as (keyof typeof COUNTERS)[]).flatMap((folder) =>
      readdirSync(path.join(SAMPLES, folder)).map((name) => ({ folder, name })),
    )
  : []

describe.runIf(isHere)('a real export', () => {
  it.each(files)('$folder/$name has the counts that its markup has, and changes nothing the second time', async ({ folder, name }) => {
    const content = readFileSync(path.join(SAMPLES, folder, name))
    const expected = COUNTERS[folder](content.toString('utf8'))
    const site = await makeSite()
    const run = async () => importText(await site.as('admin'), name, content)
    if (expected.comments === 0) return expect(run()).rejects.toMatchObject({ code: 'invalid_input' })
    const report = await run()
    const stored = Object.values(await readComments(site))
    const skipped = Object.fromEntries(Object.entries(report.skipped).filter(([, count]) => count > 0))
    expect({
      articles: new Set(report.articles.filter((article) => article.comments > 0).map(({ externalId }) => externalId)).size,
      comments: stored.length,
      replies: stored.filter((row) => row.parent !== null || row.awaited !== null).length,
      skipped,
      lost: report.counts.invalid,
    }).toEqual(expected)
    const again = await run()
    expect(again.counts).toEqual({ ...report.counts, created: 0, updated: 0, unchanged: report.counts.created })
  })

  it.each(files)('$folder/$name, cut off in the middle, says where', async ({ folder, name }) => {
    const content = readFileSync(path.join(SAMPLES, folder, name), 'utf8')
    const cut = content.slice(
      0,
      Math.floor(
        content.lastIndexOf(
          folder === 'wordpress' ? '</wp:comment>' : folder === 'disqus' ? '</post>' : folder === 'html' ? '</article>' : '"state"',
        ) - 5,
      ),
    )
    if (cut.length < 200) return
    const site = await makeSite()
    const told = await importText(await site.as('admin'), name, cut).then(
      ({ problems }) => problems.map(({ line }) => line),
      (error: { message: string }) => [Number(/Line (\d+)/.exec(error.message)?.[1] ?? 0)],
    )
    const lines = cut.split('\n').length
    expect(told.some((line) => line > 1 && line <= lines)).toBe(true)
  })
})
