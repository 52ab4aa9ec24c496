import { load, type CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'
import { keepFields } from './article-fields'
import { readUtf8Bytes } from './byte-lines'
import { findDiscourseQuote } from './discourse'
import { createCommentNamer, idOfAddress, slugOf } from './external-ids'
import { readForeignComment } from './foreign-comment'
import { lose, tell, type ByteSource, type ImportOptions, type ImportRecord } from './import-record'
import { DAMAGED_TEXT, decodeAs, decodeUtf8, LineDecoder } from './line-decoder'
import { isTooDeep } from './markup-depth'
import { markupToText } from './markup-text'
import { readJsonLd, type PageArticle, type PageComment } from './page-json-ld'
import { readMarkup } from './page-markup'
import { TimeReader } from './time-reader'

const MAX_DEPTH = 1000
const MAX_BYTES = 20 * 1024 * 1024
const UNTITLED = 'Untitled page'

/**
 * A web page with its comments, saved as HTML. Comments are taken from schema.org's JSON-LD, else from its microdata,
 * else from the markup that comment systems use; the first of the three that has any counts, unless the page shows more comments than
 * its data list. What is collapsed or loaded
 * later by the page is not in the file, and so not here.
 *
 * The article is known by the address the page gives as its own (`canonical`), else by its title. A page is read whole:
 * at most 20 MB.
 */
export async function* readSavedPage(source: ByteSource, options: ImportOptions): AsyncGenerator<ImportRecord> {
  const whole = await readWhole(source)
  if (whole === null) {
    yield lose(1, 'A page may have 20 MB at most.')
    return
  }
  const { text: html, damagedLine } = whole
  if (damagedLine !== null) yield tell(damagedLine, DAMAGED_TEXT)
  if (isTooDeep(html, MAX_DEPTH)) yield lose(1, 'This page is nested too deep to be read.')
  else yield* readPage(html, options)
}

function* readPage(html: string, options: ImportOptions): Generator<ImportRecord> {
  const page = load(html, { sourceCodeLocationInfo: true })
  const { scripts, problems } = listScripts(page)
  yield* problems
  const data = readJsonLd(scripts)
  const comments = chooseComments(page, data.comments)
  if (comments.length === 0) {
    yield lose(1, 'No comments were found in this page. Save it after they have loaded, or send its text.')
    return
  }
  const article = describeArticle(page, data.article ?? {})
  const externalId = options.articleExternalId ?? (article.url === '' ? slugOf(article.title) : idOfAddress(article.url))
  const times = new TimeReader(options.timeZone)
  yield* tellArticle(article, externalId, times)
  yield* tellComments(comments, externalId, times, /\/t\/(?:[^/]+\/)?(\d+)/.exec(article.url)?.[1] ?? null)
  if (!/<\/(?:html|body)\s*>/i.test(html.slice(-20_000))) {
    yield {
      kind: 'problem',
      line: html.split('\n').length,
      message: 'The page ends here without being closed; more may be missing.',
      isLost: false,
    }
  }
}

/** Some pages list only the first of their comments as data for search engines. */
function chooseComments(page: CheerioAPI, linked: PageComment[]): PageComment[] {
  const marked = readMarkup(page, lineOf, linked.length > 0)
  return marked.length > linked.length ? marked : linked
}

interface PageText {
  text: string
  /** The first line of which bytes could not be read. */
  damagedLine: number | null
}

async function readWhole(source: ByteSource): Promise<PageText | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of readUtf8Bytes(source)) {
    size += part.length
    if (size > MAX_BYTES) return null
    parts.push(part)
  }
  const bytes = Buffer.concat(parts)
  const head = bytes.subarray(0, 4096).toString('latin1')
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]
  return decode(bytes, named)
}

/** UTF-8 unless it is not, then what the page names, then what old pages were written in, or UTF-8 that is damaged. */
function decode(bytes: Buffer, named = 'utf-8'): PageText {
  const text = decodeUtf8(bytes) ?? (/^utf-?8$/i.test(named) ? null : decodeAs(named, bytes))
  if (text !== null) return { text: text.replace(/^\ufeff/, ''), damagedLine: null }
  const { text: read, isDamaged } = new LineDecoder().decode(bytes)
  return { text: read, damagedLine: isDamaged ? read.slice(0, read.indexOf('\ufffd')).split('\n').length : null }
}

function listScripts(page: CheerioAPI): { scripts: { line: number; value: unknown }[]; problems: ImportRecord[] } {
  const scripts: { line: number; value: unknown }[] = []
  const problems: ImportRecord[] = []
  for (const element of page<Element, string>('script[type^="application/ld+json" i]')) {
    const line = lineOf(element)
    try {
      scripts.push({ line, value: parseData(page(element).text()) })
    } catch {
      problems.push(tell(line, 'The JSON-LD that begins here cannot be read and was skipped.'))
    }
  }
  return { scripts, problems }
}

const NO_TIME = 'No time can be read here. Such comments have none.'

/** What old browsers needed around a script that they should not read. Of a run of blanks only the first may begin it. */
const MARKS = [/^(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, /(?:\/\/|\/\*|(?<!\s))\s*(?:\]\]>|-->)(?:\s*\*\/)?$/, /;$/]

/** Some templates put line breaks into the texts, where JSON has none, and marks around the whole. */
function parseData(text: string): unknown {
  const bare = MARKS.reduce((rest, mark) => rest.replace(mark, '').trim(), text.trim())
  return JSON.parse(bare.replace(/[\u0000-\u001f]/g, ' ')) as unknown
}

/** What the data says, else what the page shows. */
function describeArticle(page: CheerioAPI, data: Partial<PageArticle>): PageArticle {
  const meta = (...names: string[]) =>
    names
      .map((name) => page(`meta[property="${name}"],meta[name="${name}"]`).first().attr('content')?.trim() ?? '')
      .find((text) => text !== '') ?? ''
  const shown = (selector: string) => page(selector).first().text().replace(/\s+/g, ' ').trim()
  const url = page('link[rel="canonical"]').attr('href') ?? ''
  return {
    url: [url, data.url ?? '', meta('og:url')].find(isAddress) ?? '',
    title: data.title || shown('[itemprop="headline"]') || meta('og:title') || shown('h1') || shown('title') || UNTITLED,
    author: data.author || shown('[itemprop="author"] [itemprop="name"]') || meta('author') || shown('a[rel="author"]'),
    standfirst: data.standfirst || meta('og:description', 'description'),
    body: data.body || readBody(page),
    section: data.section || meta('article:section'),
    language: data.language || (page('html').attr('lang') ?? ''),
    publishedAt: data.publishedAt || meta('article:published_time'),
  }
}

/** The paragraphs of the article, without its comments. */
function readBody(page: CheerioAPI): string {
  const place = page('[itemprop="articleBody"],article .entry-content,article').not('[id*="comment"],[class*="comment"]').first().clone()
  place.find('[id*="comment"],[class*="comment"],script,style,form,nav,aside,figure,footer').remove()
  return markupToText(
    place
      .find('p,h2,h3,li,blockquote')
      .toArray()
      .map((element) => `<p>${page(element).html() ?? ''}</p>`)
      .join(''),
  )
}

function* tellArticle(article: PageArticle, externalId: string, times: TimeReader): Generator<ImportRecord> {
  const { title, ...fields } = article
  const publishedAt = article.publishedAt === '' ? '' : ((yield* times.read(1, article.publishedAt)) ?? '')
  const input = keepFields(title, { ...fields, publishedAt }) ?? { title: UNTITLED }
  yield { kind: 'article', line: 1, externalId, input, isOnlyIfMissing: true }
}

/** @param topic the number that Discourse has for the page, if its address names one */
function* tellComments(
  comments: readonly PageComment[],
  articleExternalId: string,
  times: TimeReader,
  topic: string | null,
): Generator<ImportRecord> {
  const ids = nameComments(comments, articleExternalId)
  const known = new Set(ids.values())
  let hasToldNoTime = false
  for (const comment of comments) {
    const { line, skip, authorName, markup, postedAt } = comment
    if (skip !== null) {
      yield { kind: 'skipped', line, why: skip }
      continue
    }
    const externalId = ids.get(comment) ?? ''
    const named = (comment.parent && ids.get(comment.parent)) ?? comment.parentId
    const quoted = named === '' ? findQuoted(markup, topic) : null
    const isQuoteLink = quoted !== null && quoted !== externalId && known.has(quoted)
    const parentExternalId = isQuoteLink ? quoted : named
    const instant = postedAt === '' ? null : ((yield* times.read(line, postedAt)) ?? null)
    // What a page shows of times is the same in every comment as a rule: told once.
    if (postedAt === '' && !hasToldNoTime) yield tell(line, NO_TIME)
    hasToldNoTime ||= postedAt === ''
    const told = { line, externalId, articleExternalId, parentExternalId, authorId: '', authorName, markup, postedAt: instant }
    for (const record of readForeignComment(told)) yield record.kind === 'comment' ? { ...record, isPageId: true, isQuoteLink } : record
  }
}

/** The id of the post that one of Discourse quotes on its own page. */
function findQuoted(markup: string, topic: string | null): string | null {
  const quote = findDiscourseQuote(markup)
  return quote === null || (topic !== null && quote.topic !== null && quote.topic !== topic) ? null : `post_${quote.post}`
}

/** Each comment's own id, else one made of what it says. One that is left out is known only by its own. */
function nameComments(comments: readonly PageComment[], articleExternalId: string): Map<PageComment, string> {
  const nameComment = createCommentNamer(articleExternalId)
  const ids = new Map<PageComment, string>()
  for (const comment of comments) {
    if (comment.id !== '') ids.set(comment, comment.id)
    else if (comment.skip === null) ids.set(comment, nameComment(`${comment.authorName}\n${comment.markup}`))
  }
  return ids
}

function lineOf(element: Element): number {
  return element.sourceCodeLocation?.startLine ?? 1
}

function isAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}
