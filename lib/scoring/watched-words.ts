import { GENERAL_RANKS } from './incivility/general'
import { readFolded } from './text/folded-string'
import { RecentCache } from './recent-cache'
import { findRespellings } from './text/respell'
import { RespellingLexicon } from './text/respelling-lexicon'
import type { AttributeScore, Scorer, WatchedWordRule } from './scorer'
import { SCORER_VERSIONS } from './scorer-versions'
import { spellFlags } from './text/markup'
import { isShownAsWritten } from './text/shown-text'
import { TakenPlaces } from './text/taken-places'
import { undisguise } from './text/undisguise'
import { WordAutomaton, type TermMatch } from './text/word-automaton'

/** What one hit is worth, what no number of hits exceeds, and how much of the way each further one goes. */
const ONE_HIT = 0.8
const HIGHEST = 0.95
const STEP = 0.5

/** As many spans as a reason may hold (lib/contracts/score.ts). */
const MOST_SPANS = 200
const KEPT_AUTOMATONS = 50

const NONE: readonly TermMatch[] = []

/** A list of terms made ready: as they are written, and in disguise. */
interface Finder {
  automaton: WordAutomaton
  lexicon: RespellingLexicon
  /** The place in the list of each single word, and of each phrase without its blanks, without its last `*`. */
  places: ReadonlyMap<string, number>
  /** The words that phrases consist of. */
  phraseWords: RespellingLexicon | null
}

const findersByList = new WeakMap<readonly WatchedWordRule[], Finder>()
const findersByTerms = new RecentCache<Finder>(KEPT_AUTOMATONS)

/**
 * Finds the site's watched words, in linear time: an Aho–Corasick automaton over folded text (word-automaton.ts says why
 * not re2js, fold.ts what is folded), and words in disguise (respell.ts), those of phrases too. It knows words, not what is meant by them.
 *
 * A term may be a phrase, and may end in `*` for any word that begins so. Gives `uncivil.<kind>`: 0.8 for one term
 * found, half of what is missing to 0.95 more for each further distinct one; and `watched_word.held` = 1 for terms that
 * are held. Spans are of the original text and do not overlap; of terms inside one another, the longest counts.
 * Nothing is given for what is not found.
 */
export const watchedWords: Scorer = {
  name: 'watched_words',
  version: SCORER_VERSIONS.watched_words,
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
}

function findMatches(body: string, rules: readonly WatchedWordRule[]): readonly TermMatch[] {
  if (rules.length === 0) return NONE
  const finder = getFinder(rules)
  const matches: TermMatch[] = []
  finder.automaton.findTerms(body, (match) => matches.push(match))
  findDisguised(body, finder, matches)
  return matches
}

/** Terms spelt with digits, signs, blanks or gaps, where no term stands as it is written. */
function findDisguised(body: string, finder: Finder, matches: TermMatch[]): void {
  const folded = readFolded(body)
  const asWritten = new TakenPlaces(body.length)
  for (const match of matches) asWritten.take(match.start, match.end)
  for (const { start, end, word } of findRespellings(folded.signs, finder.lexicon)) {
    const span = folded.toOriginal(start, end)
    if (asWritten.has(span.start, span.end)) continue
    const term = finder.places.get(word) ?? findPrefix(finder, word)
    if (term !== undefined) matches.push({ term, ...span })
  }
  const plain = finder.phraseWords === null ? null : undisguise(folded.signs, finder.phraseWords)
  if (plain !== null)
    finder.automaton.findTerms(plain.text, ({ term, start, end }) => {
      const span = folded.toOriginal(plain.starts[start] ?? 0, plain.ends[end - 1] ?? 0)
      if (!asWritten.has(span.start, span.end)) matches.push({ term, ...span })
    })
  if (isShownAsWritten(body)) return
  for (const { 0: flags, index } of body.matchAll(FLAGS)) {
    const term = finder.places.get(spellFlags(flags))
    if (term !== undefined && !asWritten.has(index, index + flags.length)) matches.push({ term, start: index, end: index + flags.length })
  }
}

/** Flags of countries in a row, which may spell a term that stands in the list ("🇸🇭🇮🇹"). */
const FLAGS = /(?:\ud83c[\udde6-\uddff]){4,}/g

function findPrefix({ places }: Finder, word: string): number | undefined {
  for (let length = word.length - 1; length > 2; length -= 1) {
    const term = places.get(word.slice(0, length))
    if (term !== undefined) return term
  }
  return undefined
}

/** By the list itself if it was seen before, else by what is in it. */
function getFinder(rules: readonly WatchedWordRule[]): Finder {
  const known = findersByList.get(rules)
  if (known !== undefined) return known
  const terms = rules.map((rule) => rule.term)
  const finder = findersByTerms.getOrCompute(JSON.stringify(terms), () => makeFinder(terms))
  findersByList.set(rules, finder)
  return finder
}

function makeFinder(terms: readonly string[]): Finder {
  const singles = terms.map((term) => readFolded(term.trim()).text)
  const places = new Map<string, number>()
  singles.forEach((term, place) => {
    if (!/\s/.test(term) && !places.has(term)) places.set(term.replace(/\*$/, ''), place)
  })
  const phrases = singles.map((term, place) => ({ term, place })).filter(({ term }) => /^[a-z']+(?: [a-z']+)+\*?$/.test(term))
  const joined = phrases.map(({ term, place }) => ({ term: term.replace(/[' ]/g, ''), place }))
  for (const { term, place } of joined) if (!places.has(term.replace(/\*$/, ''))) places.set(term.replace(/\*$/, ''), place)
  const lexicon = new RespellingLexicon(
    [...singles, ...joined.map(({ term }) => term)].filter((term) => /^[a-z]+\*?$/.test(term)),
    GENERAL_RANKS,
  )
  const phraseWords = phrases.length === 0 ? null : new RespellingLexicon(phrases.flatMap(({ term }) => term.match(/[a-z]+/g) ?? []))
  return { automaton: new WordAutomaton(terms), lexicon, places, phraseWords }
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
