/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '50b5fc73f6',
  incivility: '561ecea917',
  lexical_topicality: '8b80c6dbcf',
  base: 'bf905c9e59',
  late_incivility: '50ac9a2083',
  late_sentence_topicality: 'f04881ba65',
} as const
