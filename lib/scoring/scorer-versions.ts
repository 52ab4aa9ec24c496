/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '9677995290',
  incivility: 'a8df47b6d3',
  lexical_topicality: 'dc4fbc1873',
  base: 'f49e0a04ef',
  late_incivility: 'abfb4a34ce',
  late_sentence_topicality: '4f32b12d72',
} as const
