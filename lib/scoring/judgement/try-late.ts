import { deepen } from '../late-reading'
import type { DecidedText } from './decided-text'
import type { JudgedTarget, Judgement } from './judgement'
import { estimateAll } from './measure'
import { isBetter, tryJudgement, type Trial } from './try-judgement'

/** A trial of both parts of a candidate. */
export interface WholeTrial extends Trial {
  /** Targets whose part for later readings is worth having. */
  lateTargets: JudgedTarget[]
}

/**
 * Tries a candidate on first readings (`tryJudgement`), and then what it says once texts have been read thoroughly.
 *
 * A target's part for later readings is worth having if it beats what is said without it, by the log-odds of those readings. What is
 * learnt by tone alone may show there only: whatever became of its first part, a candidate is kept if with its later one it beats what is in
 * use on later readings, and the figures are those of these.
 *
 * @param live what is in use; null for the base
 */
export function tryBothParts(candidate: Judgement, live: Judgement | null, unseen: readonly DecidedText[]): WholeTrial {
  const first = tryJudgement(withoutLate(candidate), live && withoutLate(live), unseen)
  const read = readAgain(unseen)
  const lateTargets = findLateTargets(restrict(candidate, first.targets, []), candidate, read)
  if (lateTargets.length === 0) return { ...first, lateTargets }
  const late = tryJudgement(restrict(candidate, first.targets, lateTargets), live, read)
  return late.isKept ? { ...late, targets: first.targets, lateTargets } : { ...first, lateTargets: [] }
}

/** A judgement with nothing but these targets. */
export function restrict(judgement: Judgement, targets: readonly JudgedTarget[], lateTargets: readonly JudgedTarget[]): Judgement {
  const { late } = judgement
  const keep = <Weights>(all: ReadonlyMap<JudgedTarget, Weights>, kept: readonly JudgedTarget[]) =>
    new Map([...all].filter(([target]) => kept.includes(target)))
  return {
    ...judgement,
    targets: keep(judgement.targets, targets),
    late: late === null || lateTargets.length === 0 ? null : { ...late, targets: keep(late.targets, lateTargets) },
  }
}

function withoutLate(judgement: Judgement): Judgement {
  return { ...judgement, late: null }
}

function findLateTargets(without: Judgement, { late }: Judgement, read: readonly DecidedText[]): JudgedTarget[] {
  if (late === null || read.length === 0) return []
  const whole = { ...without, late }
  return [...late.targets.keys()].filter((target) =>
    isBetter(read, target, estimateAll(without, read, target), estimateAll(whole, read, target)),
  )
}

/** The texts that have a later reading, as whoever looks at their scores then sees them. */
function readAgain(texts: readonly DecidedText[]): DecidedText[] {
  return texts.flatMap((one) => {
    const { reading, late } = one.text
    return late === null ? [] : [{ ...one, text: { ...one.text, reading: deepen(reading, late) } }]
  })
}
