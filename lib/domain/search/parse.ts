import { COMMENT_STATUSES, MARK_NAMES, UNCIVIL_KINDS, type MarkName, type UncivilKind } from '../comment'
import type { SearchFault } from './faults'
import { IS_FACTS, type Term, type TextMeasure } from './terms'
import { cutTokens, type Token } from './tokens'

/** What is wrong with a part: lib/domain/search/faults.ts has the sentence that `value` and `known` stand in. */
interface Fault {
  fault: SearchFault
  value: string
  known: string
}

/** Something in a search that means nothing, with its place. */
export interface SearchProblem extends Fault {
  at: number
  end: number
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
 * not understood is a problem and no term: nothing is silently taken for a word, nor are the `OR` and `NOT` of other searches.
 */
export function parseSearch(text: string): Search {
  return parseTerms(text, (term) => (term.field === 'text' || term.field === 'record' ? 'fault.rules' : refuseJoiner(term)))
}

const JOINERS = ['OR', 'AND', 'NOT']

/** A word by which other searches join terms, and this one does not. */
export function refuseJoiner(term: Term): SearchFault | null {
  return term.field === 'words' && !term.isPhrase && !term.isNot && JOINERS.includes(term.text) ? 'fault.joiner' : null
}

/** The same, where `refuse` says of a term that it is understood and has no place there. */
export function parseTerms(text: string, refuse: (term: Term) => SearchFault | null): Search {
  const search: Search = { terms: [], places: [], problems: [] }
  for (const token of cutTokens(text)) {
    const { at, end } = token
    const read = search.terms.length < MAX_TERMS ? readTerm(token) : faultOf('fault.terms', String(MAX_TERMS))
    const refused = 'fault' in read ? null : refuse(read)
    const term = refused === null ? read : faultOf(refused, token.value)
    if ('fault' in term) search.problems.push({ at, end, ...term })
    else {
      search.terms.push(term)
      search.places.push({ at, end })
    }
  }
  return search
}

const faultOf = (fault: SearchFault, value = '', known: readonly string[] = []): Fault => ({ fault, value, known: known.join(', ') })

/** Whether a search can be sent. */
export function isUnderstood(text: string): boolean {
  return parseSearch(text).problems.length === 0
}

/** The term a token stands for, or what is wrong with it. */
function readTerm(token: Token): Term | Fault {
  const { name, value, isNot, isQuoted, comparison } = token
  if (name === '') return value.trim() === '' ? faultOf('fault.quotes') : { field: 'words', text: value, isPhrase: isQuoted, isNot }
  if (value.trim() === '') return faultOf('fault.empty')
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
      return mark === null ? faultOf('fault.mark', value, [...MARK_NAMES, ...UNCIVIL_KINDS]) : { field: name, ...mark, isNot }
    }
    case 'score.civility':
    case 'score.uncivil':
      return readScore('uncivil', token)
    case 'score.topic':
    case 'score.off_topic':
      return readScore('off_topic', token)
    case 'reports':
      return /^\d{1,6}$/.test(value) ? { field: 'reports', comparison, value: Number(value), isNot } : faultOf('fault.count', name)
    case 'links':
    case 'length':
    case 'capitals':
      return readMeasure(name, token)
    case 'author.approved':
    case 'author.rejected':
      return /^\d{1,3}$/.test(value)
        ? { field: 'record', outcome: name === 'author.approved' ? 'approved' : 'rejected', comparison, value: Number(value), isNot }
        : faultOf('fault.record', name)
    case 'before':
    case 'after':
      return readTime(name, token)
    case 'age':
      return readAge(token)
    default:
      return faultOf('fault.operator', name)
  }
}

function readFact(value: string, isNot: boolean): Term | Fault {
  const status = COMMENT_STATUSES.find((known) => known === value)
  if (status) return { field: 'status', status, isNot }
  if (value === 'held') return { field: 'status', status: 'pending', isNot }
  const fact = IS_FACTS.find((known) => known === value)
  if (!fact || fact === 'held') return faultOf('fault.fact', value, [...new Set([...COMMENT_STATUSES, ...IS_FACTS])])
  return { field: 'is', fact, isNot }
}

function readMark(value: string): { mark: MarkName; kind: UncivilKind | null } | null {
  const mark = MARK_NAMES.find((known) => known === value.replace('-', '_'))
  if (mark) return { mark, kind: null }
  const kind = UNCIVIL_KINDS.find((known) => known === value)
  return kind ? { mark: 'uncivil', kind } : null
}

function readScore(score: 'uncivil' | 'off_topic', { value, comparison, isNot }: Token): Term | Fault {
  const number = readShare(value)
  return number === null ? faultOf('fault.score') : { field: 'score', score, comparison, value: number, isNot }
}

const readShare = (value: string): number | null => (/^(0?\.\d{1,6}|0|1|1\.0{1,6})$/.test(value) ? Number(value) : null)

function readMeasure(measure: TextMeasure, token: Token): Term | Fault {
  const { value, comparison, isNot } = token
  if (measure === 'capitals') {
    const share = readShare(value)
    return share === null ? faultOf('fault.share', measure) : { field: 'text', measure, comparison, value: share, isNot }
  }
  return /^\d{1,6}$/.test(value) ? { field: 'text', measure, comparison, value: Number(value), isNot } : faultOf('fault.count', measure)
}

function readTime(side: 'before' | 'after', { value, isNot }: Token): Term | Fault {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value)
  const isInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(value)
  const at = new Date(isDay ? `${value}T00:00:00Z` : value)
  if ((!isDay && !isInstant) || Number.isNaN(at.getTime())) return faultOf('fault.day', side)
  return { field: 'time', side, at, isNot }
}

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

function readAge({ value, comparison, isNot }: Token): Term | Fault {
  const [, count, unit] = /^(\d{1,4})([mhdw])$/i.exec(value) ?? []
  if (count === undefined || unit === undefined) return faultOf('fault.age')
  return {
    field: 'age',
    comparison: comparison === '=' ? '<' : comparison,
    ms: Number(count) * UNITS[unit.toLowerCase() as keyof typeof UNITS],
    isNot,
  }
}
