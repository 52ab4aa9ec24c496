import type { CommentState } from './comment'
import { MAX_AHEAD_HOURS } from './source-time'

/** Hours of waiting that a sure suggestion, or one report of a reliable reader, is worth. */
const HOURS = { uncivil: 12, offTopic: 8, report: 6 } as const
/** Reports beyond this weight add nothing: a crowd that complains is not worth more than four reliable readers. */
const MOST_REPORT_WEIGHT = 4
/** What is public is seen meanwhile. */
const PUBLIC_FACTOR = 1.5

/** What the priority of a comment hangs on. `reportWeight` is the sum of the weights of its open reports. */
export interface Urgency extends Pick<CommentState, 'status' | 'suggestions' | 'openReports'> {
  reportWeight: number
  receivedAt: Date
}

/**
 * The place of a comment among those that wait, in hours; the highest comes first.
 *
 *   (1.5 if public) × (12 × incivility + 8 × distance from the topic + 6 × weight of its reports, 4 at most) − hour it came in
 *
 * Scores are 0–1, hours count from 1970. Everything that waits grows by the same hour an hour, so the order of two comments
 * stays the same while they wait and a later one passes an earlier one only by being worse: nothing waits for ever. The
 * formula is our own; the database computes the same (migration "desk"), and a test holds the two together.
 */
export function priorityOf({ status, suggestions, openReports, reportWeight, receivedAt }: Urgency): number {
  const reports = openReports > 0 ? HOURS.report * Math.min(reportWeight, MOST_REPORT_WEIGHT) : 0
  const severity = HOURS.uncivil * (suggestions.uncivil?.score ?? 0) + HOURS.offTopic * (suggestions.offTopic ?? 0) + reports
  return severity * (status === 'published' ? PUBLIC_FACTOR : 1) - receivedAt.getTime() / 3_600_000
}

/** What the worst comment there can be is worth, in hours. */
const MOST_SEVERITY = PUBLIC_FACTOR * (HOURS.uncivil + HOURS.offTopic + HOURS.report * MOST_REPORT_WEIGHT)

/** No comment that was written at that time or later has a higher priority. */
export function highestPrioritySince(writtenAt: Date): number {
  return MOST_SEVERITY + MAX_AHEAD_HOURS - writtenAt.getTime() / 3_600_000
}

/** What became of a reader's earlier complaints: upheld when the comment was rejected or marked, dismissed when not. */
export interface ReporterRecord {
  upheld: number
  dismissed: number
}

/**
 * How much a report weighs, 0–1: the share of its reporter's complaints that moderators upheld, by Laplace's rule of
 * succession, so that somebody unknown weighs one half.
 */
export function weighReporter({ upheld, dismissed }: ReporterRecord): number {
  return (upheld + 1) / (upheld + dismissed + 2)
}
