/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '7dc2df8183',
  incivility: '5a2a7fe76a',
  lexical_topicality: 'fca5355394',
  base: '03d448539a',
  late_incivility: '88b9a90039',
  late_sentence_topicality: '17342c0234',
} as const
