/** The lines at which an alert is raised for a discussion; null turns a line off. Shares are 0–1. */
export interface AlertLineSettings {
  ratePerHour: number | null
  uncivilShare: number | null
  offTopicShare: number | null
  leastComments: number
}

export const ALERT_MEASURES = ['rate', 'uncivil', 'off_topic'] as const
export type AlertMeasure = (typeof ALERT_MEASURES)[number]

/** A discussion in the hours before now. */
export interface RecentTalk {
  /** Comments written in the window, and how long it is; in hours, above 0. */
  comments: number
  hours: number
  /** Those that are marked, or suggested and not decided yet. */
  heated: number
  strayed: number
}

/** What changes for one line: it was passed, or the discussion is back below it. */
export interface AlertChange {
  measure: AlertMeasure
  change: 'raise' | 'clear'
  value: number
  line: number
}

/** An alert is cleared only this far below its line, so that a discussion on the line does not ring and ring. */
const CLEAR_BELOW = 0.8

/**
 * Which alerts begin and end, given those that are open and what is measured: raised at the line or above, cleared below four fifths of it,
 * unchanged in between. A share of fewer comments than `leastComments` raises nothing; once a discussion is that quiet, its alert clears.
 * A line that was turned off clears what it had raised.
 *
 * @param open the measures whose alert stands
 */
export function judgeAlerts(lines: AlertLineSettings, talk: RecentTalk, open: ReadonlySet<AlertMeasure>): AlertChange[] {
  const enough = talk.comments >= lines.leastComments
  const share = (part: number) => (enough ? part / talk.comments : 0)
  const measured: [AlertMeasure, number | null, number][] = [
    ['rate', lines.ratePerHour, talk.comments / talk.hours],
    ['uncivil', lines.uncivilShare, share(talk.heated)],
    ['off_topic', lines.offTopicShare, share(talk.strayed)],
  ]
  return measured.flatMap(([measure, line, value]): AlertChange[] => {
    if (open.has(measure)) return line === null || value < line * CLEAR_BELOW ? [{ measure, change: 'clear', value, line: line ?? 0 }] : []
    return line !== null && value >= line ? [{ measure, change: 'raise', value, line }] : []
  })
}
