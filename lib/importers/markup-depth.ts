/** Elements that need no end tag, or have none. */
const OPEN_ENDED =
  /^(?:p|li|dt|dd|td|th|tr|thead|tbody|tfoot|colgroup|option|optgroup|html|head|body|area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|path|circle|rect|use)$/i

/** Whether more than `most` elements stand open in one another: of very many, a parser would need minutes. Linear. */
export function isTooDeep(html: string, most: number): boolean {
  let depth = 0
  for (const [, close, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (OPEN_ENDED.test(name)) continue
    depth = close === '/' ? Math.max(0, depth - 1) : depth + 1
    if (depth > most) return true
  }
  return false
}
