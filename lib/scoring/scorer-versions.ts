/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '5b3bf829c7',
  incivility: '24cbd4422d',
  lexical_topicality: '26b3ce714a',
  base: 'de23ce3d2a',
  late_incivility: '0e94870441',
  late_sentence_topicality: '28330aaa26',
} as const
