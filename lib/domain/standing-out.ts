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

/** A word is said to stand out from here on: one in two hundred would by chance. */
const LEAST_Z = 2.58
/** A word that one commenter repeated is not the discussion's. */
const LEAST_HERE = 3

/**
 * The words of this discussion that stand out against the others, the most certain first: log-odds ratio with an
 * informative Dirichlet prior (Monroe, Colaresi & Quinn 2008, "Fightin' Words", eq. 16, 20, 22). The prior is the
 * language of both together, weighed like as many words as are written here: a rare word has to be written several times
 * before it stands out, and the site's everyday words never do.
 *
 * @param counts each word once; `here` and `elsewhere` are counts of comments or of words, alike for both
 * @param totals all words here and elsewhere, also those that are not among `counts`
 */
export function findStandingWords(counts: readonly WordCount[], totals: { here: number; elsewhere: number }, limit = 20): StandingWord[] {
  const all = totals.here + totals.elsewhere
  if (totals.here === 0 || totals.elsewhere === 0) return []
  const weight = totals.here
  const standing = counts.flatMap((count): StandingWord[] => {
    if (count.here < LEAST_HERE) return []
    const prior = (weight * (count.here + count.elsewhere)) / all
    const [here, elsewhere] = [count.here + prior, count.elsewhere + prior]
    const [restHere, restElsewhere] = [totals.here + weight - here, totals.elsewhere + weight - elsewhere]
    if (restHere <= 0 || restElsewhere <= 0) return []
    const delta = Math.log(here / restHere) - Math.log(elsewhere / restElsewhere)
    const z = delta / Math.sqrt(1 / here + 1 / elsewhere)
    return z < LEAST_Z ? [] : [{ ...count, ratio: here / (totals.here + weight) / (elsewhere / (totals.elsewhere + weight)), z }]
  })
  return standing.sort((a, b) => b.z - a.z || a.word.localeCompare(b.word)).slice(0, limit)
}
