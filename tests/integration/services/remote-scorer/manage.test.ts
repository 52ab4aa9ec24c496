import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import * as env from '@/lib/env'
import { listAuditEntries } from '@/lib/services/audit/list'
import { addScorer, listScorers, patchScorer, removeScorer, testScorer } from '@/lib/services/remote-scorer/manage'
import { FakeScorer } from '@/tests/factories/fake-scorer'
import { makeSite, type TestSite } from '@/tests/factories/site'

const MISSING = '01890000-0000-7000-8000-000000000000'
const OPENAI = { name: 'Moderation', kind: 'openai', url: 'https://api.example.org/v1', model: 'omni', apiKey: 'sk-secret' } as const
const HTTP = { name: 'Own  model', kind: 'http', url: 'https://scorer.example.org/score', timeoutSeconds: 2.5 } as const

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin', 'Ada')
})

const readActs = async () => (await listAuditEntries(admin)).entries.map(({ act, subjectName }) => `${act} ${subjectName}`)

describe('scorers outside', () => {
  it('are added, paused, let go on and removed, each with a line in the audit log; keys and secrets are shown nowhere again', async () => {
    const { id, signingSecret } = await addScorer(admin, OPENAI)
    expect(signingSecret).toBeNull()
    const own = await addScorer(admin, HTTP)
    expect(own.signingSecret).toMatch(/^whsec_.{40,}/)
    const listed = await listScorers(admin)
    expect(listed).toMatchObject([
      { id, name: 'Moderation', hasApiKey: true, timeoutSeconds: 5, isPaused: false, breaker: 'closed', waiting: 0, notScored: 0 },
      { name: 'Own model', hasApiKey: false, timeoutSeconds: 2.5 },
    ])
    expect(JSON.stringify(listed)).not.toMatch(/sk-secret|whsec_/)
    await patchScorer(admin, id, { isPaused: true })
    expect((await listScorers(admin))[0]).toMatchObject({ isPaused: true })
    await patchScorer(admin, id, { isPaused: false })
    await removeScorer(admin, id)
    expect(await listScorers(admin)).toMatchObject([{ name: 'Own model' }])
    expect(await readActs()).toEqual([
      'scorer.delete Moderation',
      'scorer.resume Moderation',
      'scorer.pause Moderation',
      'scorer.create Own model',
      'scorer.create Moderation',
    ])
  })

  it('are the business of administrators, and of their site alone', async () => {
    const { id } = await addScorer(admin, OPENAI)
    const moderator = await site.as('moderator')
    const elsewhere = await (await makeSite()).as('admin')
    const acts = (ctx: typeof admin) => [
      () => patchScorer(ctx, id, { isPaused: true }),
      () => removeScorer(ctx, id),
      () => testScorer(ctx, id, { text: 'x' }),
    ]
    for (const act of [() => listScorers(moderator), () => addScorer(moderator, HTTP), ...acts(moderator)])
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' })
    for (const act of acts(elsewhere)) await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    for (const act of [() => patchScorer(admin, MISSING, { isPaused: true }), () => removeScorer(admin, MISSING)])
      await expect(act()).rejects.toMatchObject({ code: 'not_found' })
    expect(await readActs()).toEqual(['scorer.create Moderation'])
  })

  it.each([
    'http://scorer.example',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://localhost/x',
    'https://u:p@scorer.example',
    'file:///etc/passwd',
  ])('are not added at %s', async (url) => {
    await expect(addScorer(admin, { ...HTTP, url })).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ path: ['url'] }] },
    })
    expect(await getDb().query('SELECT 1 FROM remote_scorer WHERE site_id = $1', [site.id])).toEqual([])
  })

  it('have names of their own, and limits', async () => {
    await addScorer(admin, OPENAI)
    await expect(addScorer(admin, OPENAI)).rejects.toMatchObject({ code: 'conflict' })
    await expect(addScorer(admin, { ...HTTP, timeoutSeconds: 600 })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(addScorer(admin, { ...HTTP, name: ' ' })).rejects.toMatchObject({ code: 'invalid_input' })
  })

  it('are tested with a text, of which nothing is kept', async () => {
    vi.spyOn(env, 'readEnv').mockReturnValue({ ...env.readEnv(), SCORER_ALLOW_PRIVATE: true })
    const service = new FakeScorer()
    try {
      const { id } = await addScorer(admin, { ...HTTP, url: await service.listen() })
      service.mood = () => ({ json: { scores: { insult: 0.2, threat: 0.9 } } })
      expect(await testScorer(admin, id, { text: 'A sample' })).toEqual({
        scores: [
          { attribute: 'uncivil.threat', value: 0.9 },
          { attribute: 'uncivil.insult', value: 0.2 },
        ],
        failure: null,
        durationMs: expect.any(Number) as number,
      })
      expect(service.asked[0]?.json.comment?.body).toBe('A sample')
      service.mood = () => ({ text: 'What?' })
      expect(await testScorer(admin, id, { text: 'A sample' })).toMatchObject({
        scores: [],
        failure: 'Its answer was not of the expected shape.',
      })
      expect(await listScorers(admin)).toMatchObject([{ lastFailure: null, breaker: 'closed' }])
    } finally {
      service.close()
      vi.mocked(env.readEnv).mockRestore()
    }
  })
})
