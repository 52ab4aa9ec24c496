import { UNCIVIL_KINDS } from '../../domain/comment'
import { STAT_COLUMNS, type StatColumn } from './stat-columns'

const TENTHS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** A step of a distribution: a tenth of a score that stands in thousandths, the last with its end. */
const inStep = (score: string, step: number) => `least(9, ${score} / 100) = ${step}`

/** What each counter counts, in facts of a comment as comment_delta has them, of the comments that are not removed. */
const COUNTED: Partial<Record<StatColumn, string>> = {
  comments: 'true',
  replies: 'is_reply',
  pending: `status = 'pending'`,
  published: `status = 'published'`,
  approved: `status = 'approved'`,
  rejected: `status = 'rejected'`,
  unknown_authors: 'commenter_id IS NULL',
  unknown_times: 'NOT is_dated',
  edited: 'is_edited',
  waiting: 'is_waiting',
  judged: 'is_reviewed OR marked_off_topic OR marked_uncivil IS NOT NULL',
  decided: 'wait_bucket IS NOT NULL',
  policy_published: `wait_bucket IS NULL AND status IN ('published', 'approved')`,
  policy_held: `wait_bucket IS NULL AND status = 'pending'`,
  policy_rejected: `wait_bucket IS NULL AND status = 'rejected'`,
  off_topic: 'marked_off_topic',
  uncivil: 'marked_uncivil IS NOT NULL',
  ...Object.fromEntries(UNCIVIL_KINDS.map((kind) => [`uncivil_${kind}`, `marked_uncivil = '${kind}'`])),
  suggested_off_topic: 'suggested_off_topic',
  suggested_uncivil: 'suggested_uncivil',
  strayed: 'marked_off_topic OR suggested_off_topic',
  heated: 'marked_uncivil IS NOT NULL OR suggested_uncivil',
  shown_uncivil: `status <> 'rejected' AND marked_uncivil IS NOT NULL`,
  shown_off_topic: `status <> 'rejected' AND marked_uncivil IS NULL AND marked_off_topic`,
  shown_waiting: 'marked_uncivil IS NULL AND NOT marked_off_topic AND is_waiting',
  featured: `is_featured AND status IN ('published', 'approved')`,
  measured: 'distance IS NOT NULL',
  ...Object.fromEntries(TENTHS.map((step) => [`incivility_${step}`, inStep('incivility', step)])),
  // least() passes over what is unknown.
  ...Object.fromEntries(TENTHS.map((step) => [`distance_${step}`, `distance IS NOT NULL AND ${inStep('distance', step)}`])),
}

const SUMMED: Partial<Record<StatColumn, string>> = { reports: 'report_count', incivility_sum: 'incivility', distance_sum: 'distance' }

function writeCounter(column: StatColumn): string {
  if (column === 'removed') return `coalesce(sum(sign) FILTER (WHERE status = 'removed'), 0) AS removed`
  const summed = SUMMED[column]
  if (summed !== undefined) return `coalesce(sum(n * ${summed}), 0) AS ${column}`
  return `coalesce(sum(n) FILTER (WHERE ${COUNTED[column] ?? 'NULL'}), 0) AS ${column}`
}

/** Every counter as a sum over rows with the columns of comment_delta and `n`, their sign or, of what is removed, 0. */
export const COUNTERS = STAT_COLUMNS.map(writeCounter).join(',\n      ')
