import { COMMENT_STATUSES, UNCIVIL_KINDS, type CommentState, type UncivilKind } from '../../domain/comment'
import { isInQueue } from '../../domain/queues'
import { spellTag } from '../../domain/language-tag'
import type { Comparison, IsFact, Term } from '../../domain/search/terms'
import type { CommentFilter } from './comment-filter'

/** What a filter can ask of a comment's row, as one number: the expression of the index comment_traits, over the alias `c`. */
export const TRAITS = `comment_traits(c.status, c.reviewed_at, c.revision, c.parent_external_id, c.open_reports, c.suggested_off_topic,
    c.suggested_uncivil, c.suggested_uncivil_kind, c.marked_off_topic, c.marked_uncivil, c.incivility, c.distance)`
/** The language beside it; empty where none is known. */
export const LANGUAGE = `coalesce(c.language, '')`

/** A number of that index, and a language: many comments share both. */
export interface Group {
  traits: number
  language: string
}

/** Between these lie the steps of scores that the number tells apart; the first holds what has no score, too. */
const STEPS = [-Infinity, 0.5, 0.7, 0.9, Infinity].map(Math.fround)
/** So many open reports and more are one step. */
const MANY_REPORTS = 3

/** From the lowest to the highest that a figure may be. */
type Range = readonly [number, number]

interface Traits {
  state: CommentState & { isReply: boolean; isMine: boolean }
  isEdited: boolean
  language: string
  suggestedKind: UncivilKind | null
  reports: Range
  scores: Record<'uncivil' | 'off_topic', Range>
}

/** What a number says (migration traits). */
export function readTraits({ traits, language }: Group): Traits {
  const bits = (from: number, count: number) => (traits >> from) & ((1 << count) - 1)
  const kindAt = (from: number) => UNCIVIL_KINDS[bits(from, 4) - 1] ?? null
  const step = (at: number): Range => [STEPS[at] ?? 0, STEPS[at + 1] ?? 0]
  const reports = bits(6, 2)
  const suggestedKind = kindAt(10)
  return {
    state: {
      status: COMMENT_STATUSES[bits(0, 3)] ?? 'pending',
      isReviewed: bits(3, 1) === 1,
      isReply: bits(5, 1) === 1,
      isMine: false,
      openReports: reports,
      suggestions: {
        offTopic: bits(8, 1) === 1 ? 1 : null,
        uncivil: bits(9, 1) === 1 ? { score: 1, kind: suggestedKind ?? 'other' } : null,
      },
      marks: { offTopic: bits(14, 1) === 1, uncivil: kindAt(15) },
    },
    isEdited: bits(4, 1) === 1,
    language,
    suggestedKind,
    reports: [reports, reports === MANY_REPORTS ? Infinity : reports],
    scores: { uncivil: step(bits(19, 2)), off_topic: step(bits(21, 2)) },
  }
}

/** Whether a comment of a group may match a filter. What the number does not tell is left open. */
export function mayMatch({ queue, status, terms }: Pick<CommentFilter, 'queue' | 'status' | 'terms'>, group: Group): boolean {
  const traits = readTraits(group)
  if (!isInQueue(queue, traits.state) || (status.length > 0 && !status.includes(traits.state.status))) return false
  return terms.every((term) => mayBe(term, traits))
}

/** Whether it is worth asking which groups of comments there are: something is asked of them. */
export function asksForTraits({ queue, status, terms }: Pick<CommentFilter, 'queue' | 'status' | 'terms'>): boolean {
  return queue !== 'mine' && (status.length > 0 || terms.some(({ field }) => TOLD.includes(field)))
}
const TOLD: readonly Term['field'][] = ['language', 'status', 'is', 'mark', 'suggests', 'score', 'reports']

function mayBe(term: Term, traits: Traits): boolean {
  const { state, reports, scores } = traits
  switch (term.field) {
    case 'language':
      return (traits.language === spellTag(term.text)) !== term.isNot
    case 'status':
      return (state.status === term.status) !== term.isNot
    case 'is':
      // Of these the number does not tell.
      return term.fact === 'featured' || term.fact === 'appealed' || isFact(term.fact, traits) !== term.isNot
    case 'mark':
      return (
        (term.mark === 'off_topic' ? state.marks.offTopic : isKind(state.marks.uncivil !== null, state.marks.uncivil, term)) !== term.isNot
      )
    case 'suggests':
      return (
        (term.mark === 'off_topic'
          ? state.suggestions.offTopic !== null
          : isKind(state.suggestions.uncivil !== null, traits.suggestedKind, term)) !== term.isNot
      )
    case 'score':
      return term.isNot || mayStand(scores[term.score], term.comparison, Math.fround(term.value))
    case 'reports':
      return term.isNot ? mayFail(reports, term.comparison, term.value) : mayStand(reports, term.comparison, term.value)
    default:
      return true
  }
}

const isKind = (isThere: boolean, kind: UncivilKind | null, asked: { kind: UncivilKind | null }) =>
  asked.kind === null ? isThere : kind === asked.kind

/** All but what the number does not tell. */
function isFact(fact: Exclude<IsFact, 'held' | 'featured' | 'appealed'>, { state, isEdited }: Traits): boolean {
  switch (fact) {
    case 'public':
      return state.status === 'published' || state.status === 'approved'
    case 'reply':
      return state.isReply
    case 'top':
      return !state.isReply
    case 'edited':
      return isEdited
    case 'reported':
      return state.openReports > 0
    case 'decided':
      return state.isReviewed
    case 'undecided':
      return !state.isReviewed
  }
}

/** Whether a figure within a range may stand so to a value. */
function mayStand([low, high]: Range, comparison: Comparison, value: number): boolean {
  switch (comparison) {
    case '=':
      return low <= value && value <= high
    case '<':
      return low < value
    case '<=':
      return low <= value
    case '>':
      return high > value
    case '>=':
      return high >= value
  }
}

const REVERSED = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const

function mayFail(range: Range, comparison: Comparison, value: number): boolean {
  return comparison === '=' ? range[0] !== range[1] || range[0] !== value : mayStand(range, REVERSED[comparison], value)
}
