/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '7e58b932c1',
  incivility: 'fb973553e9',
  lexical_topicality: '7072609659',
  base: 'd7fcdcbe07',
  late_incivility: 'a1254cecf5',
  late_sentence_topicality: '5f5f709ea4',
} as const
