/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '563139b19a',
  incivility: '50767e751c',
  lexical_topicality: '2bb9946f9a',
  base: '839e678ab8',
  late_sentence_topicality: '453b95023d',
  late_incivility: '29c5d5fdee',
} as const
