/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'b706b30a46',
  incivility: '8de6a59cb8',
  lexical_topicality: 'e95bf7e8ed',
  base: '047e9620f7',
  late_incivility: '88b9a90039',
  late_sentence_topicality: '17342c0234',
} as const
