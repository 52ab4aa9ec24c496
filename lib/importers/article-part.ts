import { type ArticleInput } from '../contracts/ingest'
import { findAuthor, findByline } from './article-author'
import { isCommentHeading } from './comment-list'
import { isFurniture, isLinkListHeading } from './page-furniture'
import { groupBlocks, keepLines, readBullet, type TextLine } from './text-line'

/** A line this long, or this long with a full stop, is running text. */
const LONG_LINE = 160
const LONG_SENTENCE = 60
/** `Caption (Image credit: X)`, at the end of any line. */
const CREDIT_IN_BRACKETS =
  /^(.*?)[([]\s*(?:(?:image|photo|picture|photograph|illustration)s?:|(?:\w+ )?credits?:|(?:\w+ )?(?:by|courtesy of)\s)\s*(.{2,120}?)\s*[)\]]$/i
/** `Photograph: X`, `Photo by X`, `Caption. Credit: X`, in a line that is no running text. */
const CREDIT_PLAIN =
  /^(|.*[.!?]\s*)(?:(?:image|photo|picture|photograph|illustration)s?(?: credits?)?:|credits?:|(?:image|photo|photograph|illustration)s? (?:by|courtesy of)\s)\s*(\S.{1,119})$/i
const ADDRESS_LABEL = /^(?:(?:url|link|canonical|permalink|source|original|saved from|address)\s*[:=]\s*)?<?(https?:\/\/\S+?)>?$/i

interface ArticlePart {
  /** Null when there is no line that could be a title. */
  input: ArticleInput | null
  titleLine: number
  problems: { line: number; message: string }[]
}

/**
 * The article in the part of a saved page above its comments. In this order:
 *
 * 1. Furniture is left out (page-furniture.ts), and lists of links with their heading.
 * 2. Address: a line that is nothing but an address, or labels one (`URL: …`), above the running text.
 * 3. Title: the first line above the running text with 25 characters or 5 words; when there is none, the first line.
 *    What stands above it (the name of the site, a section) is left out, and so is the title said again.
 * 4. Image credit: the caption line `… (Image credit: X)`; the line above it is the image's replacement text. Further
 *    captions, and a short line said twice, are images too.
 * 5. Author and bio: see article-author.ts.
 * 6. Standfirst: a single paragraph between title and byline.
 * 7. Body: every paragraph that is left. What follows the bio is no part of it.
 */
export function readArticlePart(lines: readonly TextLine[]): ArticlePart {
  const url = findAddress(lines)
  const blocks = withoutFurniture(groupBlocks(lines))
  const title = takeTitle(blocks)
  if (title === null) return { input: null, titleLine: lines[0]?.number ?? 1, problems: [] }
  const imageCredit = takeCaptions(blocks)
  const byline = findByline(blocks, isRunningText)
  const standfirst = takeStandfirst(blocks, byline?.at ?? null)
  const { author, bio, left } = findAuthor(blocks, byline)
  const dropped = left.find((line) => isRunningText(line.text))
  const body = blocks.flatMap(toParagraphs).join('\n\n')
  return {
    titleLine: title.number,
    input: {
      title: title.text.trim(),
      body,
      ...(url === null ? {} : { url }),
      ...(standfirst === null ? {} : { standfirst }),
      ...(author === null ? {} : { author }),
      ...(bio === null ? {} : { authorBio: bio }),
      ...(imageCredit === null ? {} : { imageCredit }),
    },
    problems: dropped ? [{ line: dropped.number, message: "What follows the author's bio was left out." }] : [],
  }
}

function isRunningText(text: string): boolean {
  return text.length >= LONG_LINE || (text.length >= LONG_SENTENCE && /[.!?。؟]["'”’»)]*$/.test(text))
}

function findAddress(lines: readonly TextLine[]): string | null {
  for (const { text } of lines) {
    const address = ADDRESS_LABEL.exec(text.trim())?.[1]
    if (address !== undefined && URL.canParse(address)) return address
    if (isRunningText(text)) return null
  }
  return null
}

function withoutFurniture(blocks: TextLine[][]): TextLine[][] {
  let isLinkList = false
  return blocks
    .filter((block) => {
      const isHeading = isLinkListHeading(block[0]?.text ?? '')
      // The links may stand in a block of their own, as bullets.
      isLinkList = isHeading || (isLinkList && block.every(({ text }) => readBullet(text) !== null))
      return !isLinkList || block.some(({ text }) => isRunningText(text))
    })
    .map((block) => block.filter(({ text }) => !isFurniture(text) && !isLinkListHeading(text) && !isCommentHeading(text.trim())))
    .map((block) => block.filter(({ text }) => !ADDRESS_LABEL.test(text.trim())))
    .filter((block) => block.length > 0)
}

/** Takes the title out of the blocks, with everything above it. */
function takeTitle(blocks: TextLine[][]): TextLine | null {
  const lines = blocks.flat()
  // A headline may be a long question, but has no full stop.
  const runningAt = lines.findIndex(({ text }) => isRunningText(text) && !(text.length < LONG_LINE && /[!?؟]["'”’»)]*$/.test(text)))
  const head = lines.slice(0, runningAt === -1 ? lines.length : Math.max(1, runningAt))
  let title = head.find(({ text }) => isSubstantial(text.trim())) ?? head[0]
  if (title === undefined || title.text.trim().length > 1000) return null
  // `Headline | The Gazette` is the window's title; the headline itself follows.
  const tabTitle = title.text.trim()
  title = head.find((line) => line.number > (title?.number ?? 0) && isTabTitleOf(tabTitle, line.text.trim())) ?? title
  const { number, text } = title
  keepLines(blocks, (line) => line.number > number && line.text.trim() !== text.trim())
  return title
}

function isSubstantial(text: string): boolean {
  if (/^(by|von|par)\s/i.test(text) || / [>›»/] .* [>›»/] /.test(text)) return false
  return (
    text.length >= 25 ||
    text.split(/\s+/).length >= 5 ||
    (text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu) ?? []).length >= 8
  )
}

function isTabTitleOf(tabTitle: string, headline: string): boolean {
  return headline !== '' && tabTitle.startsWith(headline) && /^\s+[|–—·:-]\s+.{2,60}$/.test(tabTitle.slice(headline.length))
}

/** Takes captions with their replacement texts out of the blocks; the first credit is the article's. */
function takeCaptions(blocks: TextLine[][]): string | null {
  const lines = blocks.flat()
  const images = new Set<number>()
  let first: string | null = null
  for (const [at, { text }] of lines.entries()) {
    const before = lines[at - 1]
    const [, caption, credit] = readCredit(text.trim()) ?? []
    if (credit === undefined) continue
    first ??= credit
    images.add(at)
    const isSameBlock = before !== undefined && before.number === (lines[at]?.number ?? 0) - 1
    const isAlternative = before !== undefined && !isRunningText(before.text) && before.text.length <= 250
    if (isAlternative && (isSameBlock || (caption !== undefined && caption.trim() !== '' && caption.startsWith(before.text.trim())))) {
      images.add(at - 1)
    }
  }
  const numbers = new Set([...images].map((at) => lines[at]?.number))
  keepLines(blocks, (line) => !numbers.has(line.number))
  return first
}

function readCredit(text: string): RegExpExecArray | null {
  if (text.length > 400) return null
  return CREDIT_IN_BRACKETS.exec(text) ?? (isRunningText(text) ? null : CREDIT_PLAIN.exec(text))
}

function takeStandfirst(blocks: TextLine[][], bylineAt: number | null): string | null {
  const above = bylineAt === null ? [] : blocks.filter((block) => (block[0]?.number ?? 0) < bylineAt)
  const [standfirst] = above
  if (above.length !== 1 || standfirst?.length !== 1 || (standfirst[0]?.number ?? 0) === bylineAt) return null
  keepLines(blocks, (line) => line !== standfirst[0])
  return standfirst[0]?.text.trim() ?? null
}

/** Lines of one block: a wrapped paragraph, a list, or a paragraph each. */
function toParagraphs(block: TextLine[]): string[] {
  const texts = block.map(({ text }) => text.trim())
  if (texts.some((text) => readBullet(text) !== null)) return [texts.join('\n')]
  const isWrapped = texts.every((text, at) => text.length <= 110 && (at === texts.length - 1 || text.length >= 40))
  return isWrapped ? [texts.join(' ')] : texts
}
