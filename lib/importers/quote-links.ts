/** A shorter match may be chance: many comments begin with the same few words. */
const MIN_MATCH = 20
/** From this length on it cannot be, wherever the match ends. */
const SURE_MATCH = 40
/** How many places one quote's beginning is looked for, latest first; bounds the work on hostile files. */
const MAX_PLACES = 100

const TYPOGRAPHIC: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201a': "'",
  '\u201b': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u201e': '"',
  '\u201f': '"',
  '\u2026': '...',
  '\u2013': '-',
  '\u2014': '-',
}

const OPENING = new Set(['"', '(', '['])
const CLOSING = new Set(['"', "'", ')', ']', '\u00bb'])
const SENTENCE_ENDS = new Set(['.', '!', '?', '\u3002', '\u061f'])

interface Place {
  comment: number
  text: string
  offset: number
}

/**
 * For each comment in turn, the index of the earlier one that it quotes, or null.
 *
 * A comment quotes when it begins with `>`. Pages are often saved with the quote and the answer in one line, so the
 * longest beginning of the quote that occurs in an earlier comment is what counts. It must have 20 characters and begin at
 * the beginning of a word; with less than 40 it must also end where a quote can end: at the end of the quote, of a
 * sentence, or of the quoted comment. White space and typographic quotation marks do not matter. Of equal matches the nearest earlier one wins.
 * What a comment quotes is not its own text, so a second quote of the same words leads to who wrote them. Takes time
 * in proportion to the text.
 */
export function findQuotedComments(bodies: readonly string[]): (number | null)[] {
  const quotes = bodies.map(readQuote)
  const beginnings = new Set(quotes.filter((quote) => quote !== null).map((quote) => quote.slice(0, MIN_MATCH)))
  if (beginnings.size === 0) return bodies.map(() => null)
  const places = new Map<string, Place[]>()
  return bodies.map((body, comment) => {
    const quote = quotes[comment] ?? null
    const best = quote === null ? null : findLongest(quote, places.get(quote.slice(0, MIN_MATCH)) ?? [])
    // Without a match, nobody can tell where the quote ends: no line that is marked as quoted counts as the comment's own.
    const own = quote === null || best === null ? normalize(withoutQuotedLines(body)) : ownText(body, quote, best.length)
    notePlaces(own, comment, beginnings, places)
    return best?.comment ?? null
  })
}

/** What a comment quotes, normalised: its first lines that begin with `>`. Null when none or too short. */
function readQuote(body: string): string | null {
  const lines: string[] = []
  for (const line of body.trimStart().split('\n')) {
    const quoted = /^\s*>(.*)$/.exec(line)
    if (!quoted) break
    lines.push(quoted[1] ?? '')
  }
  const quote = normalize(lines.join(' ')).replace(/^"/, '')
  return quote.length < MIN_MATCH ? null : quote
}

function withoutQuotedLines(body: string): string {
  return body
    .split('\n')
    .filter((line) => !/^\s*>/.test(line))
    .join('\n')
}

function ownText(body: string, quote: string, matched: number): string {
  return `${quote.slice(matched)} ${normalize(withoutQuotedLines(body))}`.trim()
}

function normalize(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2018-\u201f\u2026\u2013\u2014]/g, (mark) => TYPOGRAPHIC[mark] ?? mark)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Remembers where the beginning of some quote stands at the beginning of a word. */
function notePlaces(text: string, comment: number, beginnings: ReadonlySet<string>, places: Map<string, Place[]>): void {
  for (let word = 0; word + MIN_MATCH <= text.length; word = nextWord(text, word)) {
    const offset = OPENING.has(text[word] ?? '') ? word + 1 : word
    const beginning = text.slice(offset, offset + MIN_MATCH)
    if (!beginnings.has(beginning)) continue
    const known = places.get(beginning)
    if (known) known.push({ comment, text, offset })
    else places.set(beginning, [{ comment, text, offset }])
  }
}

function nextWord(text: string, offset: number): number {
  const space = text.indexOf(' ', offset)
  return space === -1 ? text.length : space + 1
}

function findLongest(quote: string, places: readonly Place[]): { comment: number; length: number } | null {
  let best: { comment: number; length: number } | null = null
  for (const { comment, text, offset } of places.slice(-MAX_PLACES).reverse()) {
    const length = matchLength(quote, text, offset)
    if (length >= MIN_MATCH && length > (best?.length ?? 0)) best = { comment, length }
  }
  return best
}

/** How much of the quote stands at `offset`; 0 when that may be chance. */
function matchLength(quote: string, text: string, offset: number): number {
  let length = 0
  while (length < quote.length && quote[length] === text[offset + length]) length += 1
  const rest = quote.slice(length, length + 4)
  const isWhole = /^["')\]]*$/.test(rest) || /^ ?\.\.\./.test(rest) || offset + length === text.length
  if (isWhole || length >= SURE_MATCH) return length
  while (length >= MIN_MATCH && !isSentenceEnd(quote, length)) length -= 1
  return length
}

function isSentenceEnd(text: string, end: number): boolean {
  if (end < text.length && text[end] !== ' ') return false
  let last = end - 1
  while (last > 0 && CLOSING.has(text[last] ?? '')) last -= 1
  return SENTENCE_ENDS.has(text[last] ?? '')
}
