import { ASCII_UNITS, foldText, placeOf, SPACED_LETTER, type FoldedText } from './fold'
import { isShownAsWritten } from './shown-text'

/** A term found. `start` and `end` are UTF-16 units of the original text; `term` is its place in the compiled list. */
export interface TermMatch {
  term: number
  start: number
  end: number
}

interface Pattern {
  term: number
  length: number
  isPrefix: boolean
}

const ROOT = 0
const SPACE = 0x20
/** Up to so many entries (4 MB) all steps are kept ready in one table; beyond, the fallbacks are walked as one goes. */
const MOST_READY_STEPS = 1_000_000

/**
 * An Aho–Corasick automaton over folded UTF-16 units: all terms are looked for in one pass, however many there are.
 *
 * Our own rather than re2js: a list joined into one expression yields only one match per place, no telling which term,
 * and boundaries that know ASCII only.
 */
export class WordAutomaton {
  /** Units that occur in terms, numbered from 1, by unit. 0 stands for all others. */
  private readonly symbols = new Uint16Array(0x10000)
  /** Keyed by state × alphabet + symbol. */
  private readonly edges = new Map<number, number>()
  private readonly fallback: number[] = [ROOT]
  private readonly patterns: Pattern[][] = [[]]
  /** The nearest state on the chain of fallbacks that ends a term, or the root. */
  private readonly nextEnding: number[] = [ROOT]
  private readonly alphabet: number
  /** Where each symbol leads from each state, fallbacks followed; null when the terms are too many. */
  private readonly readySteps: Int32Array | null
  /** By state, whether a term ends there. */
  private readonly isEnding: Uint8Array

  /** Terms that fold to nothing are never found. A last `*` means: any word that begins so. */
  constructor(terms: readonly string[]) {
    const folded = terms.map((term) => foldTerm(term))
    let symbolCount = 0
    for (const { units } of folded) for (const unit of units) this.symbols[unit] ||= ++symbolCount
    this.alphabet = symbolCount + 1
    folded.forEach(({ units, isPrefix }, term) => this.addTerm(units, { term, length: units.length, isPrefix }))
    const byDepth = this.linkFallbacks(folded.map(({ units }) => units))
    this.readySteps = this.patterns.length * this.alphabet <= MOST_READY_STEPS ? this.prepareSteps(byDepth) : null
    this.isEnding = Uint8Array.from(this.patterns, (_, state) => (this.endingAt(state) === ROOT ? 0 : 1))
  }

  /**
   * Calls `onMatch` for every term in the text, in order of where they end. A term is found only as a whole word,
   * except beside letters of scripts that write no spaces between words.
   *
   * @returns how many steps it took: at most two for each folded unit, and one for each ending that is looked at
   */
  findTerms(text: string, onMatch: (match: TermMatch) => void): number {
    if (this.readySteps !== null && isShownAsWritten(text) && !this.mayHold(text, this.readySteps)) return text.length
    const folded = foldText(text)
    let wordEnds: Uint32Array | null = null
    let state = ROOT
    let steps = 0
    for (let at = 0; at < folded.length; at += 1) {
      const symbol = this.symbols[folded.units[at] ?? 0] ?? 0
      steps += 1
      if (symbol === 0) {
        state = ROOT
        continue
      }
      if (this.readySteps !== null) state = this.readySteps[state * this.alphabet + symbol] ?? ROOT
      else {
        let next = this.edges.get(state * this.alphabet + symbol)
        while (next === undefined && state !== ROOT) {
          state = this.fallback[state] ?? ROOT
          next = this.edges.get(state * this.alphabet + symbol)
          steps += 1
        }
        state = next ?? ROOT
      }
      for (let ending = this.endingAt(state); ending !== ROOT; ending = this.nextEnding[ending] ?? ROOT) {
        steps += 1
        wordEnds ??= findWordEnds(folded)
        for (const pattern of this.patterns[ending] ?? []) report(folded, wordEnds, pattern, at, onMatch)
      }
    }
    return steps
  }

  /** Most texts hold no term, within a word or as one: of plain ones that is told without folding them first. */
  private mayHold(text: string, steps: Int32Array): boolean {
    let state = ROOT
    let last = 0
    for (let at = 0; at < text.length; at += 1) {
      const unit = ASCII_UNITS[text.charCodeAt(at)]
      if (unit === undefined) return true
      if (unit === SPACE && last === SPACE) continue
      last = unit
      state = steps[state * this.alphabet + (this.symbols[unit] ?? 0)] ?? ROOT
      if (this.isEnding[state] !== 0) return true
    }
    return false
  }

  private endingAt(state: number): number {
    return (this.patterns[state]?.length ?? 0) > 0 ? state : (this.nextEnding[state] ?? ROOT)
  }

  private addTerm(units: Uint16Array, pattern: Pattern): void {
    if (units.length === 0) return
    let state = ROOT
    for (const unit of units) {
      const key = state * this.alphabet + (this.symbols[unit] ?? 0)
      let next = this.edges.get(key)
      if (next === undefined) {
        next = this.patterns.push([]) - 1
        this.edges.set(key, next)
      }
      state = next
    }
    this.patterns[state]?.push(pattern)
  }

  /**
   * Breadth first, by walking all terms one unit deeper at a time: fallbacks of shorter prefixes are known by then.
   *
   * @returns the states in that order, without the root
   */
  private linkFallbacks(terms: readonly Uint16Array[]): number[] {
    const byDepth: number[] = []
    const states = terms.map(() => ROOT)
    const depth = terms.reduce((most, term) => Math.max(most, term.length), 0)
    for (let at = 0; at < depth; at += 1) {
      terms.forEach((units, term) => {
        const unit = units[at]
        if (unit === undefined) return
        const from = states[term] ?? ROOT
        const symbol = this.symbols[unit] ?? 0
        const state = this.edges.get(from * this.alphabet + symbol) ?? ROOT
        states[term] = state
        if (this.fallback[state] !== undefined) return
        byDepth.push(state)
        this.fallback[state] = from === ROOT ? ROOT : this.step(this.fallback[from] ?? ROOT, symbol)
        this.nextEnding[state] = this.endingAt(this.fallback[state])
      })
    }
    return byDepth
  }

  /** A state's steps are those of its fallback, but for its own edges. */
  private prepareSteps(byDepth: readonly number[]): Int32Array {
    const { alphabet } = this
    const steps = new Int32Array(this.patterns.length * alphabet)
    const edges = [...this.edges].sort(([a], [b]) => a - b)
    const firstEdge = new Map<number, number>()
    edges.forEach(([key], index) => {
      const from = Math.floor(key / alphabet)
      if (!firstEdge.has(from)) firstEdge.set(from, index)
    })
    for (const state of [ROOT, ...byDepth]) {
      const fallback = (this.fallback[state] ?? ROOT) * alphabet
      if (state !== ROOT) steps.copyWithin(state * alphabet, fallback, fallback + alphabet)
      for (let at = firstEdge.get(state) ?? edges.length; at < edges.length; at += 1) {
        const [key, next] = edges[at] ?? [0, ROOT]
        if (key >= (state + 1) * alphabet) break
        steps[key] = next
      }
    }
    return steps
  }

  private step(from: number, symbol: number): number {
    let state = from
    let next = this.edges.get(state * this.alphabet + symbol)
    while (next === undefined && state !== ROOT) {
      state = this.fallback[state] ?? ROOT
      next = this.edges.get(state * this.alphabet + symbol)
    }
    return next ?? ROOT
  }
}

function foldTerm(term: string): { units: Uint16Array; isPrefix: boolean } {
  const trimmed = term.trim()
  const isPrefix = trimmed.endsWith('*')
  const folded = foldText(isPrefix ? trimmed.slice(0, -1) : trimmed)
  return { units: folded.units.slice(0, folded.length), isPrefix }
}

/** For each unit, where the run of spaced letters it stands in ends (exclusive). */
function findWordEnds(folded: FoldedText): Uint32Array {
  const ends = new Uint32Array(folded.length)
  for (let at = folded.length - 1; at >= 0; at -= 1) {
    const continues = folded.classes[at] === SPACED_LETTER && folded.classes[at + 1] === SPACED_LETTER && at + 1 < folded.length
    ends[at] = continues ? (ends[at + 1] ?? at + 1) : at + 1
  }
  return ends
}

function report(folded: FoldedText, wordEnds: Uint32Array, pattern: Pattern, last: number, onMatch: (match: TermMatch) => void): void {
  const first = last - pattern.length + 1
  const wordEnd = wordEnds[last] ?? last + 1
  if (first > 0 && wordEnds[first - 1] !== first) return
  if (folded.starts[first] === folded.starts[first - 1] || (folded.starts[last] === folded.starts[last + 1] && last + 1 < folded.length))
    return
  if (!pattern.isPrefix && wordEnd !== last + 1) return
  const end = pattern.isPrefix ? wordEnd - 1 : last
  onMatch({ term: pattern.term, ...placeOf(folded, first, end) })
}
