import type { SearchFault } from '../search/faults'
import { parseTerms, refuseJoiner, type Search } from '../search/parse'
import type { Term } from '../search/terms'

/** What becomes of a comment that a rule fits: public although it would be held, held for a person, or rejected by nobody's hand. */
export const RULE_OUTCOMES = ['publish', 'hold', 'reject'] as const
export type RuleOutcome = (typeof RULE_OUTCOMES)[number]

/** The most rules that a newsroom may have. */
export const MAX_RULES = 30

/** How many of a writer's earlier comments a rule looks at, the newest first: who wrote tens of thousands costs no more than others. */
export const RECORD_DEPTH = 200

/** One rule of a newsroom, as it is asked of every new text. */
export interface Rule {
  id: string
  /** Which of its times of being on this is: what it did is counted by it. */
  run: number
  name: string
  outcome: RuleOutcome
  /** Why a comment is rejected; null for the other outcomes. */
  reason: string | null
  /** All of them must hold. */
  terms: readonly Term[]
}

/** How a rule stands beside what it held, in the log and in the feed. Interfaces in other languages know it by this shape. */
export const signRule = (name: string): string => `Rule “${name}”`

/** Whether an outcome decides in a person's place, so that it is tried on the past before it counts. */
export const isAutomatic = (outcome: RuleOutcome): boolean => outcome !== 'hold'

/**
 * Understands the condition of a rule: a search, limited to what is known of a comment while it arrives. Status and reports do not exist
 * yet then; and a single person is not a matter for a rule: their comments are held on their own page.
 */
export function parseCondition(text: string): Search {
  return parseTerms(text, (term) => refuseInRule(term) ?? refuseJoiner(term))
}

/** A condition as it was written, maybe before `OR` was refused: there it stays the word that it was. */
export function readCondition(text: string): Search {
  return parseTerms(text, refuseInRule)
}

/** Whether a rule can ask for all that a search does. */
export function isCondition(search: string): boolean {
  const { terms, problems } = parseCondition(search)
  return terms.length > 0 && problems.length === 0
}

function refuseInRule(term: Term): SearchFault | null {
  switch (term.field) {
    case 'words':
    case 'article':
    case 'section':
    case 'language':
    case 'score':
    case 'text':
    case 'record':
      return null
    case 'is':
      return term.fact === 'reply' || term.fact === 'top' || term.fact === 'edited' ? null : 'fault.later'
    case 'author':
      return 'fault.person'
    case 'time':
    case 'age':
      return 'fault.time'
    case 'status':
    case 'mark':
    case 'suggests':
    case 'reports':
      return 'fault.later'
  }
}
