/**
 * A stretch of a discussion in time: so many comments, of which so many strayed (off-topic or uncivil). One comment is a
 * stretch of 1; an hour of a large discussion may be one too.
 */
export interface TalkStretch {
  comments: number
  strayed: number
}

/** Where a discussion left its base line. Places are indices into the stretches that were given. */
export interface Derailment {
  /** The stretch in which it began: its first comments that strayed are the ones to look at. */
  began: number
  /** The last stretch before it went back; the last one of all while it has not. */
  last: number
  /** The stretch at which the rule, reading along, would first have said so. */
  noticed: number
  /** Share of comments that strayed before, and between `began` and `last`; both 0–1. */
  shareBefore: number
  shareWithin: number
  comments: number
  /** Log-likelihood ratio of two shares against one, in nats; see THRESHOLD. */
  evidence: number
}

/** A base line needs this many comments, and a break this many, and the share must rise by at least RISE. */
const BASE_COMMENTS = 12
const BREAK_COMMENTS = 4
/** Below this many comments nothing can be said about a turn. */
export const FEWEST_TO_TURN = BASE_COMMENTS + BREAK_COMMENTS
const RISE = 0.2
/** So many comments tell whether it goes on as it began. */
const ONSET_COMMENTS = 12

/**
 * The evidence that is asked for, by the number of comments n: 2.6 + 1.35 ln n nats. Chosen by simulation, so that fewer than
 * one calm discussion in a hundred is called derailed, whatever its own share of strayed comments (2–50 %) and its length
 * (30–2,000 comments); tests/unit/domain/derailment.test.ts measures it again.
 */
const THRESHOLD = (comments: number) => 2.6 + 1.35 * Math.log(comments)

/** Pairs of begin and end are tried one by one: longer discussions are read in this many bundles of equal size. */
const MOST_STRETCHES = 600

/**
 * The moment when the share of off-topic or uncivil comments broke from the discussion's own base line; null while it did
 * not. A likelihood-ratio scan for a raised segment (Siegmund & Venkatraman 1995, "Using the generalized likelihood ratio
 * statistic for sequential detection of a change-point"): for every begin s and end e, comments of s…e are compared with
 * those before s; the pair with the most evidence wins if the evidence passes THRESHOLD. Nothing outside the discussion
 * is needed: one that strays from its first comment on has no base line and did not derail, it never was on topic.
 *
 * Reads up to 600 stretches exactly; beyond, neighbours are bundled, and the places are those of the first in a bundle.
 *
 * @param stretches oldest first
 */
export function findDerailment(stretches: readonly TalkStretch[]): Derailment | null {
  const size = Math.max(1, Math.ceil(stretches.length / MOST_STRETCHES))
  const { comments, strayed } = addUp(stretches, size)
  const bundles = comments.length - 1
  const total = comments[bundles] ?? 0
  const asked = THRESHOLD(Math.max(2, total))
  let best: { began: number; end: number; evidence: number } | null = null
  let noticed: number | null = null
  for (let end = 1; end <= bundles; end++) {
    for (let began = 1; began < end; began++) {
      const evidence = weigh(comments, strayed, began, end)
      if (evidence < asked) continue
      noticed ??= end - 1
      if (best === null || evidence > best.evidence) best = { began, end, evidence }
    }
  }
  if (best === null || noticed === null) return null
  const { began, end, evidence } = best
  const last = Math.min(end * size, stretches.length) - 1
  const shareWithin = between(strayed, began, end) / between(comments, began, end)
  return {
    began: findOnset(stretches, began * size, last, shareWithin),
    last,
    noticed: Math.min(noticed * size + size, stretches.length) - 1,
    shareBefore: (strayed[began] ?? 0) / (comments[began] ?? 1),
    shareWithin,
    comments: between(comments, began, end),
    evidence,
  }
}

/** Running sums over bundles, each beginning with 0. */
function addUp(stretches: readonly TalkStretch[], size: number): { comments: number[]; strayed: number[] } {
  const comments = [0]
  const strayed = [0]
  let [n, k] = [0, 0]
  stretches.forEach((stretch, index) => {
    n += stretch.comments
    k += stretch.strayed
    if ((index + 1) % size === 0 || index === stretches.length - 1) {
      comments.push(n)
      strayed.push(k)
    }
  })
  return { comments, strayed }
}

function between(sums: readonly number[], from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0)
}

/** How much better two shares, one before `began` and one up to `end`, explain what was seen than one share does; 0 when it rose too little. */
function weigh(comments: readonly number[], strayed: readonly number[], began: number, end: number): number {
  const [before, within] = [comments[began] ?? 0, between(comments, began, end)]
  if (before < BASE_COMMENTS || within < BREAK_COMMENTS) return 0
  const [strayedBefore, strayedWithin] = [strayed[began] ?? 0, between(strayed, began, end)]
  if (strayedWithin / within - strayedBefore / before < RISE) return 0
  return likelihood(strayedBefore, before) + likelihood(strayedWithin, within) - likelihood(strayedBefore + strayedWithin, before + within)
}

/** Greatest log-likelihood of k strayed among n. */
function likelihood(k: number, n: number): number {
  if (k === 0 || k === n) return 0
  const share = k / n
  return k * Math.log(share) + (n - k) * Math.log(1 - share)
}

/**
 * The first stretch that strayed and after which it goes on like that. A stray or two just before a quarrel cost the scan so little
 * evidence that it takes them in; of the ONSET_COMMENTS from there on they leave most alone.
 */
function findOnset(stretches: readonly TalkStretch[], from: number, last: number, shareWithin: number): number {
  const candidates = stretches.flatMap(({ strayed }, index) => (index >= from && index <= last && strayed > 0 ? [index] : []))
  return candidates.find((index) => shareFrom(stretches, index, last) >= shareWithin / 2) ?? candidates[0] ?? from
}

/** The share that strayed of the next ONSET_COMMENTS, or of what there is of them up to `last`. */
function shareFrom(stretches: readonly TalkStretch[], from: number, last: number): number {
  const sum = { comments: 0, strayed: 0 }
  for (let index = from; index <= last && sum.comments < ONSET_COMMENTS; index++) {
    sum.comments += stretches[index]?.comments ?? 0
    sum.strayed += stretches[index]?.strayed ?? 0
  }
  return sum.comments === 0 ? 0 : sum.strayed / sum.comments
}
