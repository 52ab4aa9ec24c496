/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'c8a24b81c4',
  incivility: 'e072e52676',
  lexical_topicality: '9831cc5c89',
  base: '97aae09be6',
  late_incivility: '88b9a90039',
  late_sentence_topicality: '28330aaa26',
} as const
