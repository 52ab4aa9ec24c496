import { load } from 'cheerio/slim'
import { isTooDeep } from './markup-depth'

/** What is looked at of a parsed node. */
interface Node {
  type: string
  data?: string
  name?: string
  attribs?: Record<string, string>
  children?: Node[]
}

const BLOCKS = new Set(['p', 'div', 'section', 'article', 'ul', 'ol', 'pre', 'table', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'figure', 'form'])
const LINES = new Set(['li', 'tr', 'dt', 'dd'])
const DROPPED = new Set(['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'head', 'title'])
/** How HTML begins or ends a line, or links. No tag is looked for behind the next one's beginning: of a text of those alone, each would be. */
const MARKUP = /<(?:p|div|blockquote|ul|ol)\b[^<>]*>|<\/(?:p|div|blockquote|strong|em)>|<br\s*\/?>|<a\s[^<>]*href=/i
/** Nobody nests more. */
const MOST_OPEN = 100
/** Elements that need no end tag stand between those. */
const MAX_DEPTH = 400

/** Whether a text is markup, where its source does not say. */
export function isMarkup(text: string): boolean {
  return MARKUP.test(text)
}

/**
 * A comment's markup as plain text: paragraphs apart by blank lines, quotes behind "> ", links with their address when
 * the text does not show it. Only text comes through; what it cannot say (pictures, frames, scripts) is left out. Of markup that is
 * nested beyond reason the tags are left out before it is parsed.
 */
export function markupToText(html: string): string {
  if (!/[<&]/.test(html)) return html.trim()
  const parsed = isTooDeep(html, MOST_OPEN) ? html.replace(/(?:<[^<>]*>)+/g, ' ').replaceAll('<', ' ') : html
  const root = load(parsed, { xml: { xmlMode: false, decodeEntities: true } }, false).root()[0] as unknown as Node
  return tidy(writeNodes(root.children ?? [], 0))
}

function writeNodes(nodes: readonly Node[], depth: number): string {
  return nodes.map((node) => writeNode(node, depth)).join('')
}

function writeNode(node: Node, depth: number): string {
  // Line ends within a text are white space to a browser, but old comment systems kept plain text with them.
  if (node.type === 'text') return node.data ?? ''
  const { name, children = [], attribs } = node
  if (name === undefined || DROPPED.has(name) || depth > MAX_DEPTH) return ''
  if (name === 'br') return '\n'
  if (name === 'hr') return '\n\n'
  const inner = writeNodes(children, depth + 1)
  if (name === 'blockquote') return `\n\n${quote(tidy(inner))}\n\n`
  if (name === 'a') return withAddress(inner, attribs?.['href'])
  if (BLOCKS.has(name)) return `\n\n${inner}\n\n`
  return LINES.has(name) ? `\n${inner}\n` : inner
}

function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}

function withAddress(text: string, address: string | undefined): string {
  const shown = text.trim().replace(/(?:\.{3}|…)$/, '')
  if (address === undefined || !/^https?:\/\//i.test(address) || (shown !== '' && address.includes(shown))) {
    return address !== undefined && /^https?:\/\//i.test(address) && /(?:\.{3}|…)\s*$/.test(text) ? address : text
  }
  return shown === '' ? address : `${text} (${address})`
}

function tidy(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // Looked at from its first sign only: a run of a million that no line's end follows is read once, not once for each of them.
      .replace(/(?<![ \t\u00a0])[ \t\u00a0]+\n/g, '\n')
      .replace(/\n[ \t]+/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}
