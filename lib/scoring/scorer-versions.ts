/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '5b3bf829c7',
  incivility: '41348fd176',
  lexical_topicality: '26b3ce714a',
  base: '75dd22fae4',
  late_incivility: 'c85c3b7b9f',
  late_sentence_topicality: '28330aaa26',
} as const
