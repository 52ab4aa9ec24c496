/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'bbf1ce93d3',
  incivility: 'c0248cbd0e',
  lexical_topicality: 'a0eeb6ec5c',
  base: '24b82ce2a7',
  late_sentence_topicality: 'af2f12be98',
  late_incivility: 'ec0585a949',
} as const
