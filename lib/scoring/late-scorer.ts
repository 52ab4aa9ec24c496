import type { NewsroomView } from './judgement/apply-judgement'
import type { AttributeScore, ScorerInput } from './scorer'

/**
 * A scorer that is too slow for ingest: it runs in a job, preferably on a thread of its own, and its scores come later.
 */
export interface LateScorer {
  name: string
  /** Changes whenever the same input may give another number. */
  version: string
  /** Loads what it needs. */
  start: () => Promise<RunningLateScorer>
}

/** A text whose newsroom has learnt from its decisions. */
export interface JudgedInput extends ScorerInput {
  newsroom: NewsroomView
}

/** A late scorer at work. */
export interface RunningLateScorer {
  /** One list for each input, in their order; null where it cannot say anything of a text. */
  score: (inputs: readonly ScorerInput[]) => Promise<(AttributeScore[] | null)[]>
  /** What newsrooms' own judgements make of texts by what this scorer has read, as `score` gives it; for one whose numbers they learn from. */
  judge?: (inputs: readonly JudgedInput[]) => Promise<(AttributeScore[] | null)[]>
  stop: () => Promise<void> | void
}
