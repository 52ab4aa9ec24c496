import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { DEFAULT_WATCHED_WORDS } from '@/lib/domain/default-watched-words'
import { getDb } from '@/lib/db/connection'
import { switchSite } from '@/lib/services/session/switch-site'
import { createSite } from '@/lib/services/site/create'
import { listSites } from '@/lib/services/site/list'
import { readSiteSettings } from '@/lib/services/site/read-settings'
import { updateSiteSettings } from '@/lib/services/site/update-settings'
import { listWatchedWords } from '@/lib/services/watched-word/list'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>

beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
})

const DEFAULTS = { holdAll: false, holdFirstComment: false, suggestUncivilFrom: 0.5, suggestOffTopicFrom: 0.85 }
const CHANGED = { holdAll: true, holdFirstComment: true, suggestUncivilFrom: 0.4, suggestOffTopicFrom: 0.9 }

describe("a site's settings", () => {
  it('begin with the default policy', async () => {
    expect(await readSiteSettings(admin)).toMatchObject({ name: 'The Test Gazette', policy: DEFAULTS })
  })

  it('can be changed with the version that was read', async () => {
    const { version } = await readSiteSettings(admin)
    const saved = await updateSiteSettings(admin, { name: ' The Evening Gazette ', policy: CHANGED, version })
    expect(saved).toMatchObject({ name: 'The Evening Gazette', policy: CHANGED })
    expect(saved.version).not.toBe(version)
    expect(await readSiteSettings(admin)).toEqual(saved)
  })

  it('are not changed by somebody who saw an older state', async () => {
    const { version } = await readSiteSettings(admin)
    await updateSiteSettings(admin, { name: 'First', policy: DEFAULTS, version })
    await expect(updateSiteSettings(admin, { name: 'Second', policy: CHANGED, version })).rejects.toMatchObject({ code: 'conflict' })
    expect(await readSiteSettings(admin)).toMatchObject({ name: 'First', policy: DEFAULTS })
  })

  it('go to one of two who save at once', async () => {
    const { version } = await readSiteSettings(admin)
    const save = (name: string) => updateSiteSettings(admin, { name, policy: DEFAULTS, version })
    const outcomes = await Promise.allSettled([save('One'), save('Two')])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each(['moderator', 'editor'] as const)('are not for a %s', async (role) => {
    const person = await site.as(role)
    const { version } = await readSiteSettings(admin)
    await expect(readSiteSettings(person)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(updateSiteSettings(person, { name: 'Mine', policy: CHANGED, version })).rejects.toMatchObject({ code: 'forbidden' })
    expect(await readSiteSettings(admin)).toMatchObject({ name: 'The Test Gazette', policy: DEFAULTS })
  })

  it('say so when the site is gone', async () => {
    const lost = { ...admin, actor: { ...admin.actor, siteId: uuidv7() } }
    await expect(readSiteSettings(lost)).rejects.toMatchObject({ code: 'not_found' })
    await expect(updateSiteSettings(lost, { name: 'X', policy: DEFAULTS, version: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  })

  it('refuse a threshold outside 0 to 1', async () => {
    const { version } = await readSiteSettings(admin)
    const policy = { ...DEFAULTS, suggestUncivilFrom: 1.5 }
    await expect(updateSiteSettings(admin, { name: 'X', policy, version })).rejects.toMatchObject({
      code: 'invalid_input',
      detail: { problems: [{ path: ['policy', 'suggestUncivilFrom'] }] },
    })
  })
})

describe('sites', () => {
  it('get a slug from their name, and a number when it is taken', async () => {
    expect((await createSite(admin, { name: 'Čas & Město' })).slug).toBe('cas-mesto')
    expect((await createSite(admin, { name: 'Cas Mesto' })).slug).toBe('cas-mesto-2')
    expect((await listSites(admin)).map(({ slug }) => slug)).toEqual(expect.arrayContaining(['cas-mesto', 'cas-mesto-2']))
  })

  it('begin with the list of watched words', async () => {
    const { id } = await createSite(admin, { name: 'With words' })
    const words = await listWatchedWords({ ...admin, actor: { ...admin.actor, siteId: id } })
    expect(words).toHaveLength(DEFAULT_WATCHED_WORDS.length)
    expect(words.map(({ term }) => term)).toEqual(expect.arrayContaining(['stupid']))
  })

  it('are added by administrators only', async () => {
    await expect(createSite(await site.as('editor'), { name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(createSite(site.asKey('ingest', 'read'), { name: 'Mine' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('are listed for every person and for no key', async () => {
    expect((await listSites(await site.as('moderator'))).some(({ id }) => id === site.id)).toBe(true)
    await expect(listSites(site.asKey('read'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('switching the site', () => {
  const siteOf = async (sessionId: string) => (await getDb().prisma.session.findUniqueOrThrow({ where: { id: sessionId } })).siteId

  it('changes this session and no other', async () => {
    const moderator = await site.as('moderator')
    const other = await makeSite()
    await switchSite(moderator, { siteId: other.id })
    expect(await siteOf(moderator.actor.sessionId)).toBe(other.id)
    expect(await siteOf(admin.actor.sessionId)).toBe(site.id)
  })

  it('refuses a site that does not exist', async () => {
    await expect(switchSite(admin, { siteId: uuidv7() })).rejects.toMatchObject({ code: 'not_found' })
    expect(await siteOf(admin.actor.sessionId)).toBe(site.id)
  })

  it('is not for API keys', async () => {
    await expect(switchSite(site.asKey('read'), { siteId: site.id })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
