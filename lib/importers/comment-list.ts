import { isFurniture } from './page-furniture'
import { isBlank, readBullet, readNumber, type TextLine } from './text-line'

const NOUN = String.raw`(?:comments?|replies|responses|thoughts|(?:leser)?kommentare?|leserbriefe|commentaires?|comentarios?|comentários?|commenti|reacties|تعليقات|تعليقا|تعليق|التعليقات)`
const NUMBER = String.raw`(\d{1,3}(?:[.,\u00a0\u202f]\d{3})+|\d+)`
/** `38 Comments`, `1,204 comments on this article` */
const NUMBER_FIRST = new RegExp(
  String.raw`^(?:(?:show|view|read|see)\s+(?:all\s+)?(?:the\s+)?)?\(?${NUMBER}\)?\s+(?:reader\s+)?${NOUN}(?:\s+(?:on|to|so far)\b.{0,120})?:?$`,
  'i',
)
/** `Comments`, `Comments (38)`, `Reader comments: 38` */
const NOUN_FIRST = new RegExp(
  String.raw`^(?:(?:reader|all|top|newest|latest|(?:most\s+)?recent)\s+)?${NOUN}\s*[:(\[]?\s*${NUMBER}?\s*[)\]]?:?$`,
  'i',
)

const BEFORE_HEADING = /^(?:#{1,6} +|={1,10} *|-{2,10} *|\*{1,3})/
const BEHIND_HEADING = / *(?:#{1,6}|={1,10}|-{2,10}|\*{1,3})$/
/** In the midst of a text they mean something else, such as who says it: they are bullets in a list that begins with one. */
const DOUBTFUL = /^[—»→]$/

const NO_COMMENTS = /^(no comments( yet)?|be the first to comment)[.!]?$/i

/** Every heading that could be the one is tried; only a hostile file has more. */
const MAX_HEADINGS = 20

export interface ListedComment {
  line: number
  text: string
}

export interface CommentList {
  /** The heading's place among the lines given; null when no list of comments was found. */
  headingAt: number | null
  /** Whether the page says anything about comments; text that does not is no saved article page. */
  isAnnounced: boolean
  comments: ListedComment[]
  problems: { line: number; message: string }[]
}

/**
 * The heading of the comments. Not "is this line like one": a page often tells the number at its top as well, with the
 * article after it, so it must be followed by a bullet. Of several, the one whose number is right, else the last.
 */
export function findCommentList(lines: readonly TextLine[]): CommentList {
  const headings = lines.flatMap(({ text }, at) => (isCommentHeading(text) ? [at] : [])).slice(-MAX_HEADINGS)
  let found: CommentList | null = null
  for (const headingAt of headings) {
    const firstAt = lines.findIndex((line, at) => at > headingAt && !isBlank(line) && !isFurniture(line.text))
    const first = lines[firstAt]?.text ?? ''
    if (firstAt === -1 || (readBullet(first) ?? readNumber(first)) === null) continue
    const announced = readAnnounced(lines[headingAt]?.text ?? '')
    const list = readComments(lines.slice(firstAt), announced)
    found = { headingAt, isAnnounced: true, ...list }
    if (announced === list.comments.length) return found
    if (announced !== null) list.problems.unshift(toldNumber(lines[headingAt], announced, list.comments.length))
  }
  return found ?? withoutList(lines, headings)
}

/** Whether a line is a heading such as `38 Comments`, also as Markdown writes one. Such a line stands at the margin. */
export function isCommentHeading(text: string): boolean {
  return readHeading(text) !== null
}

function readHeading(text: string): RegExpExecArray | null {
  if (text.length > 200) return null
  const bare = text.replace(BEFORE_HEADING, '').replace(BEHIND_HEADING, '')
  return NUMBER_FIRST.exec(bare) ?? NOUN_FIRST.exec(bare)
}

function readAnnounced(heading: string): number | null {
  const digits = readHeading(heading)?.[1]
  return digits === undefined ? null : Number(digits.replace(/\D/g, ''))
}

function toldNumber(heading: TextLine | undefined, announced: number, found: number): { line: number; message: string } {
  return { line: heading?.number ?? 1, message: `The page announces ${announced} comments, but ${found} were found.` }
}

function withoutList(lines: readonly TextLine[], headings: readonly number[]): CommentList {
  const heading = lines[headings.at(-1) ?? -1]
  const announced = heading ? readAnnounced(heading.text) : null
  const isEmpty = announced === 0 || lines.some(({ text }) => NO_COMMENTS.test(text.trim()))
  const problems = heading && announced ? [toldNumber(heading, announced, 0)] : []
  return { headingAt: null, isAnnounced: isEmpty || announced !== null, comments: [], problems }
}

/**
 * The comments of a bulleted or numbered list. A comment begins with a bullet, or the number that is due, at the indent of the first one and goes on over blank
 * lines and every line that is indented further, bullets of its own included. In a list at the margin it also goes on
 * with unindented lines that follow it directly. Page furniture at the margin is passed over. Any other line at the
 * margin ends the list, or is left out and told if the page announced more comments than were found so far.
 */
function readComments(lines: readonly TextLine[], announced: number | null): Pick<CommentList, 'comments' | 'problems'> {
  const readSign = chooseBullets(lines[0]?.text ?? '')
  const indent = readSign(lines[0]?.text ?? '')?.indent ?? 0
  const read: { line: number; textAt: number; lines: string[] }[] = []
  const problems: CommentList['problems'] = []
  let isInComment = false
  for (const [at, line] of lines.entries()) {
    const bullet = readSign(line.text, read.length)
    const ownIndent = line.text.length - line.text.trimStart().length
    const current = read.at(-1)
    if (bullet !== null && bullet.indent <= indent) {
      read.push({ line: line.number, textAt: bullet.textAt, lines: [line.text.slice(bullet.textAt)] })
      isInComment = true
    } else if (isBlank(line)) {
      if (isInComment) current?.lines.push('')
    } else if (isInComment && current && (ownIndent > indent || isLazy(lines[at - 1], line, indent))) {
      current.lines.push(line.text.slice(Math.min(ownIndent, current.textAt)))
    } else if (!isFurniture(line.text)) {
      const isComplete = announced === null || read.length >= announced
      problems.push({ line: line.number, message: leftOut(isComplete) })
      if (isComplete) break
      isInComment = false
    }
  }
  const comments = read.map(({ line, lines: parts }) => ({ line, text: parts.join('\n').trim() }))
  for (const { line, text } of comments) if (text === '') problems.push({ line, message: 'This comment is empty and was left out.' })
  return { comments: comments.filter(({ text }) => text !== ''), problems }
}

/** How a list that begins with this line sets its comments apart: by bullets or by numbers that go on. @returns what reads one that is due after so many comments */
function chooseBullets(first: string): (line: string, count?: number) => ReturnType<typeof readBullet> {
  const bullet = readBullet(first)
  const from = Number(readNumber(first)?.sign)
  return (line, count = 0) => {
    const found = bullet === null ? readNumber(line) : readBullet(line)
    const isDue = bullet === null ? Number(found?.sign) === from + count : found?.sign === bullet.sign || !DOUBTFUL.test(found?.sign ?? '')
    return isDue ? found : null
  }
}

function isLazy(before: TextLine | undefined, line: TextLine, indent: number): boolean {
  return indent === 0 && before !== undefined && !isBlank(before) && !isFurniture(line.text)
}

function leftOut(isEnd: boolean): string {
  return isEnd ? 'The list of comments ends here; the rest of the file was left out.' : 'This line belongs to no comment and was left out.'
}
