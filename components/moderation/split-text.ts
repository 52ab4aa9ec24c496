/** A stretch of the text that is marked, in UTF-16 units, end exclusive, with its weight 0–1. */
export interface TextSpan {
  start: number
  end: number
  weight: number
}

/** A piece of text as it is drawn: plain or marked, or a control character that would otherwise be invisible. */
export type TextPiece = { kind: 'text'; text: string; weight: number } | { kind: 'control'; name: string; code: string; weight: number }

/** Characters that hide or reorder what is read, with the short name the moderator sees. */
const CONTROL_NAMES: Record<number, string> = {
  0x00ad: 'soft hyphen',
  0x061c: 'ALM',
  0x115f: 'blank',
  0x1160: 'blank',
  0x180e: 'MVS',
  0x200b: 'zero width',
  0x200c: 'ZWNJ',
  0x200d: 'ZWJ',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x2028: 'line sep',
  0x2029: 'para sep',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'joiner',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0x3164: 'blank',
  0xfeff: 'BOM',
  0xffa0: 'blank',
}

// C0 and C1 controls but tab and newline, the characters named above, invisible operators, tag characters.
const CONTROL =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/**
 * A joiner between two pictographs makes one emoji (a family, a flag), between letters of many scripts it is spelling. Each is asked of
 * one character from its beginning: some browsers miss a character of two units before the end of a text (`[…]$`).
 */
const JOINED_BEFORE = /^[\p{Extended_Pictographic}\ufe0f\p{Emoji_Modifier}]/u
const JOINED_AFTER = /^\p{Extended_Pictographic}/u
const SCRIPT_BEFORE =
  /^[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{M}]/u

/**
 * Cuts a text into pieces to draw. Spans may overlap, be out of order or reach beyond the text (the heavier weight
 * counts); carriage returns before a newline are dropped, every other hidden character becomes a visible piece.
 */
export function splitText(text: string, spans: readonly TextSpan[] = []): TextPiece[] {
  const pieces: TextPiece[] = []
  for (const stretch of cutAtSpans(text, spans)) {
    let from = stretch.start
    CONTROL.lastIndex = from
    for (let hit = CONTROL.exec(text); hit !== null && hit.index < stretch.end; hit = CONTROL.exec(text)) {
      const end = hit.index + hit[0].length
      if (isSpelling(text, hit.index, end)) continue
      pushText(pieces, text.slice(from, hit.index), stretch.weight)
      from = end
      if (hit[0] === '\r' && text[end] === '\n') continue
      pieces.push(nameControl(hit[0].codePointAt(0) ?? 0, stretch.weight))
    }
    pushText(pieces, text.slice(from, Math.max(from, stretch.end)), stretch.weight)
  }
  return pieces
}

/** A text for a place that holds nothing but text: hidden characters are named in brackets. */
export function nameControls(text: string): string {
  return splitText(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.name}]`))
    .join('')
}

function pushText(pieces: TextPiece[], text: string, weight: number): void {
  if (text === '') return
  const last = pieces.at(-1)
  // Where a carriage return was dropped, plain text goes on.
  if (weight === 0 && last?.kind === 'text' && last.weight === 0) last.text += text
  else pieces.push({ kind: 'text', text, weight })
}

function nameControl(code: number, weight: number): TextPiece {
  const hex = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return { kind: 'control', name: CONTROL_NAMES[code] ?? hex, code: hex, weight }
}

/** Whether a joiner at this place belongs to an emoji or to the spelling of a script that needs it. */
function isSpelling(text: string, start: number, end: number): boolean {
  const character = text.slice(start, end)
  if (character !== '\u200d' && character !== '\u200c') return false
  const before = [...text.slice(Math.max(0, start - 2), start)].at(-1) ?? ''
  if (SCRIPT_BEFORE.test(before)) return true
  return character === '\u200d' && JOINED_BEFORE.test(before) && JOINED_AFTER.test(text.slice(end, end + 2))
}

/** The text in stretches of one weight each, in order, without gaps; cuts never fall inside a surrogate pair. */
function cutAtSpans(text: string, spans: readonly TextSpan[]): TextSpan[] {
  const valid = spans
    .map(({ start, end, weight }) => ({ start: alignCut(text, start), end: alignCut(text, end), weight }))
    .filter(({ start, end, weight }) => start < end && weight > 0)
  const cuts = [...new Set([0, text.length, ...valid.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const weight = valid.reduce((highest, span) => (span.start <= start && span.end >= end ? Math.max(highest, span.weight) : highest), 0)
    return { start, end, weight }
  })
}

function alignCut(text: string, at: number): number {
  const cut = Math.min(Math.max(0, at), text.length)
  const isInsidePair = /[\ud800-\udbff]/.test(text[cut - 1] ?? '') && /[\udc00-\udfff]/.test(text[cut] ?? '')
  return isInsidePair ? cut - 1 : cut
}
