import { COMMENT_STATUSES, MARK_NAMES, UNCIVIL_KINDS, type MarkName, type UncivilKind } from '../comment'
import { IS_FACTS, type Term, type TextMeasure } from './terms'
import { cutTokens, type Token } from './tokens'

/** Something in a search that means nothing, with its place. */
export interface SearchProblem {
  at: number
  end: number
  message: string
}

/** A search as it is understood. `places` says where each term stands in the text. */
export interface Search {
  terms: Term[]
  places: { at: number; end: number }[]
  problems: SearchProblem[]
}

/** More terms than this are refused: each costs the database something. */
const MAX_TERMS = 20

/**
 * Understands a search: `author:`, `article:`, `section:`, `is:`, `mark:`, `suggests:`, `score.civility>0.7`, `reports>2`,
 * `before:`, `after:`, `age<24h`, `lang:`, `"exact phrase"`, `-` before anything to turn it round, and plain words. What is
 * not understood is a problem and no term: nothing is silently taken for a word.
 */
export function parseSearch(text: string): Search {
  return parseTerms(text, ({ field }) => (field === 'text' || field === 'record' ? 'Only rules ask for this' : null))
}

/** The same, where `refuse` says of a term that it is understood and has no place there. */
export function parseTerms(text: string, refuse: (term: Term) => string | null): Search {
  const search: Search = { terms: [], places: [], problems: [] }
  for (const token of cutTokens(text)) {
    const { at, end } = token
    const read = search.terms.length < MAX_TERMS ? readTerm(token) : `More than ${MAX_TERMS} terms`
    const term = typeof read === 'string' ? read : (refuse(read) ?? read)
    if (typeof term === 'string') search.problems.push({ at, end, message: term })
    else {
      search.terms.push(term)
      search.places.push({ at, end })
    }
  }
  return search
}

/** Whether a search can be sent. */
export function isUnderstood(text: string): boolean {
  return parseSearch(text).problems.length === 0
}

/** The term a token stands for, or what is wrong with it. */
function readTerm(token: Token): Term | string {
  const { name, value, isNot, isQuoted, comparison } = token
  if (name === '')
    return value.trim() === '' ? 'There is nothing between the quotation marks' : { field: 'words', text: value, isPhrase: isQuoted, isNot }
  if (value.trim() === '') return 'It needs a value'
  switch (name) {
    case 'author':
    case 'article':
    case 'section':
      return { field: name, text: value, isNot }
    case 'lang':
    case 'language':
      return { field: 'language', text: value, isNot }
    case 'is':
      return readFact(value.toLowerCase(), isNot)
    case 'mark':
    case 'suggests': {
      const mark = readMark(value.toLowerCase())
      return mark === null ? `${value} is not a mark: ${[...MARK_NAMES, ...UNCIVIL_KINDS].join(', ')}` : { field: name, ...mark, isNot }
    }
    case 'score.civility':
    case 'score.uncivil':
      return readScore('uncivil', token)
    case 'score.topic':
    case 'score.off_topic':
      return readScore('off_topic', token)
    case 'reports':
      return /^\d{1,6}$/.test(value) ? { field: 'reports', comparison, value: Number(value), isNot } : 'reports: a whole number'
    case 'links':
    case 'length':
    case 'capitals':
      return readMeasure(name, token)
    case 'author.approved':
    case 'author.rejected':
      return /^\d{1,3}$/.test(value)
        ? { field: 'record', outcome: name === 'author.approved' ? 'approved' : 'rejected', comparison, value: Number(value), isNot }
        : `${name}: a whole number up to 999`
    case 'before':
    case 'after':
      return readTime(name, token)
    case 'age':
      return readAge(token)
    default:
      return `${name} is not an operator. In quotation marks it is searched for as it stands`
  }
}

function readFact(value: string, isNot: boolean): Term | string {
  const status = COMMENT_STATUSES.find((known) => known === value)
  if (status) return { field: 'status', status, isNot }
  if (value === 'held') return { field: 'status', status: 'pending', isNot }
  const fact = IS_FACTS.find((known) => known === value)
  if (!fact || fact === 'held') return `${value} is none of ${[...new Set([...COMMENT_STATUSES, ...IS_FACTS])].join(', ')}`
  return { field: 'is', fact, isNot }
}

function readMark(value: string): { mark: MarkName; kind: UncivilKind | null } | null {
  const mark = MARK_NAMES.find((known) => known === value.replace('-', '_'))
  if (mark) return { mark, kind: null }
  const kind = UNCIVIL_KINDS.find((known) => known === value)
  return kind ? { mark: 'uncivil', kind } : null
}

function readScore(score: 'uncivil' | 'off_topic', { value, comparison, isNot }: Token): Term | string {
  const number = readShare(value)
  return number === null ? 'A score is a number from 0 to 1' : { field: 'score', score, comparison, value: number, isNot }
}

const readShare = (value: string): number | null => (/^(0?\.\d{1,6}|0|1|1\.0{1,6})$/.test(value) ? Number(value) : null)

function readMeasure(measure: TextMeasure, token: Token): Term | string {
  const { value, comparison, isNot } = token
  if (measure === 'capitals') {
    const share = readShare(value)
    return share === null ? 'capitals: a share from 0 to 1' : { field: 'text', measure, comparison, value: share, isNot }
  }
  return /^\d{1,6}$/.test(value) ? { field: 'text', measure, comparison, value: Number(value), isNot } : `${measure}: a whole number`
}

function readTime(side: 'before' | 'after', { value, isNot }: Token): Term | string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value)
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  const at = new Date(isDay ? `${value}T00:00:00Z` : value)
  if ((!isDay && !isInstant) || Number.isNaN(at.getTime())) return `${side}: a day such as 2026-11-01`
  return { field: 'time', side, at, isNot }
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

function readAge({ value, comparison, isNot }: Token): Term | string {
  const [, count, unit] = /^(\d{1,4})([mhdw])$/i.exec(value) ?? []
  if (count === undefined || unit === undefined) return 'age: such as age<30m, age<24h, age>2d'
  return {
    field: 'age',
    comparison: comparison === '=' ? '<' : comparison,
    ms: Number(count) * UNITS[unit.toLowerCase() as keyof typeof UNITS],
    isNot,
  }
}
