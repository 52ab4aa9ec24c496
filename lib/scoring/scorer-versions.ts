/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'a4cd203a4c',
  incivility: '307e4e4209',
  lexical_topicality: '212b0e2f40',
  base: 'da7d50d5f2',
  late_sentence_topicality: '19d556bde8',
  late_incivility: '1f05b3afb8',
} as const
