/** What editors call the pieces that stand on lines of their own. */
const BLOCK = /paragraph|heading|list_?item|block|code|rule/i
const BREAK = /^hard_?break|linebreak$/i
const MAX_DEPTH = 50

interface Piece {
  type?: unknown
  text?: unknown
  content?: unknown
  children?: unknown
}

/** Whether a value is a text as rich editors keep it: `{"type": "doc", "content": […]}`. */
export function isRichText(value: unknown): boolean {
  return isPiece(value) && typeof value.type === 'string' && (Array.isArray(value.content) || Array.isArray(value.children))
}

/** Its text, paragraphs apart by blank lines. */
export function richTextToText(value: unknown, depth = 0): string {
  if (Array.isArray(value)) return value.map((piece) => richTextToText(piece, depth + 1)).join('')
  if (!isPiece(value) || depth > MAX_DEPTH) return ''
  const type = typeof value.type === 'string' ? value.type : ''
  if (typeof value.text === 'string') return value.text
  if (BREAK.test(type)) return '\n'
  const inner = richTextToText(value.content ?? value.children ?? [], depth + 1)
  const text = BLOCK.test(type) && inner !== '' ? `${inner}\n\n` : inner
  return depth === 0 ? text.replace(/\n{3,}/g, '\n\n').trim() : text
}

function isPiece(value: unknown): value is Piece {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
