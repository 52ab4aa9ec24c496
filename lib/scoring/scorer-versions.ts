/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '20046e4d93',
  incivility: 'e634f89af4',
  lexical_topicality: 'fd6b7a144f',
  base: '52eeb7b367',
  late_incivility: '0e94870441',
  late_sentence_topicality: '28330aaa26',
} as const
