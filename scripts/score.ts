/**
 * npm run -s score [-- --no-embedding --decisions FILE] < comments.ndjson > scores.ndjson
 *
 * Scores comments without storing anything: each line {id, body, parent?, article?: {title, body}} gives a line {id, uncivil, kinds,
 * spans, topicality, reason}, or {id?, error}. Nothing else is written to standard output; exits with 1 when a line was
 * refused. By default all shipped scorers are asked; --no-embedding leaves out the slow ones. With --decisions, what a newsroom has
 * decided is learnt first, and scores say how likely it marks a comment: lines {body, parent?, article?, mark?, kind?}, the oldest first.
 */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { describeError } from '@/lib/domain/errors'
import { learnFromFile } from '@/lib/services/judgement/from-file'
import { scoreLines } from '@/lib/services/scoring/score-lines'
import { startTextScorer } from '@/lib/services/scoring/text-scorer'

const USAGE = 'npm run -s score [-- --no-embedding --decisions FILE] < comments.ndjson > scores.ndjson'

async function main(): Promise<void> {
  const options = {
    'no-embedding': { type: 'boolean', default: false },
    decisions: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const
  const { values } = parseArgs({ options })
  if (values.help) return console.error(USAGE)
  const judgement = values.decisions === undefined ? null : await learnFromFile(createReadStream(values.decisions), values['no-embedding'])
  if (values.decisions !== undefined && judgement === null)
    console.error('Too few decisions to learn from: scores are the shipped models’.')
  const scorer = await startTextScorer(values['no-embedding'], undefined, judgement)
  let refused = 0
  try {
    for await (const { text, isRefused } of scoreLines(process.stdin, scorer)) {
      if (isRefused) refused += 1
      // No faster than it is taken, so that a large file is never held whole.
      if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain')
    }
  } finally {
    await scorer.stop()
  }
  if (refused > 0) console.error(`${refused} ${refused === 1 ? 'line was' : 'lines were'} refused.`)
  process.exitCode = refused > 0 ? 1 : 0
}

// Whoever reads may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
try {
  await main()
} catch (error) {
  console.error(`${describeError(error)}\n${USAGE}`)
  process.exitCode = 1
}
