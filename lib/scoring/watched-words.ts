import { RecentCache } from './recent-cache'
import type { AttributeScore, Scorer, WatchedWordRule } from './scorer'
import { WordAutomaton, type TermMatch } from './word-automaton'

/** What one hit is worth, what no number of hits exceeds, and how much of the way each further one goes. */
const ONE_HIT = 0.8
const HIGHEST = 0.95
const STEP = 0.5

/** As many spans as a reason may hold (lib/contracts/score.ts). */
const MOST_SPANS = 200
const KEPT_AUTOMATONS = 50

/** Texts are kept from when they are prepared until they are scored: those of two full batches. */
const KEPT_TEXTS = 2500
const NONE: readonly TermMatch[] = []

const matchesByText = new WeakMap<WordAutomaton, RecentCache<readonly TermMatch[]>>()
const automatonsByList = new WeakMap<readonly WatchedWordRule[], WordAutomaton>()
const automatonsByTerms = new RecentCache<WordAutomaton>(KEPT_AUTOMATONS)

/**
 * Finds the site's watched words, in linear time: an Aho–Corasick automaton over folded text (word-automaton.ts says why
 * not re2js, fold.ts what is folded). A baseline: it knows words, not what is meant by them.
 *
 * A term may be a phrase, and may end in `*` for any word that begins so. Gives `uncivil.<kind>`: 0.8 for one term
 * found, half of what is missing to 0.95 more for each further distinct one; and `watched_word.held` = 1 for terms that
 * are held. Spans are of the original text and do not overlap; of terms inside one another, the longest counts.
 * Nothing is given for what is not found.
 */
export const watchedWords: Scorer = {
  name: 'watched_words',
  version: '1',
  score: ({ body, watchedWords: rules }) => {
    const matches = new Map<string, TermMatch[]>()
    for (const match of findMatches(body, rules)) {
      const rule = rules[match.term]
      if (rule === undefined) continue
      if (rule.kind !== null) collect(matches, `uncivil.${rule.kind}`, match)
      if (rule.isHeld) collect(matches, 'watched_word.held', match)
    }
    return [...matches].map(([attribute, found]) => scoreMatches(attribute, keepLongest(found)))
  },
  prepare: findMatches,
}

function findMatches(body: string, rules: readonly WatchedWordRule[]): readonly TermMatch[] {
  if (rules.length === 0) return []
  const automaton = findAutomaton(rules)
  let found = matchesByText.get(automaton)
  if (found === undefined) matchesByText.set(automaton, (found = new RecentCache(KEPT_TEXTS)))
  return found.getOrCompute(body, () => {
    const matches: TermMatch[] = []
    automaton.findTerms(body, (match) => matches.push(match))
    return matches.length === 0 ? NONE : matches
  })
}

/** By the list itself if it was seen before, else by what is in it. */
function findAutomaton(rules: readonly WatchedWordRule[]): WordAutomaton {
  const known = automatonsByList.get(rules)
  if (known !== undefined) return known
  const terms = rules.map((rule) => rule.term)
  const automaton = automatonsByTerms.getOrCompute(JSON.stringify(terms), () => new WordAutomaton(terms))
  automatonsByList.set(rules, automaton)
  return automaton
}

function collect(matches: Map<string, TermMatch[]>, attribute: string, match: TermMatch): void {
  const list = matches.get(attribute)
  if (list === undefined) matches.set(attribute, [match])
  else list.push(match)
}

/** Leftmost first, the longest of those that begin together, and nothing that overlaps one already kept. */
function keepLongest(matches: readonly TermMatch[]): TermMatch[] {
  const kept: TermMatch[] = []
  let end = 0
  for (const match of [...matches].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.start < end) continue
    kept.push(match)
    end = match.end
  }
  return kept
}

function scoreMatches(attribute: string, matches: readonly TermMatch[]): AttributeScore {
  const distinct = new Set(matches.map((match) => match.term)).size
  const isHeld = attribute === 'watched_word.held'
  const value = isHeld ? 1 : Math.round((HIGHEST - (HIGHEST - ONE_HIT) * STEP ** (distinct - 1)) * 1e4) / 1e4
  const weight = isHeld ? 1 : ONE_HIT
  return {
    attribute,
    value,
    reason: { spans: matches.slice(0, MOST_SPANS).map(({ start, end }) => ({ start, end, weight })), sentences: [] },
  }
}
