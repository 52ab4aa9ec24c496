import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { incivility } from '@/lib/scoring/incivility/incivility'
import { LATE_SCORERS } from '@/lib/scoring/late-scorers'
import { lexicalTopicality } from '@/lib/scoring/topicality/lexical-topicality'
import { scoreComment } from '@/lib/scoring/score-comment'
import type { ScorerInput } from '@/lib/scoring/scorer'
import { watchedWords } from '@/lib/scoring/watched-words'

/**
 * Comments per CPU-second of each scorer, over an article of 1,000 words, with what its first comment takes (what it loads is in
 * it) and the memory that stays. CPU-seconds are those of the process, threads and garbage collection included. Run:
 * npm run bench:scoring
 */
const COMMENTS = 5_000
const ROUNDS = 3
/** A slow scorer takes a seventieth of a second for each. */
const LATE_COMMENTS = 100
const LATE_LOT = 16

/** English words, the common ones first, drawn about as often as English draws them: few very often, many rarely. */
const VOCABULARY = readFileSync('lib/scoring/weights/general-words.txt', 'utf8')
  .split('\n')
  .filter((word) => /^[a-z]{3,}$/.test(word))
  .slice(0, 20_000)
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
      : VOCABULARY[Math.floor(pickNumber() ** 4 * VOCABULARY.length)]
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

interface Row {
  what: string
  'comments a CPU-second': number
  'first comment, ms': number
  'memory, MB': number
}

/** CPU time of the process so far, in milliseconds. */
function readCpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

function readMemory(): number {
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}

async function measure(
  what: string,
  start: () => Promise<(inputs: readonly ScorerInput[]) => unknown>,
  inputs: readonly ScorerInput[],
): Promise<Row> {
  const memory = readMemory()
  const began = readCpu()
  const score = await start()
  await score(inputs.slice(0, 1))
  const first = readCpu() - began
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = readCpu()
    await score(inputs)
    times.push(readCpu() - from)
  }
  const median = times.sort((x, y) => x - y)[Math.floor(ROUNDS / 2)] ?? 0
  const perSecond = Math.round((inputs.length / median) * 1000)
  return {
    what,
    'comments a CPU-second': perSecond,
    'first comment, ms': Math.round(first),
    'memory, MB': Math.round(readMemory() - memory),
  }
}

const short = makeInputs(60, false, DEFAULT_WATCHED_WORDS)
const replies = makeInputs(60, true, DEFAULT_WATCHED_WORDS)
const long = makeInputs(250, false, DEFAULT_WATCHED_WORDS)
const strict = makeInputs(60, false, manyTerms)

const each = (score: (input: ScorerInput) => unknown) => () =>
  Promise.resolve((inputs: readonly ScorerInput[]) => inputs.forEach((input) => void score(input)))
const rows = [
  await measure(`watched_words, ${DEFAULT_WATCHED_WORDS.length} terms, 60 words`, each(watchedWords.score), short),
  await measure(`watched_words, ${DEFAULT_WATCHED_WORDS.length} terms, 250 words`, each(watchedWords.score), long),
  await measure('watched_words, 2,000 terms, 60 words', each(watchedWords.score), strict),
  await measure('incivility, 60 words', each(incivility.score), short),
  await measure('incivility, 250 words', each(incivility.score), long),
  await measure('lexical_topicality, 60 words', each(lexicalTopicality.score), short),
  await measure('lexical_topicality, 60 words, reply', each(lexicalTopicality.score), replies),
  await measure('lexical_topicality, 250 words', each(lexicalTopicality.score), long),
  await measure(
    'all of ingest, 60 words',
    each((input) => scoreComment(input)),
    short,
  ),
  await measure(
    'all of ingest, 60 words, reply',
    each((input) => scoreComment(input)),
    replies,
  ),
]
for (const scorer of LATE_SCORERS) {
  let stop: () => Promise<void> | void = () => undefined
  const start = async () => {
    const running = await scorer.start()
    stop = () => running.stop()
    return async (inputs: readonly ScorerInput[]) => {
      for (let from = 0; from < inputs.length; from += LATE_LOT) await running.score(inputs.slice(from, from + LATE_LOT))
    }
  }
  rows.push(await measure(`${scorer.name} (late), 60 words`, start, short.slice(0, LATE_COMMENTS)))
  await stop()
}
console.table(rows)
