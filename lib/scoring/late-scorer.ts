import type { AttributeScore, ScorerInput } from './scorer'

/** A scorer at work. `score` answers in the order of its inputs; null: not scored. */
export interface LateSession {
  score: (inputs: readonly ScorerInput[]) => Promise<(AttributeScore[] | null)[]>
  stop: () => Promise<void>
}

/** Measures too slowly for the ingest call: asked by a job, and in a thread of its own. Never decides. */
export interface LateScorer {
  name: string
  /** Changes whenever the same input may give another number. */
  version: string
  start: () => Promise<LateSession>
}
