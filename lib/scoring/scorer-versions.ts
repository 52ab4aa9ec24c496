/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '36f4794ddb',
  incivility: '3b8eee6581',
  lexical_topicality: '23269f621a',
  base: 'b38e555568',
  late_sentence_topicality: '927008c8d2',
  late_incivility: '80b41f6269',
} as const
