import { performance } from 'node:perf_hooks'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { lexicalTopicality } from '@/lib/scoring/lexical-topicality'
import { scoreComment } from '@/lib/scoring/score-comment'
import type { ScorerInput } from '@/lib/scoring/scorer'
import { watchedWords } from '@/lib/scoring/watched-words'

/** Comments per second of each scorer on one thread, over an article of 1,000 words. Run: npx tsx tests/bench/scoring.ts */
const COMMENTS = 5_000
const ROUNDS = 5

/** Words of a made-up language with English frequencies: few very common ones, many rare ones, and some stop words. */
const VOCABULARY = Array.from({ length: 3_000 }, (_, at) => `${'bcdfgklmnprst'[at % 13]}${'aeiou'[at % 5]}${(at * 7919).toString(36)}er`)
const STOP_WORDS = 'the of and to in that is it for was on are with as they at be this from or'.split(' ')
let seed = 1
function pickNumber(): number {
  seed = (seed * 48_271) % 2_147_483_647
  return seed / 2_147_483_647
}
function writeText(words: number): string {
  const pick = () =>
    pickNumber() < 0.45
      ? STOP_WORDS[Math.floor(pickNumber() * STOP_WORDS.length)]
      : VOCABULARY[Math.floor(pickNumber() ** 3 * VOCABULARY.length)]
  return Array.from({ length: words }, (_, at) => `${pick() ?? ''}${at % 16 === 15 ? '.' : ''}`).join(' ')
}

const article = { id: 'bench', version: '1', title: writeText(10), standfirst: writeText(25), body: writeText(1_000) }
const manyTerms = VOCABULARY.slice(0, 2_000).map((word) => ({ term: `${word}x`, kind: 'insult', isHeld: false }))
function makeInputs(words: number, isReply: boolean, rules: ScorerInput['watchedWords']): ScorerInput[] {
  return Array.from({ length: COMMENTS }, () => ({
    body: writeText(words),
    parentBody: isReply ? writeText(words) : null,
    article,
    watchedWords: rules,
  }))
}

function measure(score: (input: ScorerInput) => unknown, inputs: readonly ScorerInput[]): { perSecond: number; microseconds: number } {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    for (const input of inputs) score(input)
    return performance.now() - start
  }).sort((a, b) => a - b)
  const median = times[Math.floor(ROUNDS / 2)] ?? 0
  return { perSecond: Math.round((inputs.length / median) * 1000), microseconds: Math.round((median / inputs.length) * 10_000) / 10 }
}

const short = makeInputs(60, false, DEFAULT_WATCHED_WORDS)
const replies = makeInputs(60, true, DEFAULT_WATCHED_WORDS)
const long = makeInputs(250, false, DEFAULT_WATCHED_WORDS)
const strict = makeInputs(60, false, manyTerms)

const row = (what: string, score: (input: ScorerInput) => unknown, inputs: readonly ScorerInput[]) => ({ what, ...measure(score, inputs) })
console.table([
  row(`watched_words, ${DEFAULT_WATCHED_WORDS.length} terms, 60 words`, watchedWords.score, short),
  row(`watched_words, ${DEFAULT_WATCHED_WORDS.length} terms, 250 words`, watchedWords.score, long),
  row('watched_words, 2,000 terms, 60 words', watchedWords.score, strict),
  row('lexical_topicality, 60 words', lexicalTopicality.score, short),
  row('lexical_topicality, 60 words, reply', lexicalTopicality.score, replies),
  row('lexical_topicality, 250 words', lexicalTopicality.score, long),
  row('all scorers, 60 words', scoreComment, short),
  row('all scorers, 60 words, reply', scoreComment, replies),
])
