import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { insertJudgement } from '@/lib/db/score/judgement'
import { readAlertLines, updateLines } from '@/lib/services/alert/lines'
import { createApiKey } from '@/lib/services/api-key/create'
import { revokeApiKey } from '@/lib/services/api-key/revoke'
import { rotateApiKey } from '@/lib/services/api-key/rotate'
import { addCoralPhase, deleteCoralPhase } from '@/lib/services/coral/manage'
import type { Context } from '@/lib/services/context'
import { chooseJudgement } from '@/lib/services/judgement/choose'
import { addOwnReason } from '@/lib/services/own-reason/add'
import { changeOwnReason } from '@/lib/services/own-reason/change'
import { addScorer, patchScorer, removeScorer } from '@/lib/services/remote-scorer/manage'
import { patchRescore, startRescore } from '@/lib/services/rescore/manage'
import { addRule } from '@/lib/services/rule/add'
import { changeRule } from '@/lib/services/rule/change'
import { removeRule } from '@/lib/services/rule/remove'
import { tryRule } from '@/lib/services/rule/try'
import { setCheckShare } from '@/lib/services/second-look/check-share'
import { setLookShare } from '@/lib/services/second-look/share'
import { createSite } from '@/lib/services/site/create'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { updateSiteSettings } from '@/lib/services/site/update-settings'
import { createUser } from '@/lib/services/user/create'
import { updateUser } from '@/lib/services/user/update'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { removeWatchedWord } from '@/lib/services/watched-word/remove'
import { createWebhook, deleteWebhook, patchWebhook, rotateWebhook } from '@/lib/services/webhook/manage'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin', 'Ada')
})

const KEY = { name: 'CMS', scopes: ['read' as const] }
const WORD = { term: 'clown', kind: null, isHeld: false }
const REASON = { label: 'Sales talk', message: '' }
const RULE = { name: 'Links', condition: 'links>0', outcome: 'hold' as const }
const HOOK = { url: 'https://cms.example.org/hook' }
const SCORER = { name: 'Ours', kind: 'http' as const, url: 'https://scorer.example.org/', timeoutSeconds: 2 }
const makeUser = (ctx: Context) =>
  createUser(ctx, { email: `${ctx.actor.siteId}@example.org`, name: 'Bo', role: 'moderator', password: 'a long enough password' })

/** What every address that writes settings does, by the address, and the entry that it leaves. */
const WRITES: Record<string, [act: string, subject: string, write: (ctx: Context) => Promise<unknown>]> = {
  'PUT alerts': [
    'site.alerts',
    'The Test Gazette',
    async (ctx) => updateLines(ctx, { lines: { ...(await readAlertLines(ctx)).lines }, version: (await readAlertLines(ctx)).version }),
  ],
  'POST coral': [
    'coral_phase.create',
    'Ours',
    (ctx) => addCoralPhase(ctx, { name: 'Ours', secret: 'a secret of Coral that is long enough' }),
  ],
  'DELETE coral/[id]': [
    'coral_phase.delete',
    'Ours',
    async (ctx) => deleteCoralPhase(ctx, (await addCoralPhase(ctx, { name: 'Ours', secret: 'a secret of Coral that is long enough' })).id),
  ],
  'PUT judgement': ['judgement.use', '1', useJudgement],
  'POST keys': ['api_key.create', 'CMS', (ctx) => createApiKey(ctx, KEY)],
  'DELETE keys/[id]': ['api_key.revoke', 'CMS', async (ctx) => revokeApiKey(ctx, (await createApiKey(ctx, KEY)).resource.id)],
  'POST keys/[id]/rotation': [
    'api_key.rotate',
    'CMS',
    async (ctx) => rotateApiKey(ctx, (await createApiKey(ctx, KEY)).resource.id, { overlapHours: 1 }),
  ],
  'POST rules': ['rule.create', 'Links', (ctx) => addRule(ctx, RULE)],
  'PATCH rules/[id]': ['rule.on', 'Links', async (ctx) => changeRule(ctx, { id: (await addRule(ctx, RULE)).id, patch: { isOn: true } })],
  'DELETE rules/[id]': ['rule.remove', 'Links', async (ctx) => removeRule(ctx, (await addRule(ctx, RULE)).id)],
  'PUT rules/checks': [
    'site.rule_checks',
    'The Test Gazette',
    async (ctx) => {
      await addRule(ctx, RULE)
      return setCheckShare(ctx, { share: 0.1, seen: 0.05 })
    },
  ],
  'POST rules/[id]/trial': ['rule.try', 'Links', async (ctx) => tryRule(ctx, { id: (await addRule(ctx, RULE)).id, input: {} })],
  'POST reasons': ['reason.create', 'Sales talk', (ctx) => addOwnReason(ctx, REASON)],
  'PATCH reasons/[id]': [
    'reason.change',
    'Sales talk',
    async (ctx) => changeOwnReason(ctx, { id: (await addOwnReason(ctx, REASON)).id, patch: { message: 'Please no sales talk.' } }),
  ],
  'POST rescore': ['rescore.start', 'The Test Gazette', startRescore],
  'PATCH rescore/[id]': [
    'rescore.stop',
    'The Test Gazette',
    async (ctx) => patchRescore(ctx, (await startRescore(ctx)).id, { state: 'stopped' }),
  ],
  'POST scorers': ['scorer.create', 'Ours', (ctx) => addScorer(ctx, SCORER)],
  'PATCH scorers/[id]': ['scorer.pause', 'Ours', async (ctx) => patchScorer(ctx, (await addScorer(ctx, SCORER)).id, { isPaused: true })],
  'DELETE scorers/[id]': ['scorer.delete', 'Ours', async (ctx) => removeScorer(ctx, (await addScorer(ctx, SCORER)).id)],
  'PUT second-looks': ['site.second_looks', 'The Test Gazette', (ctx) => setLookShare(ctx, { share: 0.02, seen: 0 })],
  'PUT site': ['site.update', 'Courier', renameSite],
  'POST users': ['user.create', 'Bo', makeUser],
  'PATCH users/[id]': ['user.role', 'Bo', async (ctx) => updateUser(ctx, { id: (await makeUser(ctx)).id, patch: { role: 'editor' } })],
  'POST watched-words': ['watched_word.create', 'clown', (ctx) => addWatchedWord(ctx, WORD)],
  'DELETE watched-words/[id]': [
    'watched_word.delete',
    'clown',
    async (ctx) => removeWatchedWord(ctx, (await addWatchedWord(ctx, WORD)).id),
  ],
  'POST webhooks': ['webhook.create', HOOK.url, (ctx) => createWebhook(ctx, HOOK)],
  'PATCH webhooks/[id]': [
    'webhook.disable',
    HOOK.url,
    async (ctx) => patchWebhook(ctx, (await createWebhook(ctx, HOOK)).id, { isEnabled: false }),
  ],
  'DELETE webhooks/[id]': ['webhook.delete', HOOK.url, async (ctx) => deleteWebhook(ctx, (await createWebhook(ctx, HOOK)).id)],
  'POST webhooks/[id]/rotation': ['webhook.rotate', HOOK.url, async (ctx) => rotateWebhook(ctx, (await createWebhook(ctx, HOOK)).id)],
}

/** What changes no setting: files have a list of their own that names who sent them, and sending again or trying changes nothing. */
const NO_SETTINGS = [
  'POST imports',
  'POST imports/[id]/start',
  'POST imports/[id]/stop',
  'POST scorers/[id]/test',
  'POST webhook-deliveries/[id]/redelivery',
  'POST webhooks/[id]/deliveries',
]

async function renameSite(ctx: Context): Promise<void> {
  const { policy, version } = await readSiteSettings(ctx)
  await updateSiteSettings(ctx, { name: 'Courier', policy, version })
}

async function useJudgement(ctx: Context): Promise<void> {
  const facts = {
    id: crypto.randomUUID(),
    number: 1,
    baseVersion: '1',
    lateVersion: null,
    decisions: 200,
    lastDecisionId: crypto.randomUUID(),
  }
  const measures = { triedOn: 40, marks: [], gain: 0.1, gainError: 0.01, refusal: null }
  const { siteId } = ctx.actor
  await insertJudgement(ctx.db, { siteId, ...facts, measures, state: 'retired', weights: Buffer.from('weights'), at: ctx.now() })
  await chooseJudgement(ctx, { number: 1, seen: null })
}

function listWrites(): string[] {
  const folder = path.resolve('app/api/v1/settings')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .flatMap((file) => {
      const handled = /route\(\{([^}]*)\}/.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1] ?? ''
      return [...handled.matchAll(/\b(POST|PUT|PATCH|DELETE):/g)].map(([, method]) => `${method} ${path.dirname(file)}`)
    })
}

const entries = (siteId: string) =>
  admin.db.query<{ who: string; act: string; what: string }>(
    'SELECT actor_name AS who, act, subject_name AS what FROM audit_entry WHERE site_id = $1 ORDER BY id',
    [siteId],
  )

describe('the log of changes', () => {
  it('is asked about every address that writes settings', () => {
    expect([...Object.keys(WRITES), ...NO_SETTINGS, 'POST sites'].sort()).toEqual(listWrites().sort())
  })

  it.each(Object.entries(WRITES))('tells of %s', async (_, [act, what, write]) => {
    await write(admin)
    expect((await entries(site.id)).at(-1)).toEqual({ who: 'Ada', act, what })
  })

  it('of a new site begins with who added it', async () => {
    const { id } = await createSite(admin, { name: 'Courier' })
    expect(await entries(id)).toEqual([{ who: 'Ada', act: 'site.create', what: 'Courier' }])
  })

  it('tells nothing of a watched word that was on the list, or was not', async () => {
    const { id } = await addWatchedWord(admin, WORD)
    await removeWatchedWord(admin, id)
    await addWatchedWord(admin, WORD)
    const before = await entries(site.id)
    await expect(addWatchedWord(admin, WORD)).rejects.toMatchObject({ code: 'conflict' })
    await expect(removeWatchedWord(admin, id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await entries(site.id)).toEqual(before)
  })
})
