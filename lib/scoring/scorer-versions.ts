/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'ac33679128',
  incivility: '2d855df531',
  lexical_topicality: 'ac26aa91f3',
  base: '73333144a4',
  late_sentence_topicality: '19d556bde8',
  late_incivility: '1f05b3afb8',
} as const
