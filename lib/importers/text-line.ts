/** One line of a text file, counted from 1, without white space at its end. */
export interface TextLine {
  number: number
  text: string
}

const BULLET = /^(\s*)(?:([•‣◦▪●∙·○■□▸►➤❖])\s*|([*+–—»→-])\s+)(?=\S|$)/u
/** `12. Text` or `12) Text` */
const NUMBER = /^(\s*)(\d{1,6})[.)]\s+(?=\S)/

/** What a line of a list begins with. */
interface Bullet {
  /** Columns before it, and before the text after it. */
  indent: number
  textAt: number
  /** The bullet itself, or the number. */
  sign: string
}

/** The bullet that a line begins with. Null for any other line. */
export function readBullet(line: string): Bullet | null {
  const match = BULLET.exec(line) ?? (/^\s*[*+•-]$/.test(line) ? /^(\s*).*$/.exec(line) : null)
  return match === null ? null : { indent: (match[1] ?? '').length, textAt: match[0].length, sign: match[0].trim() }
}

/** The number that a line begins with. Null for any other line. */
export function readNumber(line: string): Bullet | null {
  const match = NUMBER.exec(line)
  return match === null ? null : { indent: (match[1] ?? '').length, textAt: match[0].length, sign: match[2] ?? '' }
}

export function isBlank(line: TextLine): boolean {
  return line.text.trim() === ''
}

/** Runs of lines with no blank line between them. */
export function groupBlocks(lines: readonly TextLine[]): TextLine[][] {
  const blocks: TextLine[][] = [[]]
  for (const line of lines) {
    if (isBlank(line)) blocks.push([])
    else blocks.at(-1)?.push(line)
  }
  return blocks.filter((block) => block.length > 0)
}

/** Drops lines in place, and blocks that have none left. */
export function keepLines(blocks: TextLine[][], isKept: (line: TextLine) => boolean): void {
  const kept = blocks.map((block) => block.filter(isKept)).filter((block) => block.length > 0)
  blocks.splice(0, blocks.length, ...kept)
}
