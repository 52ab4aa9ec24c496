import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import {
  RemoteScorerInput,
  RemoteScorerPatch,
  RemoteScorerTest,
  type RemoteScorerResource,
  type RemoteScorerTestAnswer,
} from '../../contracts/remote-scorer'
import type { Db } from '../../db/connection'
import {
  deleteRemoteScorer,
  findRemoteScorer,
  insertRemoteScorer,
  listRemoteScorers,
  lockRemoteScorer,
  pauseRemoteScorer,
  type RemoteScorerRow,
} from '../../db/score/remote-scorer'
import { authorize } from '../../domain/actor'
import { stateOf } from '../../domain/circuit-breaker'
import { DomainError } from '../../domain/errors'
import { readEnv } from '../../env'
import { ScorerClient } from '../../events/ask-scorer'
import { assertCallable } from '../../events/public-address'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { askScorer } from './ask'

/** The site's scorers outside, the oldest first. @throws DomainError forbidden */
export async function listScorers(ctx: Context): Promise<RemoteScorerResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listRemoteScorers(ctx.db, ctx.actor.siteId)).map((row) => ({
    ...{ id: row.id, name: row.name, kind: row.kind, url: row.url, model: row.model },
    hasApiKey: row.apiKey !== null,
    timeoutSeconds: row.timeoutMs / 1000,
    isPaused: row.pausedAt !== null,
    breaker: stateOf(row, ctx.now()),
    openUntil: row.openUntil?.toISOString() ?? null,
    ...{ waiting: row.waiting, notScored: row.notScored },
    lastScoredAt: row.lastScoredAt?.toISOString() ?? null,
    lastFailure: row.lastFailure,
    lastFailedAt: row.lastFailedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }))
}

/**
 * Has new comments scored by an external service from now on. For services that speak our own protocol a signing secret is made; it is
 * in the answer and shown nowhere else.
 *
 * @throws DomainError forbidden, invalid_input for an address that may not be called, conflict for a name that is taken
 */
export async function addScorer(ctx: Context, input: RemoteScorerInput): Promise<{ id: string; signingSecret: string | null }> {
  authorize(ctx.actor, 'configure')
  const { name, kind, url, model = null, apiKey = null, timeoutSeconds } = parseInput(RemoteScorerInput, input)
  assertCallable(url, readEnv().SCORER_ALLOW_PRIVATE, 'SCORER_ALLOW_PRIVATE')
  const signingSecret = kind === 'http' ? `whsec_${randomBytes(32).toString('base64')}` : null
  const row = { siteId: ctx.actor.siteId, id: uuidv7(), name: name.replace(/\s+/g, ' ').trim(), kind, url, model, apiKey, signingSecret }
  await ctx.db.transaction(async (db) => {
    const userId = ctx.actor.kind === 'user' ? ctx.actor.id : null
    if (!(await insertRemoteScorer(db, { ...row, timeoutMs: Math.round(timeoutSeconds * 1000), createdAt: ctx.now() }, userId)))
      throw new DomainError('conflict', 'There is a scorer of this name already.')
    await noteChange(ctx, db, 'scorer.create', row)
  })
  return { id: row.id, signingSecret }
}

/** Pauses a scorer, or lets it go on. What waits for it is kept, for a day as otherwise. @throws DomainError forbidden, invalid_input, not_found */
export async function patchScorer(ctx: Context, id: string, patch: RemoteScorerPatch): Promise<void> {
  authorize(ctx.actor, 'configure')
  const { isPaused } = parseInput(RemoteScorerPatch, patch)
  await ctx.db.transaction(async (db) => {
    const row = await expectScorer(ctx, db, id)
    await pauseRemoteScorer(db, row.siteId, row.id, isPaused ? ctx.now() : null)
    await noteChange(ctx, db, isPaused ? 'scorer.pause' : 'scorer.resume', row)
  })
}

/** Removes a scorer with what waits for it. Its scores stay and count for nothing any more. @throws DomainError forbidden, not_found */
export async function removeScorer(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'configure')
  await ctx.db.transaction(async (db) => {
    const row = await expectScorer(ctx, db, id)
    await deleteRemoteScorer(db, row.siteId, row.id)
    await noteChange(ctx, db, 'scorer.delete', row)
  })
}

/** Asks a scorer about a sample text. Nothing is stored, and its breaker is not touched. @throws DomainError forbidden, invalid_input, not_found */
export async function testScorer(ctx: Context, id: string, input: RemoteScorerTest): Promise<RemoteScorerTestAnswer> {
  authorize(ctx.actor, 'configure')
  const { text: body } = parseInput(RemoteScorerTest, input)
  const row = await findRemoteScorer(ctx.db, ctx.actor.siteId, parseId(id, 'scorer'))
  if (!row) throw new DomainError('not_found', 'There is no such scorer.')
  const client = new ScorerClient(readEnv().SCORER_ALLOW_PRIVATE)
  try {
    const article = { title: 'A test of the scorer', standfirst: null }
    const answer = await askScorer(client, row, { id: uuidv7(), revision: 1, body, language: null, parentBody: null, article })
    if (answer.reply === null) return { scores: [], failure: answer.failure, durationMs: answer.durationMs }
    const scores = answer.reply.scores.map(({ attribute, value }) => ({ attribute, value }))
    return { scores: scores.sort((a, b) => b.value - a.value), failure: null, durationMs: answer.durationMs }
  } finally {
    await client.close()
  }
}

async function expectScorer(ctx: Context, db: Db, id: string): Promise<RemoteScorerRow> {
  const row = await lockRemoteScorer(db, ctx.actor.siteId, parseId(id, 'scorer'))
  if (!row) throw new DomainError('not_found', 'There is no such scorer.')
  return row
}
