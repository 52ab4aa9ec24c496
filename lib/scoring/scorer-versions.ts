/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: 'a706257aed',
  incivility: 'f49a4720c2',
  lexical_topicality: '03fe344aa1',
  base: 'ea78214274',
  late_sentence_topicality: 'cd782f72ba',
  late_incivility: 'dc0c201518',
} as const
