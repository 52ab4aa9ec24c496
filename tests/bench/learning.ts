import { rm } from 'node:fs/promises'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { readBase } from '@/lib/scoring/base-reading'
import type { DecidedText } from '@/lib/scoring/judgement/decided-text'
import { LearningHere, type Learning } from '@/lib/scoring/judgement/learning'
import { LearningThread } from '@/lib/scoring/judgement/learning-thread'
import { readLate } from '@/lib/scoring/late-reading'
import { bundleServer } from '@/tests/factories/bundled-server'
import { makeDice } from '@/tests/factories/decided-texts'
import { NewsTexts } from './news-comments'
import { SAMPLE_ARTICLE } from './sample-discussion'

// npm run bench:learning [-- --decisions 4000]: how long whoever is at work waits for their turn in the server's main thread while a
// newsroom's judgement is learnt, there and on a thread of its own, beside the same thread at rest; and the memory of the process.
const { values: options } = parseArgs({ options: { decisions: { type: 'string', default: '4000' } } })
const REST_MS = 3000
const VECTOR_SIZE = 512
/** A requests' work on the main thread comes in pieces; one that waits for its turn asks so often. */
const RESOLUTION_MS = 1

function decide(count: number): DecidedText[] {
  const roll = makeDice(1)
  const texts = new NewsTexts(1)
  const article = { id: 'a', version: '1', title: SAMPLE_ARTICLE.title, standfirst: null, body: SAMPLE_ARTICLE.body }
  return Array.from({ length: count }, () => texts.next()).flatMap((body) => {
    const reading = readBase({ body, parentBody: null, article, watchedWords: [] })
    if (reading === null) return []
    const vector = Float32Array.from({ length: VECTOR_SIZE }, () => (roll() - 0.5) / 10)
    const isUncivil = roll() < 1 / (1 + Math.exp(-(reading.logits['uncivil'] ?? 0)))
    const text = { body, reading, late: readLate(reading, { logits: {}, vector }), parent: null, isReply: false, depth: 0 }
    return [{ text, isUncivil, kind: isUncivil ? ('insult' as const) : null, isOffTopic: roll() < 0.1, count: 1 }]
  })
}

async function measure(what: string, work: () => Promise<unknown>) {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  let memory = 0
  const looking = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 50)
  const [began, before] = [performance.now(), process.cpuUsage()]
  delays.enable()
  await work()
  delays.disable()
  clearInterval(looking)
  const { user, system } = process.cpuUsage(before)
  const ms = (percentile: number) => Number((delays.percentile(percentile) / 1e6 - RESOLUTION_MS).toFixed(1))
  return {
    what,
    ...{ seconds: ((performance.now() - began) / 1000).toFixed(1), 'of a processor, s': ((user + system) / 1e6).toFixed(1) },
    ...{ 'wait for a turn, p50 ms': ms(50), 'p99 ms': ms(99), 'worst ms': ms(100), 'memory, MB': Math.round(memory / 1e6) },
  }
}

async function learn(learning: Learning, decided: readonly DecidedText[]): Promise<void> {
  for (let from = 0; from < decided.length; from += 50) learning.addDecided(decided.slice(from, from + 50))
  await learning.conclude({ number: 1, live: null, unseen: Math.round(decided.length / 5) })
  await learning.stop()
}

const decided = decide(Number(options.decisions))
const server = await bundleServer('tests/bench/front.ts')
const file = pathToFileURL(path.join(path.dirname(server), 'learning-worker.mjs'))
const here = new LearningHere(async () => {
  await nextTurn()
})
console.table([
  await measure('at rest', () => wait(REST_MS)),
  await measure('learning on a thread of its own', () => learn(new LearningThread(file), decided)),
  await measure('learning in the main thread', () => learn(here, decided)),
])
await rm(path.dirname(server), { recursive: true })
