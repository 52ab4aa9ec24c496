import { compile, selectAll, selectOne } from 'css-select'
import type { AnyNode, Element } from 'domhandler'

/**
 * A selector that is read once and asked of many elements. Cheerio's own `find` reads its selector anew at each call; with thousands of
 * comments on a page, that would be most of the time it takes.
 */
export class PageQuery {
  readonly #query

  constructor(selector: string) {
    // Comments are taken out of the page between two questions: nothing that was found may be remembered.
    this.#query = compile<AnyNode, Element>(selector, { cacheResults: false })
  }

  /** The first element within this one that is meant, in the order of the page. */
  first(within: Element): Element | null {
    return selectOne<AnyNode, Element>(this.#query, within)
  }

  all(within: Element): Element[] {
    return selectAll<AnyNode, Element>(this.#query, within)
  }
}
