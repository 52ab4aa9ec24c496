import type { CommentStatus } from '../../domain/comment'
import { spellTag } from '../../domain/language-tag'
import { RECORD_DEPTH } from '../../domain/rules/rule'
import type { Comparison, IsFact, Term, TextMeasure } from '../../domain/search/terms'
import { cutWords, isBeginning, isTogether, openJoints } from '../../domain/search/words'
import type { Queue } from '../../domain/queues'
import { QUEUE_PREDICATES, REVIEW_PREDICATE } from './queue-predicates'

/** Of a discussion that needs help, so many of its oldest waiting comments are in everybody's queue. */
const MOST_CALLED = 50

/** Which comments are meant: a queue, narrowed down. */
export interface CommentFilter {
  siteId: string
  queue: Queue
  /** Whose `mine` it is: a person, and whether what is escalated to the leads is theirs too. */
  viewer: { id: string | null; isLead: boolean }
  article: string | undefined
  commenter: string | undefined
  /** Empty means every status. */
  status: readonly CommentStatus[]
  terms: readonly Term[]
  now: Date
}

/** A statement's values as they are bound; `$1` is the site. */
export class Values {
  readonly list: unknown[]
  constructor(siteId: string) {
    this.list = [siteId]
  }
  bind(value: unknown): string {
    return `$${this.list.push(value)}`
  }
}

/**
 * What a filter says, as SQL conditions over the alias `c`; conditions that do not apply are left out of the text, because
 * `$1 IS NULL OR …` hides the index from a prepared plan.
 */
export function writeConditions(filter: CommentFilter, values: Values): string[] {
  const conditions = ['c.site_id = $1', QUEUE_PREDICATES[filter.queue]]
  if (filter.queue === 'mine') conditions.push(writeMine(filter, values))
  if (filter.article !== undefined) conditions.push(`c.article_id = ${values.bind(filter.article)}::uuid`)
  if (filter.commenter !== undefined) conditions.push(`c.commenter_id = ${values.bind(filter.commenter)}::uuid`)
  if (filter.status.length > 0) conditions.push(`c.status = ANY(${values.bind(filter.status)}::comment_status[])`)
  return [...conditions, ...filter.terms.map((term) => writeTerm(term, values, filter.now))]
}

/** Assignments and discussions that need help are few, so they are looked up first. What waits in such a discussion is everybody's. */
function writeMine({ viewer }: CommentFilter, values: Values): string {
  const own = `user_id = ${values.bind(viewer.id)}::uuid`
  const assigned = `SELECT comment_id FROM assignment WHERE site_id = $1 AND (${viewer.isLead ? `${own} OR user_id IS NULL` : own})`
  const called = `SELECT w.id FROM article h CROSS JOIN LATERAL (
      SELECT id FROM comment c WHERE site_id = $1 AND article_id = h.id AND ${REVIEW_PREDICATE} ORDER BY received_at LIMIT ${MOST_CALLED}
    ) w WHERE h.site_id = $1 AND h.help_at IS NOT NULL`
  return `c.id = ANY(ARRAY(${assigned} UNION ${called}))`
}

const FACTS: Record<Exclude<IsFact, 'held'>, string> = {
  public: `c.status IN ('published', 'approved')`,
  reply: 'c.parent_external_id IS NOT NULL',
  top: 'c.parent_external_id IS NULL',
  edited: 'c.revision > 1',
  reported: 'c.open_reports > 0',
  appealed: 'c.appealed_at IS NOT NULL',
  decided: 'c.reviewed_at IS NOT NULL',
  undecided: 'c.reviewed_at IS NULL',
  featured: 'c.featured_at IS NOT NULL',
}

/** Names are looked up once a statement (ARRAY), so that the index over the comments of the few that match is used. */
const fewOf = (table: string, condition: string) => `ANY(ARRAY(SELECT id FROM ${table} WHERE site_id = $1 AND (${condition}) LIMIT 1000))`

function writeTerm(term: Term, values: Values, now: Date): string {
  const condition = writeHolding(term, values, now)
  return term.isNot ? `(${condition}) IS NOT TRUE` : condition
}

function writeHolding(term: Term, values: Values, now: Date): string {
  switch (term.field) {
    case 'words':
      // The words are read once a statement (SELECT), and not again for each comment that is asked.
      return `(SELECT d.document @@ (SELECT ${writeWords(term, values)}) FROM comment_document d
        WHERE d.site_id = c.site_id AND d.comment_id = c.id)`
    case 'author':
      return `c.commenter_id = ${fewOf('commenter', nameCommenter(term.text, values))}`
    case 'article':
      return `c.article_id = ${fewOf('article', nameArticle(term.text, values))}`
    case 'section':
      // IS TRUE keeps it a filter along the queue's order: sections are large.
      return `(c.article_id IN (SELECT id FROM article WHERE site_id = $1 AND ${nameSection(term.text, values)})) IS TRUE`
    case 'language':
      return `c.language = ${values.bind(spellTag(term.text))}`
    case 'status':
      return `c.status = ${values.bind(term.status)}::comment_status`
    case 'is':
      return FACTS[term.fact]
    case 'mark':
      if (term.mark === 'off_topic') return 'c.marked_off_topic'
      return term.kind === null ? 'c.marked_uncivil IS NOT NULL' : `c.marked_uncivil = ${values.bind(term.kind)}::uncivil_kind`
    case 'suggests':
      if (term.mark === 'off_topic') return 'c.suggested_off_topic IS NOT NULL'
      return term.kind === null ? 'c.suggested_uncivil IS NOT NULL' : `c.suggested_uncivil_kind = ${values.bind(term.kind)}::uncivil_kind`
    case 'score':
      return writeScore(term, values)
    case 'reports':
      return `c.open_reports ${safe(term.comparison)} ${values.bind(term.value)}::int`
    case 'text':
      return `${MEASURES[term.measure]} ${safe(term.comparison)} ${values.bind(term.value)}::float8`
    case 'record':
      // Of those written before this one, as they stand now.
      return `(SELECT count(*) FILTER (WHERE o.status = ${values.bind(term.outcome)}::comment_status) FROM (
        SELECT status FROM comment WHERE site_id = $1 AND commenter_id = c.commenter_id AND ordered_at < c.ordered_at
        ORDER BY ordered_at DESC LIMIT ${RECORD_DEPTH}) o) ${safe(term.comparison)} ${values.bind(term.value)}::int`
    case 'time':
      return `c.ordered_at ${term.side === 'before' ? '<' : '>='} ${values.bind(term.at)}::timestamptz`
    case 'age':
      // Younger than a day means: written after this time yesterday.
      return `c.ordered_at ${MIRRORED[term.comparison]} ${values.bind(new Date(now.getTime() - term.ms))}::timestamptz`
  }
}

/** What lib/domain/rules/fit.ts measures of a text that arrives, with the same numbers: a tenth is a tenth in both. */
const MEASURES: Record<TextMeasure, string> = {
  links: `regexp_count(c.body, '(https?://|www\\.)[^ \\t\\r\\n]+', 1, 'i')`,
  length: 'char_length(c.body)',
  capitals: `coalesce(regexp_count(c.body, '[[:upper:]]')::float8 / nullif(regexp_count(c.body, '[[:alpha:]]'), 0), 0)`,
}

/**
 * The highest scores stand in the comment's row (docs/decisions/0012). What was never scored carries an incivility of 0 there; where that
 * would match, a score has to be there.
 */
function writeScore({ score, comparison, value }: Extract<Term, { field: 'score' }>, values: Values): string {
  const stands = `c.${score === 'uncivil' ? 'incivility' : 'distance'} ${safe(comparison)} ${values.bind(value)}::real`
  const isAboveNone = comparison === '>' || (value > 0 && !comparison.startsWith('<'))
  if (score === 'off_topic' || isAboveNone) return stands
  return `(${stands} AND EXISTS (SELECT FROM score WHERE site_id = c.site_id AND comment_id = c.id AND attribute LIKE 'uncivil.%'))`
}

/** A comparison is one of five and nothing else ever reaches the statement. */
const COMPARISONS: Record<Comparison, string> = { '=': '=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' }
const MIRRORED: Record<Comparison, string> = { '=': '=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' }
const safe = (comparison: Comparison): string => COMPARISONS[comparison]

/** Words as a query of the full-text index; a word that ends in * stands for all that begin so. */
export function writeWords(term: { text: string; isPhrase: boolean }, values: Values): string {
  if (isBeginning(term)) return `to_tsquery('simple', ${values.bind(`${cutWords(term.text).join(' <-> ')}:*`)})`
  return `${isTogether(term) ? 'phraseto' : 'plainto'}_tsquery('simple', ${values.bind(openJoints(term.text))})`
}

/** Whether an article is meant by a text: a part of its title, or its id at the source. */
export function nameArticle(text: string, values: Values): string {
  return `title ILIKE ${values.bind(like(text))} OR external_id = ${values.bind(text)}`
}

/** Whether a commenter is meant by a text: a part of their name. */
export function nameCommenter(text: string, values: Values): string {
  return `name ILIKE ${values.bind(like(text))}`
}

/** By what sections are told apart: not by capitals, nor by quotation marks, which a search cannot hold. The index article_section_words has it so. */
export const sectionKey = (section: string): string => `lower(replace(${section}, '"', ''))`

/** Whether an article is of a section, however that is spelt. */
export function nameSection(text: string, values: Values, column = 'section'): string {
  return `${sectionKey(column)} = ${sectionKey(values.bind(text))}`
}

/** A pattern that finds the text anywhere; what is special in patterns stands for itself. */
export function like(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
}
