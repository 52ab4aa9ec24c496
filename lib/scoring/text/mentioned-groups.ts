import { IDENTITY_TERMS } from './identity-terms'
import { WordAutomaton } from './word-automaton'

const TERMS = IDENTITY_TERMS.flatMap(({ group, terms }) => terms.map((term) => ({ group, term })))
let automaton: WordAutomaton | null = null

/** The groups of people that a text names, each once, in the order of the list of terms. */
export function listMentionedGroups(text: string): string[] {
  automaton ??= new WordAutomaton(TERMS.map(({ term }) => term))
  const found = new Set<string>()
  automaton.findTerms(text, ({ term }) => {
    const named = TERMS[term]
    if (named) found.add(named.group)
  })
  return IDENTITY_TERMS.flatMap(({ group }) => (found.has(group) ? [group] : []))
}
