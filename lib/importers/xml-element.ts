/** A small element, whole. */
export interface XmlElement {
  name: string
  line: number
  attributes: Readonly<Record<string, string>>
  text: string
  children: XmlElement[]
  /** How much of the text around it stands before it. */
  at: number
}

/** What an element's child holds, as markup: its text, which is markup itself as a rule, or the elements that an export put there bare. */
export function childMarkup(element: XmlElement, name: string): string {
  const child = childOf(element, name)
  if (child === undefined || child.children.length === 0) return child?.text.trim() ?? ''
  return writeMarkup(child).trim()
}

function writeMarkup({ text, children }: XmlElement): string {
  let [markup, from] = ['', 0]
  for (const child of children) {
    const href = child.attributes['href']
    const attribute = href === undefined ? '' : ` href="${escapeText(href).replaceAll('"', '&quot;')}"`
    const end = VOID.has(child.name) ? '' : `</${child.name}>`
    markup += `${escapeText(text.slice(from, child.at))}<${child.name}${attribute}>${writeMarkup(child)}${end}`
    from = child.at
  }
  return markup + escapeText(text.slice(from))
}

/** Have no end in HTML; any other element without one would take in what comes after it. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr'])

const escapeText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The text of an element's child, without white space around it; empty when there is none. */
export function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? ''
}

/** An element's child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name)
}
