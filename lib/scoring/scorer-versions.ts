/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '5be6520a40',
  incivility: '4ef61b2aa6',
  lexical_topicality: 'a1dc2b04fa',
  base: 'ad901f4437',
  late_sentence_topicality: '5020a22be2',
  late_incivility: '78d4b7e663',
} as const
