import type { DecidedText } from './decided-text'
import type { Judgement } from './judgement'
import { learnJudgement } from './learn'
import { restrict, tryBothParts, type WholeTrial } from './try-late'

/** What is asked once every text has been handed over. */
export interface LearningQuestion {
  /** Of the judgement to come, within its site. */
  number: number
  /** What is in use; null for the base. */
  live: Judgement | null
  /** How many of the newest decisions the candidate does not learn from, because it is tried on them. */
  unseen: number
}

export interface LearningAnswer {
  /** Null when there were too few examples of every mark. */
  trial: WholeTrial | null
  /** What is to go live, learnt from all texts; null when the candidate was no better. */
  learnt: Judgement | null
}

/** Where a judgement is learnt: texts are handed over lot by lot, and kept there alone. */
export interface Learning {
  /** What people have decided, the oldest first. */
  addDecided: (texts: readonly DecidedText[]) => void
  /** What was let pass. */
  addPassed: (texts: readonly DecidedText[]) => void
  /** @throws Error when it has been stopped meanwhile */
  conclude: (question: LearningQuestion) => Promise<LearningAnswer>
  stop: () => Promise<void>
}

/** Learns in this thread. */
export class LearningHere implements Learning {
  private readonly decided: DecidedText[] = []
  private readonly passed: DecidedText[] = []

  /** @param pause awaited between steps of some milliseconds */
  constructor(private readonly pause?: () => Promise<void>) {}

  addDecided(texts: readonly DecidedText[]): void {
    this.decided.push(...texts)
  }

  addPassed(texts: readonly DecidedText[]): void {
    this.passed.push(...texts)
  }

  /** Fits on the older decisions and tries on the newest; if that is better than what is in use, fits on all of them. */
  async conclude({ number, live, unseen }: LearningQuestion): Promise<LearningAnswer> {
    const { decided, passed, pause } = this
    const seen = decided.length - unseen
    const candidate = await learnJudgement([...passed, ...decided.slice(0, seen)], number, pause)
    const trial = candidate === null ? null : tryBothParts(candidate, live, decided.slice(seen))
    const whole = trial?.isKept ? await learnJudgement([...passed, ...decided], number, pause) : null
    return { trial, learnt: whole === null ? null : restrict(whole, trial?.targets ?? [], trial?.lateTargets ?? []) }
  }

  stop(): Promise<void> {
    return Promise.resolve()
  }
}
