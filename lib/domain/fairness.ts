/** The figures of groups with fewer comments than this say nothing. */
export const LEAST_COMMENTS = 20

interface GroupCount {
  group: string
  kept: number
  wrong: number
}

/** The share of comments that would be suggested though people kept them, 0–1; null when there are none. */
export function shareWrong({ kept, wrong }: Pick<GroupCount, 'kept' | 'wrong'>): number | null {
  return kept === 0 ? null : wrong / kept
}

/**
 * The groups whose comments are suggested wrongly more than others: by more than twice as often as over all, and by more than
 * chance explains (two standard errors of a share). Groups of fewer than 20 comments are not judged.
 */
export function findUnfair(own: readonly GroupCount[], all: Pick<GroupCount, 'kept' | 'wrong'>): string[] {
  const usual = shareWrong(all) ?? 0
  return own
    .filter(({ kept, wrong }) => {
      if (kept < LEAST_COMMENTS) return false
      const error = Math.sqrt(Math.max(usual * (1 - usual), 0.01 * 0.99) / kept)
      const share = wrong / kept
      return share > 2 * usual && share > usual + 2 * error
    })
    .map(({ group }) => group)
}

/** The Monday a day falls into the week of, in UTC, as YYYY-MM-DD. */
export function weekOf(at: Date): string {
  const monday = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - ((at.getUTCDay() + 6) % 7)))
  return monday.toISOString().slice(0, 10)
}
