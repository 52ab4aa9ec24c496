/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'eff6ce86e4',
  incivility: '05b6db7993',
  lexical_topicality: 'd23a3c6333',
  base: '9b0e528042',
  late_incivility: '54762428b2',
  late_sentence_topicality: '3a91c87265',
} as const
