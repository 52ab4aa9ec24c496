import { randomBytes } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { WebhookInput, WebhookPatch, type WebhookResource } from '../../contracts/webhook'
import type { Db } from '../../db/connection'
import { numberFeed } from '../../db/decision/feed'
import { deleteEndpoint, insertEndpoint, listEndpoints, lockEndpoint, updateEndpoint, type EndpointRow } from '../../db/webhook-endpoint'
import { authorize } from '../../domain/actor'
import type { AuditAct } from '../../domain/audit'
import { DomainError } from '../../domain/errors'
import { readEnv } from '../../env'
import { assertCallable } from '../../events/public-address'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/** How long the previous secret keeps signing beside the new one after a rotation. */
const OVERLAP_MS = 24 * 60 * 60 * 1000

/** The site's endpoints, the newest first. @throws DomainError forbidden */
export async function listWebhooks(ctx: Context): Promise<WebhookResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listEndpoints(ctx.db, ctx.actor.siteId)).map(({ pending, failed, lastDeliveredAt, failure, failedAt, ...row }) => ({
    id: row.id,
    url: row.url,
    description: row.description,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    disabledReason: row.disabledReason,
    oldSecretUntil: row.oldSecretUntil !== null && row.oldSecretUntil > ctx.now() ? row.oldSecretUntil.toISOString() : null,
    pending,
    failed,
    lastDeliveredAt: lastDeliveredAt?.toISOString() ?? null,
    failing: failure === null || failedAt === null ? null : { failure, at: failedAt.toISOString() },
  }))
}

/**
 * Adds an address that receives every decision from now on. The secret is in the answer and shown nowhere else.
 *
 * @throws DomainError forbidden, invalid_input for an address that may not be called
 */
export async function createWebhook(ctx: Context, input: WebhookInput): Promise<{ id: string; secret: string }> {
  authorize(ctx.actor, 'configure')
  const { url, description = '' } = parseInput(WebhookInput, input)
  assertCallable(url, readEnv().WEBHOOK_ALLOW_PRIVATE, 'WEBHOOK_ALLOW_PRIVATE')
  const { siteId } = ctx.actor
  const endpoint = { siteId, id: uuidv7(), url, description, secret: makeSecret(), oldSecret: null, oldSecretUntil: null }
  const row: EndpointRow = { ...endpoint, createdAt: ctx.now(), disabledAt: null, disabledReason: null }
  await ctx.db.transaction(async (db) => {
    await numberFeed(db, siteId)
    await insertEndpoint(db, row, ctx.actor.kind === 'user' ? ctx.actor.id : null)
    await noteChange(ctx, db, 'webhook.create', subjectOf(row))
  })
  return { id: row.id, secret: row.secret }
}

/** Makes a new secret; the one before signs too for a day. @throws DomainError forbidden, not_found */
export async function rotateWebhook(ctx: Context, id: string): Promise<{ secret: string }> {
  const secret = makeSecret()
  await change(ctx, id, 'webhook.rotate', (row) => ({
    ...row,
    secret,
    oldSecret: row.secret,
    oldSecretUntil: new Date(ctx.now().getTime() + OVERLAP_MS),
  }))
  return { secret }
}

/** Enables or disables an endpoint. What waits for a disabled one is kept. @throws DomainError forbidden, invalid_input, not_found */
export async function patchWebhook(ctx: Context, id: string, patch: WebhookPatch): Promise<void> {
  authorize(ctx.actor, 'configure')
  const { isEnabled } = parseInput(WebhookPatch, patch)
  await change(ctx, id, isEnabled ? 'webhook.enable' : 'webhook.disable', (row) => ({
    ...row,
    disabledAt: isEnabled ? null : ctx.now(),
    disabledReason: isEnabled ? null : `Disabled by ${ctx.actor.name}.`,
  }))
}

/** Removes an endpoint, with what waits for it and its log. @throws DomainError forbidden, not_found */
export async function deleteWebhook(ctx: Context, id: string): Promise<void> {
  authorize(ctx.actor, 'configure')
  await ctx.db.transaction(async (db) => {
    const row = await expectEndpoint(ctx, db, id)
    await deleteEndpoint(db, row.siteId, row.id)
    await noteChange(ctx, db, 'webhook.delete', subjectOf(row))
  })
}

async function change(ctx: Context, id: string, act: AuditAct, apply: (row: EndpointRow) => EndpointRow): Promise<void> {
  authorize(ctx.actor, 'configure')
  await ctx.db.transaction(async (db) => {
    const row = await expectEndpoint(ctx, db, id)
    await updateEndpoint(db, apply(row))
    await noteChange(ctx, db, act, subjectOf(row))
  })
}

/** An endpoint of the site, locked until the transaction ends. @throws DomainError not_found */
export async function expectEndpoint(ctx: Context, db: Db, id: string): Promise<EndpointRow> {
  const row = await lockEndpoint(db, ctx.actor.siteId, parseId(id, 'webhook'))
  if (!row) throw new DomainError('not_found', 'There is no such webhook.')
  return row
}

const subjectOf = ({ id, url }: EndpointRow) => ({ id, name: url })

function makeSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}
