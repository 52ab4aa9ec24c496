import { keepLines, type TextLine } from './text-line'

/** Between a name and the bio may stand a role and the like. */
const MAX_LINES_BEFORE_BIO = 3
const MIN_BIO = 40
const BYLINE = /^(?:[Ww]ritten |[Ww]ords |[Ss]tory |[Rr]eview )?[Bb][Yy]\s+(\p{L}.*)$/u

interface Byline {
  /** The line it stands on. */
  at: number
  name: string
}

/** `By Ann Example`, above the running text, without what follows the name (role, outlet, date). */
export function findByline(blocks: readonly TextLine[][], isRunningText: (text: string) => boolean): Byline | null {
  for (const { number, text } of blocks.flat()) {
    if (isRunningText(text)) return null
    const given = BYLINE.exec(text.trim())?.[1]
    const name = given === undefined ? null : cutName(given)
    if (name !== null && isNameLike(name)) return { at: number, name }
  }
  return null
}

function cutName(byline: string): string {
  const name = byline.split(/\s[|•·–—-]\s|\s+\(?(?:last )?(?:published|updated|posted)\b/i)[0] ?? ''
  // `Ann Example, The Gazette` names one person; `Ann Example, Bo Sample and Cy Third` three.
  const several = /\s(and|&|und|et|y)\s/.test(name)
  return (several ? name : (name.split(',')[0] ?? '')).trim()
}

function isNameLike(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 80 &&
    text.split(/\s+/).length <= 9 &&
    /^[^\p{Ll}\d]/u.test(text) &&
    !/[.!?:;"”…]$|\d|https?:|@/u.test(text)
  )
}

interface AuthorFinding {
  author: string | null
  bio: string | null
  /** What follows the bio at the end of the article and was left out. */
  left: TextLine[]
}

/**
 * Who wrote the article, taken out of the blocks together with the bio.
 *
 * A name that stands twice, one line after the other, with a paragraph soon after that mentions it, is the author and
 * that paragraph the bio. A byline gives the author too; then a name line once, or a last paragraph that begins with the
 * name and says what the person is or does, is enough for the bio. Nothing else is taken for an author: a page that
 * does not say it in one of these ways leaves the author unknown.
 */
export function findAuthor(blocks: TextLine[][], byline: Byline | null): AuthorFinding {
  const lines = blocks.flat()
  const repeated = findRepeated(lines)
  const pairAt = lines.findIndex((line, at) => isPairWithBio(lines, at))
  const name = byline?.name ?? (pairAt === -1 ? null : (lines[pairAt]?.text.trim() ?? null))
  if (name === null) {
    keepLines(blocks, (line) => !repeated.has(line))
    return { author: null, bio: null, left: [] }
  }
  const bioAt = pairAt === -1 ? findBioOf(name, lines) : findBioAfter(lines, pairAt)
  const bioBlock = blocks.find((block) => block.includes(lines[bioAt] as TextLine)) ?? []
  const bioLines = bioBlock.filter(({ number }) => number >= (lines[bioAt]?.number ?? Infinity))
  const blockStart = pairAt === -1 ? bioAt : pairAt
  const isAtEnd = bioAt !== -1 && lines.slice(0, blockStart).some(({ text }) => text.length >= MIN_BIO && !BYLINE.test(text))
  const after = isAtEnd ? lines.slice(bioAt).filter((line) => !bioLines.includes(line)) : []
  const between = pairAt === -1 ? [] : lines.slice(pairAt, bioAt)
  const taken = new Set([...bioLines, ...after, ...between])
  keepLines(blocks, (line) => !taken.has(line) && line.text.trim() !== name && line.number !== byline?.at && !repeated.has(line))
  return { author: name, bio: bioLines.length === 0 ? null : bioLines.map(({ text }) => text.trim()).join(' '), left: after }
}

function isPairWithBio(lines: readonly TextLine[], at: number): boolean {
  const name = lines[at]?.text.trim() ?? ''
  return isNameLike(name) && lines[at + 1]?.text.trim() === name && findBioAfter(lines, at) !== -1
}

/** Where the paragraph is that follows the pair of names at `at` and mentions the name; -1 when there is none. */
function findBioAfter(lines: readonly TextLine[], at: number): number {
  const name = lines[at]?.text.trim() ?? ''
  for (let next = at + 2; next < lines.length && next <= at + 2 + MAX_LINES_BEFORE_BIO; next += 1) {
    const text = lines[next]?.text ?? ''
    if (text.length >= MIN_BIO) return mentions(text, name) ? next : -1
  }
  return -1
}

/** Where the bio of somebody known from the byline is: after their name as a line, or beginning with it. */
function findBioOf(name: string, lines: readonly TextLine[]): number {
  const at = lines.findLastIndex(({ text }) => text.startsWith(name) && text.length >= MIN_BIO)
  if (at <= 0) return -1
  const follows = (lines[at]?.text ?? '').slice(name.length)
  const isAfterName = lines[at - 1]?.text.trim() === name
  return isAfterName || /^,? (is|was|has|writes|covers|reports|works|joined)\b/.test(follows) ? at : -1
}

function mentions(text: string, name: string): boolean {
  if (text.includes(name)) return true
  const words = new Set(text.match(/[\p{L}\p{M}-]+/gu))
  const parts = name.split(/\s+/)
  return [parts[0], parts.at(-1)].some((part) => part !== undefined && part.length >= 3 && words.has(part))
}

/** Short lines that stand twice in a row: an image's replacement text and its caption. */
function findRepeated(lines: readonly TextLine[]): ReadonlySet<TextLine> {
  return new Set(
    lines.filter(({ text }, at) => {
      if (text.length > 100 || /[.!?]$/.test(text)) return false
      return [lines[at - 1], lines[at + 1]].some((other) => other?.text.trim() === text.trim())
    }),
  )
}
