/** The width of a bar when comments are counted over time. Weeks begin on Monday, all steps in UTC. */
export type VolumeStep = 'hour' | 'day' | 'week' | 'month' | 'year'

const DAY = 86_400_000

/**
 * The step for a discussion from `first` to `last`: hours up to 3 days, days up to 120, then coarser, so that a chart
 * never has more than about 250 bars, even when a source gives one comment a wrong year.
 */
export function chooseVolumeStep(first: Date, last: Date): VolumeStep {
  const days = (last.getTime() - first.getTime()) / DAY
  if (days <= 3) return 'hour'
  if (days <= 120) return 'day'
  if (days <= 3 * 365) return 'week'
  if (days <= 20 * 365) return 'month'
  return 'year'
}
