import { setImmediate as nextTurn } from 'node:timers/promises'
import { readTextAhead, scoreComment, type ScorerResult } from './score-comment'
import type { ScoredInput, SiteScoring } from './scored-input'
import { getScoringThread, isThreadEnd } from './scoring-thread'

/** So many take about a millisecond. */
const AT_ONCE = 12

/**
 * Every ingest scorer on each of these comments of one site, in their order: on the scoring thread where there is one, else here, a
 * few at a time between other work.
 */
export async function scoreBatch(site: SiteScoring, comments: readonly ScoredInput[]): Promise<ScorerResult[][]> {
  if (comments.length === 0) return []
  const thread = getScoringThread()
  if (thread === null) return scoreHere(site, comments)
  return thread.score(site, comments).catch((error: unknown) => {
    if (isThreadEnd(error)) return scoreHere(site, comments)
    throw error
  })
}

/** Reads a text that will be scored soon, while whoever is to write it is busy: what depends on nothing but the text is then known. */
export function readAhead(body: string): void {
  const thread = getScoringThread()
  if (thread === null) readTextAhead(body)
  else thread.readAhead(body)
}

async function scoreHere(site: SiteScoring, comments: readonly ScoredInput[]): Promise<ScorerResult[][]> {
  const results: ScorerResult[][] = []
  for (const [at, comment] of comments.entries()) {
    if (at > 0 && at % AT_ONCE === 0) await nextTurn()
    results.push(scoreOne(site, comment))
  }
  return results
}

/** The same for one comment, at once and here. */
export function scoreOne({ watchedWords, judgement }: SiteScoring, { isReply, depth, ...texts }: ScoredInput): ScorerResult[] {
  return scoreComment({ ...texts, watchedWords }, judgement === null ? null : { judgement, isReply, depth })
}
