/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '6475b83cb8',
  incivility: '5d145311da',
  lexical_topicality: '8385027cd0',
  base: '90e97de87a',
  late_sentence_topicality: '5def1012b6',
  late_incivility: '09e17fa380',
} as const
