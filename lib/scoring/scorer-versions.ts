/**
 * The version of each scorer, and of the reading that newsrooms learn on: named by what it says of some hundred texts that touch its
 * weights, phrases, lists and constants (training/probes.ts). Written by training/name-versions.ts; a test fails when the numbers are
 * others than those of these versions.
 */
export const SCORER_VERSIONS = {
  watched_words: '0ad18095ec',
  incivility: 'dfcafcfc2f',
  lexical_topicality: '568fb1ada5',
  base: 'd34dde4e93',
  late_sentence_topicality: 'e652948905',
  late_incivility: 'af480c7e7d',
} as const
