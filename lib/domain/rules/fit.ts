import { spellTag } from '../language-tag'
import type { Comparison, Term, TextMeasure } from '../search/terms'
import { cutWords, isBeginning, isTogether, openJoints } from '../search/words'
import type { Rule } from './rule'

/** Everything that a rule may ask of a comment that arrives. */
export interface RuleFacts {
  body: string
  article: { externalId: string; title: string; section: string | null }
  language: string | null
  isReply: boolean
  isEdited: boolean
  /** 0–1; null where nothing was scored. */
  incivility: number | null
  distance: number | null
  /** What became of the writer's earlier comments (RECORD_DEPTH); an unknown writer has none. */
  record: { approved: number; rejected: number }
}

/** The rules that fit a comment, in their order: the first decides. */
export function findFitting(rules: readonly Rule[], facts: RuleFacts): Rule[] {
  if (rules.length === 0) return []
  const text = new Text(facts.body)
  return rules.filter(({ terms }) => terms.every((term) => holds(term, facts, text) === !term.isNot))
}

/** A text, read no further than it is asked about. */
class Text {
  #words: string[] | null = null
  constructor(readonly body: string) {}
  get words(): string[] {
    return (this.#words ??= cutWords(openJoints(this.body).toLowerCase()))
  }
}

/**
 * Whether a term holds, turned round or not; a search in the database answers alike (lib/db/queue/comment-filter.ts), which a test asks
 * of both. What is not known does not hold.
 */
function holds(term: Term, facts: RuleFacts, text: Text): boolean {
  switch (term.field) {
    case 'words':
      return hasWords(term, text.words)
    case 'article':
      return includes(facts.article.title, term.text) || facts.article.externalId === term.text
    case 'section':
      // A condition cannot hold quotation marks.
      return facts.article.section?.replaceAll('"', '').toLowerCase() === term.text.toLowerCase()
    case 'language':
      return facts.language !== null && spellTag(facts.language) === spellTag(term.text)
    case 'is':
      return term.fact === 'edited' ? facts.isEdited : facts.isReply === (term.fact === 'reply')
    case 'score':
      return isSo(term.score === 'uncivil' ? facts.incivility : facts.distance, term)
    case 'text':
      return isSo(MEASURES[term.measure](text.body), term)
    case 'record':
      return isSo(facts.record[term.outcome], term)
    default:
      throw new Error(`A rule cannot ask for ${term.field}.`)
  }
}

const includes = (whole: string, part: string) => whole.toLowerCase().includes(part.toLowerCase())

/** Words one after the other, the last of which may only have to begin so. No words are nowhere. */
function hasWords(term: Extract<Term, { field: 'words' }>, words: readonly string[]): boolean {
  const sought = cutWords(openJoints(term.text).toLowerCase())
  const last = sought.length - 1
  if (last < 0) return false
  const isOpen = isBeginning(term)
  const stands = (from: number) =>
    sought.every((word, at) => (isOpen && at === last ? (words[from + at] ?? '').startsWith(word) : words[from + at] === word))
  if (isTogether(term) || isOpen || last === 0) return words.some((_, from) => stands(from))
  return sought.every((word) => words.includes(word))
}

/** In the single precision that the database compares in. */
function isSo(value: number | null, { comparison, value: line }: { comparison: Comparison; value: number }): boolean {
  return value !== null && COMPARE[comparison](Math.fround(value), Math.fround(line))
}

const COMPARE: Record<Comparison, (left: number, right: number) => boolean> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

const MEASURES: Record<TextMeasure, (body: string) => number> = {
  links: (body) => count(body, /(https?:\/\/|www\.)[^ \t\r\n]+/gi),
  length: (body) => [...body].length,
  capitals: (body) => {
    const letters = count(body, /\p{L}/gu)
    return letters === 0 ? 0 : count(body, /\p{Lu}/gu) / letters
  },
}
