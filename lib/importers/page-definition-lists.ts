import type { Cheerio, CheerioAPI } from 'cheerio'
import type { Element } from 'domhandler'

/** What a comment of a definition list is marked with. */
export const GATHERED = '[data-gathered-comment]'

/** A list of comments is called so, or its parts are, or what stands right around it. */
const NAMED = /comments?\b|comments?[-_]|kommentare?\b|kommentare?[-_]/i
/** What is about one comment, or is no list of them. */
const ABOUT_ONE = /meta|info|detail|form|count/i
/** What stands beside a text. */
const BESIDE = /foot|meta|date|time|repl(?:y|ies)|author|avatar|links|actions/i
/** What a form or a list of facts calls its rows. */
const LABEL =
  /^(?:author|name|date|time|posted|by|from|e-?mail|web ?site|url|subject|title|text|message|comment|autor|datum|zeit|von|betreff|titel|nachricht|kommentar)\s*\*?:?$/i
const MAX_NAME = 60

/**
 * Old blogs (Blogger's among them) set comments as a definition list: who in a `<dt>`, what in the `<dd>` after it. Each such pair is put
 * into an element of its own, as other pages have it, with the number of the comment as its id. A list within a `<dd>` holds the answers.
 */
export function gatherDefinitionLists(page: CheerioAPI): void {
  const gathered = new Set<Element>()
  for (const list of page<Element, string>('dl').toArray()) {
    const own = page(list)
    const around = own.parents('dl').toArray()
    const terms = own
      .children('dt,div')
      .toArray()
      .flatMap((child) => (child.name === 'dt' ? [child] : page(child).children('dt').toArray()))
    const isOfComments = around.some((outer) => gathered.has(outer)) || (around.length === 0 && isNamed(page, own, terms))
    if (!isOfComments || terms.some((term) => LABEL.test(page(term).text().trim()))) continue
    const groups = terms.map((term) => ({ term, texts: page(term).nextUntil('dt').filter('dd') }))
    if (groups.every(({ texts }) => texts.length === 0)) continue
    gathered.add(list)
    for (const { term, texts } of groups) if (texts.length > 0) gather(page, term, texts)
  }
}

function isNamed(page: CheerioAPI, own: Cheerio<Element>, terms: readonly Element[]): boolean {
  if (ABOUT_ONE.test(namesOf(own.get(0))) || own.closest('[id^="comment-"],[class~="comment"],[itemprop~="comment"]').length > 0)
    return false
  const parts = terms.flatMap((term) => [term, ...page(term).nextUntil('dt').toArray()])
  return [own.get(0), own.parent().get(0), ...parts].some((element) => NAMED.test(namesOf(element)))
}

function namesOf(element: Element | undefined): string {
  return `${element?.attribs['id'] ?? ''} ${element?.attribs['class'] ?? ''}`
}

function gather(page: CheerioAPI, term: Element, definitions: Cheerio<Element>): void {
  const head = page(term)
  const group = page<Element, string>('<div data-gathered-comment></div>')
  const [element] = group.toArray()
  if (element) element.sourceCodeLocation = term.sourceCodeLocation ?? null
  const id = term.attribs['id'] ?? head.find('a[name]').first().attr('name') ?? ''
  if (id !== '') group.attr('id', id)
  head.removeAttr('id').before(group)
  if (isName(head)) head.addClass('author')
  const texts = definitions.filter((_, definition) => !BESIDE.test(definition.attribs['class'] ?? ''))
  const body = page('<div class="comment-body"></div>').append(texts)
  group.append(head, body, definitions.not(texts))
}

/** Whether it names somebody and nothing else, or begins with a link or bold words. What has numbers in it says when, too. */
function isName(head: Cheerio<Element>): boolean {
  const text = head.clone().find('time').remove().end().text().trim()
  const first = head.find('a[href],b,strong,cite').first().text().trim()
  return (first !== '' && text.startsWith(first)) || (text.length <= MAX_NAME && !/\d/.test(text))
}
