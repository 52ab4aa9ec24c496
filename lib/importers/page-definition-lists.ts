import type { Cheerio, CheerioAPI } from 'cheerio'
import { Element, type ChildNode } from 'domhandler'
import { textBeside } from './page-comment-parts'
import { PageQuery } from './page-query'

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
const ANCHOR = new PageQuery('a[name]')
const EMPHASISED = new PageQuery('a[href],b,strong,cite')
const TIMES = new PageQuery('time')

/**
 * Old blogs (Blogger's among them) set comments as a definition list: who in a `<dt>`, what in the `<dd>` after it. Each such pair is put
 * into an element of its own, as other pages have it, with the number of the comment as its id. A list within a `<dd>` holds the answers.
 */
export function gatherDefinitionLists(page: CheerioAPI): void {
  const gathered = new Set<Element>()
  for (const list of page<Element, string>('dl').toArray()) {
    const own = page(list)
    // Pairs may stand in elements of their own.
    const places = [list, ...own.children('div').toArray()].filter((place) => place.children.some(isTerm))
    const terms = places.flatMap((place) => place.children.filter(isTerm))
    const around = own.parents('dl').toArray()
    const isOfComments = around.some((outer) => gathered.has(outer)) || (around.length === 0 && isNamed(own, places))
    if (!isOfComments || terms.some((term) => LABEL.test(page(term).text().trim()))) continue
    gathered.add(list)
    for (const place of places) adopt(place, gather(page, place.children))
  }
}

function isNamed(own: Cheerio<Element>, places: readonly Element[]): boolean {
  if (ABOUT_ONE.test(namesOf(own.get(0))) || own.closest('[id^="comment-"],[class~="comment"],[itemprop~="comment"]').length > 0)
    return false
  const parts = places.flatMap((place) => place.children.filter(isElement))
  return [own.get(0), own.parent().get(0), ...parts].some((element) => NAMED.test(namesOf(element)))
}

function namesOf(element: Element | undefined): string {
  return `${element?.attribs['id'] ?? ''} ${element?.attribs['class'] ?? ''}`
}

/** The children of a list, each term in one element with what follows it up to the next. */
function gather(page: CheerioAPI, children: readonly ChildNode[]): ChildNode[] {
  const all: ChildNode[] = []
  let open: { term: Element; rest: ChildNode[] } | null = null
  const close = () => {
    if (open !== null) all.push(...(open.rest.some(isDefinition) ? [pair(page, open.term, open.rest)] : [open.term, ...open.rest]))
  }
  for (const child of children) {
    if (isTerm(child)) {
      close()
      open = { term: child, rest: [] }
    } else (open?.rest ?? all).push(child)
  }
  close()
  return all
}

function pair(page: CheerioAPI, term: Element, rest: readonly ChildNode[]): Element {
  const head = page(term)
  const [group, body] = [makeBlock(term), makeBlock(term)]
  group.attribs['data-gathered-comment'] = ''
  const id = term.attribs['id'] ?? ANCHOR.first(term)?.attribs['name'] ?? ''
  if (id !== '') group.attribs['id'] = id
  head.removeAttr('id')
  if (isName(page, term)) head.addClass('author')
  body.attribs['class'] = 'comment-body'
  const isText = (node: ChildNode) => isDefinition(node) && !BESIDE.test(node.attribs['class'] ?? '')
  adopt(body, rest.filter(isText))
  adopt(group, [term, body, ...rest.filter((node) => !isText(node))])
  return group
}

/** A `<div>` that stands where another element stood. */
function makeBlock({ sourceCodeLocation }: Element): Element {
  const block = new Element('div', {})
  block.sourceCodeLocation = sourceCodeLocation ?? null
  return block
}

/** Gives an element these children, in time that grows with their number: taking out one after the other would not. */
function adopt(parent: Element, children: ChildNode[]): void {
  parent.children = children
  for (const [at, child] of children.entries()) {
    child.parent = parent
    child.prev = children[at - 1] ?? null
    child.next = children[at + 1] ?? null
  }
}

const isElement = (node: ChildNode): node is Element => 'attribs' in node
const isTerm = (node: ChildNode): node is Element => isElement(node) && node.name === 'dt'
const isDefinition = (node: ChildNode): node is Element => isElement(node) && node.name === 'dd'

/** Whether it names somebody and nothing else, or begins with a link or bold words. What has numbers in it says when, too. */
function isName(page: CheerioAPI, term: Element): boolean {
  const text = textBeside(term, TIMES.all(term)).trim()
  const emphasised = EMPHASISED.first(term)
  const first = emphasised ? page(emphasised).text().trim() : ''
  return (first !== '' && text.startsWith(first)) || (text.length <= MAX_NAME && !/\d/.test(text))
}
