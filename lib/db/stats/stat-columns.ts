/**
 * The counters of a discussion, as columns of article_stat. What each counts is said in stat-facts.ts; removed comments count in
 * `removed` alone. `*_sum` are thousandths of scores.
 */
export const STAT_COLUMNS = [
  'removed',
  'comments',
  'replies',
  'pending',
  'published',
  'approved',
  'rejected',
  'unknown_authors',
  'unknown_times',
  'edited',
  'waiting',
  'judged',
  'decided',
  'policy_published',
  'policy_held',
  'policy_rejected',
  'off_topic',
  'uncivil',
  'uncivil_insult',
  'uncivil_identity_attack',
  'uncivil_threat',
  'uncivil_profanity',
  'uncivil_condescension',
  'uncivil_mockery',
  'uncivil_sexual',
  'uncivil_other',
  'suggested_off_topic',
  'suggested_uncivil',
  'strayed',
  'heated',
  'shown_uncivil',
  'shown_off_topic',
  'shown_waiting',
  'featured',
  'measured',
  'reports',
  'incivility_sum',
  'distance_sum',
  'incivility_0',
  'incivility_1',
  'incivility_2',
  'incivility_3',
  'incivility_4',
  'incivility_5',
  'incivility_6',
  'incivility_7',
  'incivility_8',
  'incivility_9',
  'distance_0',
  'distance_1',
  'distance_2',
  'distance_3',
  'distance_4',
  'distance_5',
  'distance_6',
  'distance_7',
  'distance_8',
  'distance_9',
] as const
export type StatColumn = (typeof STAT_COLUMNS)[number]

/** A row of counters. */
export type StatCounts = Record<StatColumn, number>

/** Zero of each, for what has no row. */
export const NO_COUNTS: StatCounts = Object.fromEntries(STAT_COLUMNS.map((column) => [column, 0])) as StatCounts

/** The columns as a list for a statement, each put through `write`. */
export function listColumns(write: (column: StatColumn) => string = (column) => column): string {
  return STAT_COLUMNS.map(write).join(', ')
}

/** Steps of a distribution of scores, tenths from 0 up. */
export function readSteps(counts: StatCounts, score: 'incivility' | 'distance'): number[] {
  return Array.from({ length: 10 }, (_, step) => counts[`${score}_${step}` as StatColumn])
}
