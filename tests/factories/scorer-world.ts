import { afterEach, beforeEach, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import { ScorerClient } from '@/lib/events/ask-scorer'
import { getCommentContext } from '@/lib/services/comment/context'
import { ingestComments } from '@/lib/services/comment/ingest'
import { listQueue } from '@/lib/services/queue/list'
import { addScorer } from '@/lib/services/remote-scorer/manage'
import { askDue, listReadyScorers } from '@/lib/services/remote-scorer/dispatch'
import { indexNextTexts } from '@/lib/services/search/index-texts'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { makeArticle } from '@/tests/factories/article'
import { FakeScorer, type ScorerMood } from '@/tests/factories/fake-scorer'
import { makeSite, type TestSite } from '@/tests/factories/site'

interface ScorerWorld {
  site: TestSite
  service: FakeScorer
  base: string
  /** Milliseconds by which the clock of the dispatch is ahead. */
  ahead: number
  client: ScorerClient
}

/** What the tests of scorers outside share; filled before each. */
export const world = { ahead: 0 } as ScorerWorld

export const OF_INSULT: ScorerMood = { json: { scores: { insult: 0.93 }, version: 'v3' } }

export const dispatch = () => ({ db: getDb(), now: () => new Date(Date.now() + world.ahead), client: world.client, random: () => 0.5 })

/** Call it once in a test file: every test has a site, a fake service and a clock of its own. */
export function prepareScorerWorld(): void {
  beforeEach(async () => {
    await getDb().query('DELETE FROM remote_scorer')
    vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), SCORER_ALLOW_PRIVATE: true })
    world.ahead = 0
    world.site = await makeSite()
    await makeArticle(world.site, { externalId: 'a', title: 'Council votes to close the night tram' })
    await addWatchedWord(await world.site.as('admin'), { term: 'idiot', kind: 'insult', isHeld: false })
    world.service = new FakeScorer()
    world.base = await world.service.listen()
    world.client = new ScorerClient(true)
  })
  afterEach(async () => {
    world.service.close()
    await world.client.close()
    vi.mocked(env.readEnv).mockRestore()
  })
}

export async function addHttp(more: object = {}): Promise<{ id: string; signingSecret: string | null }> {
  return addScorer(await world.site.as('admin'), { name: 'Outside', kind: 'http', url: `${world.base}/score`, timeoutSeconds: 10, ...more })
}

/** Takes comments in and does what follows ingest. */
export async function send(bodies: Record<string, string>, revision = 1): Promise<void> {
  const comments = Object.entries(bodies).map(([externalId, body]) => ({ externalId, articleExternalId: 'a', body, revision }))
  await ingestComments(world.site.asKey('ingest'), comments)
  while ((await indexNextTexts(getDb(), 20)) > 0);
}

/** Asks every scorer about what is due now. */
export async function askAll(): Promise<number> {
  let total = 0
  for (let asked = 1; asked > 0; total += asked) {
    asked = 0
    for (const scorer of await listReadyScorers(dispatch())) asked += await askDue(dispatch(), scorer)
  }
  return total
}

/** Lets time pass until nothing is tried any more. */
export async function askUntilQuiet(): Promise<void> {
  for (let minute = 0; minute < 120; minute += 1) {
    await askAll()
    world.ahead += 60_000
  }
}

export async function readRow(externalId: string) {
  const { rows } = await listQueue(await world.site.as('moderator'), { queue: 'newest' })
  const row = rows.find((candidate) => candidate.externalId === externalId)
  if (!row) throw new Error(`no comment ${externalId}`)
  return row
}

export async function readMissing(externalId: string) {
  return (await getCommentContext(await world.site.as('moderator'), (await readRow(externalId)).id)).missingScores
}

export function fail(): never {
  throw new Error('nothing is due')
}
