/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '43a786c6d0',
  incivility: '5f0c4aa247',
  lexical_topicality: 'fd885bd970',
  base: '399e378625',
  late_sentence_topicality: 'cd782f72ba',
  late_incivility: 'dc0c201518',
} as const
