/** How many voices wrote how many comments each; nothing else of a discussion's authors matters here. */
export interface VoiceCount {
  /** 1 or more. */
  comments: number
  voices: number
}

/** How evenly a discussion is shared among those who write in it. */
export interface Dominance {
  voices: number
  comments: number
  /** 0 when all wrote the same number, towards 1 when one wrote nearly everything. */
  gini: number
  /** Share of comments, 0–1, of the most active voices: as many as `top` asked for, or all. */
  topShare: number
  /** What those would have written had all written the same: the figure to hold `topShare` against. */
  evenShare: number
  /** The smallest number of voices that together wrote half of the comments. */
  voicesOfHalf: number
  /** The Lorenz curve from (0, 0) to (1, 1): the quietest `voices` share wrote the `comments` share. */
  curve: { voices: number; comments: number }[]
  verdict: DominanceVerdict
}

/** `even`: nobody stands out; `led`: a few write much of it; `dominated`: a few write most of it. */
export type DominanceVerdict = 'even' | 'led' | 'dominated'

/** Fewer voices than this say nothing about evenness. */
const FEWEST_VOICES = 5
/** So many of the most active are the top. */
const TOP_VOICES = 10

/**
 * Who dominates, from the numbers of voices by their numbers of comments; null with fewer than five voices.
 *
 * Gini = 1 − 2 × the area under the Lorenz curve (Gini 1912), by trapezoids over the groups, which is exact. The verdict
 * holds the share of the top voices against the share that they would have in an even discussion: `led` from three times
 * and 20 % on, `dominated` when they wrote more than half and at least twice what an even discussion gives them.
 */
export function measureDominance(counts: readonly VoiceCount[]): Dominance | null {
  const groups = counts.filter(({ comments, voices }) => comments > 0 && voices > 0).sort((a, b) => a.comments - b.comments)
  const voices = groups.reduce((sum, group) => sum + group.voices, 0)
  const comments = groups.reduce((sum, group) => sum + group.voices * group.comments, 0)
  if (voices < FEWEST_VOICES) return null
  const curve = [{ voices: 0, comments: 0 }]
  let [seenVoices, seenComments, area] = [0, 0, 0]
  for (const group of groups) {
    const written = group.voices * group.comments
    area += (group.voices / voices) * ((seenComments + written / 2) / comments)
    seenVoices += group.voices
    seenComments += written
    curve.push({ voices: seenVoices / voices, comments: seenComments / comments })
  }
  const top = Math.min(TOP_VOICES, voices)
  const topShare = writtenByTop(groups, top) / comments
  const evenShare = top / voices
  return {
    voices,
    comments,
    gini: Math.max(0, 1 - 2 * area),
    topShare,
    evenShare,
    voicesOfHalf: countVoicesOfHalf(groups, comments),
    curve,
    verdict: judge(topShare, evenShare),
  }
}

function judge(topShare: number, evenShare: number): DominanceVerdict {
  if (topShare > 0.5 && topShare >= 2 * evenShare) return 'dominated'
  if (topShare >= 0.2 && topShare >= 3 * evenShare) return 'led'
  return 'even'
}

function writtenByTop(groups: readonly VoiceCount[], top: number): number {
  let [left, written] = [top, 0]
  for (const group of groups.toReversed()) {
    const taken = Math.min(left, group.voices)
    written += taken * group.comments
    left -= taken
  }
  return written
}

function countVoicesOfHalf(groups: readonly VoiceCount[], comments: number): number {
  let [left, voices] = [comments / 2, 0]
  for (const group of groups.toReversed()) {
    const needed = Math.min(group.voices, Math.ceil(left / group.comments))
    voices += needed
    left -= needed * group.comments
    if (left <= 0) break
  }
  return voices
}
