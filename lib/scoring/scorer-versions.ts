/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '71360801e6',
  incivility: '0a8f54611b',
  lexical_topicality: '5fa9858351',
  base: 'd90fc549e5',
  late_incivility: 'f9cf8854a9',
  late_sentence_topicality: '53e941df11',
} as const
