/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '5b3bf829c7',
  incivility: '3ec634ad2d',
  lexical_topicality: 'b72e6d95dd',
  base: '92aa880324',
  late_incivility: '88b9a90039',
  late_sentence_topicality: '28330aaa26',
} as const
