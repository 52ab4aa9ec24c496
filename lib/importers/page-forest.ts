import type { Element } from 'domhandler'

/** What holds the answers to the comment that stands before it. */
const HOLDER = /(?:^|[\s_-])(?:indented|children|replies|responses)(?:$|[\s_-])|(?:^|\s)(?:_44ri|UFIReplyList|fbFeedbackReplies)(?:$|\s)/i
/** How many elements before such a holder are looked at. */
const MAX_BEFORE = 3
/** How many elements around a comment alone may say how deep it is. */
const MAX_AROUND = 3
const DEPTHS = ['data-depth', 'data-level', 'data-indent', 'aria-level']
const DEPTH_CLASS = /(?:^|[\s_-])(?:depth|level|indent)[-_]?(\d{1,2})(?=$|\s)/i
const MARGIN = /(?:margin|padding)-left\s*:\s*(\d{1,4})/i

/** Which of a page's comments answers which, by where they stand. */
export class PageForest {
  readonly #parents = new Map<Element, Element | null>()

  /** @param roots the elements of the comments in the order of the page, each with its id or nothing; asked before any is taken out */
  constructor(readonly roots: ReadonlyMap<Element, string>) {
    /** The comments that the next one may answer, each deeper than the one before. */
    const open: { element: Element; depth: number }[] = []
    const depths = new Map([...roots.keys()].map((element) => [element, readDepth(element) ?? readDepthAround(element, roots)]))
    // Where the first is not moved in, those that are not answer nothing.
    const base = depths.values().next().value === null ? -1 : null
    for (const element of roots.keys()) {
      const around = findAround(element, roots)
      const depth = depths.get(element) ?? base
      while (depth !== null && (open.at(-1)?.depth ?? -Infinity) >= depth) open.pop()
      this.#parents.set(element, around ?? (depth === null ? null : (open.at(-1)?.element ?? null)))
      if (depth !== null) open.push({ element, depth })
    }
  }

  /** The comment that it answers; null when none. */
  parentOf(element: Element): Element | null {
    return this.#parents.get(element) ?? null
  }
}

/** The comment that it stands in, or whose answers it stands among. */
function findAround(element: Element, roots: ReadonlyMap<Element, string>): Element | null {
  for (let up = asElement(element.parent); up; up = asElement(up.parent)) {
    if (roots.has(up)) return up
    const before = HOLDER.test(up.attribs['class'] ?? '') ? findBefore(up, roots) : null
    if (before) return before
  }
  return null
}

function findBefore(holder: Element, roots: ReadonlyMap<Element, string>): Element | null {
  let seen = 0
  for (let at = holder.prev; at && seen < MAX_BEFORE; at = at.prev) {
    const element = asElement(at)
    if (!element) continue
    if (roots.has(element)) return element
    seen += 1
  }
  return null
}

/** How deep the page says or shows it, in its own measure. */
function readDepth(element: Element): number | null {
  const { attribs } = element
  const told = DEPTHS.map((name) => attribs[name]).find((value) => value !== undefined && /^\d{1,3}$/.test(value))
  const text = told ?? DEPTH_CLASS.exec(attribs['class'] ?? '')?.[1] ?? MARGIN.exec(attribs['style'] ?? '')?.[1] ?? readIndent(element, 0)
  return text === null ? null : Number(text)
}

/** How far what stands around this comment alone moves it in. */
function readDepthAround(element: Element, roots: ReadonlyMap<Element, string>): number | null {
  for (let up = asElement(element.parent), steps = 0; up && steps < MAX_AROUND; up = asElement(up.parent), steps += 1) {
    if (holdsSeveral(up) || roots.has(up)) return null
    const text = DEPTH_CLASS.exec(up.attribs['class'] ?? '')?.[1] ?? MARGIN.exec(up.attribs['style'] ?? '')?.[1]
    if (text !== undefined) return Number(text)
  }
  return null
}

/** Only as far as the second: counted whole for each of them, a list would take as long again as it is. */
function holdsSeveral({ children }: Element): boolean {
  const first = children.findIndex((child) => asElement(child) !== null)
  return first !== -1 && children.some((child, at) => at > first && asElement(child) !== null)
}

/** A table's row has a cell that moves it in. */
function readIndent(element: Element, down: number): string | null {
  if (element.name !== 'tr' && down === 0) return null
  for (const child of element.children.map(asElement)) {
    if (!child) continue
    const indent = child.attribs['indent']
    if (child.name === 'td' && indent !== undefined && /^\d{1,3}$/.test(indent)) return indent
    const within = down < 4 ? readIndent(child, down + 1) : null
    if (within !== null) return within
  }
  return null
}

function asElement(node: unknown): Element | null {
  return typeof node === 'object' && node !== null && 'attribs' in node ? (node as Element) : null
}
