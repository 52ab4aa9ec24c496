/** How often a word is written here and in the other discussions of the site. */
export interface WordCount {
  word: string
  here: number
  elsewhere: number
}

/** A word that is typical of this discussion. */
export interface StandingWord extends WordCount {
  /** Its share of all words here over its share elsewhere, smoothed; 1 is as usual. */
  ratio: number
  /** Standard deviations by which it stands out; 1.96 is one chance in forty. */
  z: number
}

/** From this value on, a word counts as standing out: one in two hundred would by chance. */
const LEAST_Z = 2.58
/** A word that one commenter repeated is not the discussion's. */
const LEAST_HERE = 3

/**
 * The words of this discussion that stand out against the others, the most certain first: the signed root of the log-likelihood
 * ratio of a word's two counts (Dunning 1993; Rayson & Garside 2000), which is about normal even where a word is written nowhere
 * else. A log-odds ratio with the language of both as prior was tried before: with a hundred comments to compare with it found
 * nothing in two of three discussions, since the prior counts as if it had been written.
 *
 * @param counts each word once; `here` and `elsewhere` are counts of comments or of words, alike for both
 * @param totals all words here and elsewhere, also those that are not among `counts`
 */
export function findStandingWords(counts: readonly WordCount[], totals: { here: number; elsewhere: number }, limit = 20): StandingWord[] {
  const all = totals.here + totals.elsewhere
  if (totals.here === 0 || totals.elsewhere === 0) return []
  const standing = counts.flatMap((count): StandingWord[] => {
    const shareOfAll = (count.here + count.elsewhere) / all
    const [expectedHere, expectedElsewhere] = [shareOfAll * totals.here, shareOfAll * totals.elsewhere]
    if (count.here < LEAST_HERE || count.here <= expectedHere) return []
    const z = Math.sqrt(2 * (surprise(count.here, expectedHere) + surprise(count.elsewhere, expectedElsewhere)))
    // Of a word written nowhere else the ratio would be without end: to both come as many words as are written here, in the language of both.
    const elsewhere = (count.elsewhere + expectedHere) / (totals.elsewhere + totals.here)
    const ratio = (count.here + expectedHere) / (2 * totals.here) / elsewhere
    return z < LEAST_Z ? [] : [{ ...count, ratio, z }]
  })
  return standing.sort((a, b) => b.z - a.z || a.word.localeCompare(b.word)).slice(0, limit)
}

/** What a count adds to the log-likelihood ratio. */
function surprise(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected)
}
