/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'e498384044',
  incivility: 'b3d29fd484',
  lexical_topicality: '1d2694d73a',
  base: 'b2aef87a4f',
  late_incivility: '8dc10d7bc9',
  late_sentence_topicality: '2648e308ce',
} as const
