import { beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import { JUDGEMENT_REFUSALS } from '@/lib/domain/judgement-refusals'
import { noteLateTexts } from '@/lib/db/score/late-task'
import { thoroughIncivility } from '@/lib/scoring/incivility/thorough-incivility'
import { listAuditEntries } from '@/lib/services/audit/list'
import { ingestComments } from '@/lib/services/comment/ingest'
import { chooseJudgement } from '@/lib/services/judgement/choose'
import { learnFromDecisions } from '@/lib/services/judgement/learn'
import { readOverview } from '@/lib/services/judgement/overview'
import { scoreNextLate } from '@/lib/services/scoring/score-late'
import { makeArticle, type MadeArticle } from '@/tests/factories/article'
import { makeDecided } from '@/tests/factories/decided-texts'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>
let article: MadeArticle
const NOW = new Date('2026-11-25T12:00:00Z')

beforeEach(async () => {
  site = await makeSite()
  admin = await site.as('admin')
  article = await makeArticle(site, { title: 'Council votes on the night tram' })
})

/**
 * Comments with a decision of a moderator on each, in bulk; or all rejected for spam, of which nothing is to be learnt; or in a language
 * that the models do not read; or all approved, whatever is in them.
 */
async function decide(count: number, seed: number, how: 'as taught' | 'spam' | 'unread' | 'approved' = 'as taught'): Promise<void> {
  const isSpam = how === 'spam'
  const rows = makeDecided(count, seed).map(({ text, kind }, at) => ({
    key: `${seed}-${at}`,
    body: how !== 'unread' ? `${text.body} ${seed} ${at}` : `Der Stadtrat hat gestern lange über die Straßenbahn gesprochen, ${seed} ${at}`,
    kind: how === 'as taught' ? kind : null,
  }))
  await getDb().query(
    `WITH added AS (
       INSERT INTO comment (site_id, id, article_id, external_id, body, status, received_at, ordered_at, reviewed_at)
       SELECT $1, gen_random_uuid(), $2, key, body, $6::comment_status, now(), now(), now() FROM unnest($3::text[], $4::text[]) t (key, body)
       RETURNING id, external_id
     ), marked AS (
       INSERT INTO mark (site_id, comment_id, mark, kind, set_at)
       SELECT $1, id, 'uncivil', kind::uncivil_kind, now() FROM added JOIN unnest($3::text[], $5::text[]) t (key, kind) ON key = external_id
       WHERE kind IS NOT NULL
     )
     INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at)
     SELECT $1, decision_id, id, $2, 'approve', 'user', 'Mo', 1, 1, '{}', '{}', now() FROM added JOIN unnest($3::text[], $7::uuid[]) t (key, decision_id) ON key = external_id`,
    [
      site.id,
      article.id,
      rows.map((row) => row.key),
      rows.map((row) => row.body),
      rows.map((row) => row.kind),
      isSpam ? 'rejected' : 'approved',
      rows.map(() => uuidv7()),
    ],
  )
}

const scoresOf = async (externalId: string) =>
  getDb().query<{ attribute: string; scorer: string; version: string; value: number }>(
    `SELECT attribute, scorer, scorer_version AS version, value FROM score s JOIN comment c USING (site_id)
     WHERE site_id = $1 AND c.id = s.comment_id AND external_id = $2 AND attribute LIKE 'uncivil%' AND scorer = 'newsroom' ORDER BY value DESC`,
    [site.id, externalId],
  )

async function ingest(externalId: string): Promise<void> {
  const body = 'Spare us the lecture, evidently the adults did the laughable homework.'
  await ingestComments(admin, [{ externalId, articleExternalId: article.externalId, body }])
}

describe('learning from decisions', () => {
  it('waits until a hundred were taken', async () => {
    await decide(99, 1)
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('too_few')
    expect(await readOverview(admin)).toMatchObject({ live: null, versions: [], newDecisions: 99, nextAfter: 100 })
  })

  it('done by two processes at once puts one judgement live, and retires none for it', async () => {
    await decide(400, 2)
    const outcomes = await Promise.all([1, 2].map(() => learnFromDecisions(getDb(), site.id, NOW)))
    expect(outcomes.sort()).toEqual(['live', 'not_kept'])
    expect(await readOverview(admin)).toMatchObject({ live: 1, versions: [{ number: 1, state: 'live' }] })
  })

  it('goes live when it is better, says so in the audit log, and scores what arrives from then on', async () => {
    await decide(400, 2)
    await ingest('before')
    expect(await scoresOf('before')).toEqual([])
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('live')
    const { live, versions, newDecisions } = await readOverview(admin)
    expect({ live, newDecisions }).toEqual({ live: 1, newDecisions: 0 })
    expect(versions[0]).toMatchObject({
      number: 1,
      state: 'live',
      decisions: 400,
      canGoLive: true,
      measures: { triedOn: 80, refusal: null },
    })
    expect((await listAuditEntries(admin)).entries[0]).toMatchObject({ actorName: 'Parley', subjectName: '1' })
    await ingest('after')
    const [score] = await scoresOf('after')
    expect(score).toMatchObject({ attribute: 'uncivil.condescension', scorer: 'newsroom', version: `${versions[0]?.baseVersion}+1` })
    expect(score?.value).toBeGreaterThan(0.5)
  })

  it('judges again by what is read later', async () => {
    await decide(400, 7)
    await learnFromDecisions(getDb(), site.id, NOW)
    await ingest('after')
    const [atOnce] = await scoresOf('after')
    const [comment] = await getDb().query<{ id: string }>("SELECT id FROM comment WHERE site_id = $1 AND external_id = 'after'", [site.id])
    await noteLateTexts(getDb(), { siteId: site.id, ids: [comment?.id ?? ''], revisions: [1] }, NOW)
    const { score, judge, stop } = await thoroughIncivility.start()
    const { name, version } = thoroughIncivility
    expect(await scoreNextLate(getDb(), () => Promise.resolve([{ name, version, score, ...(judge && { judge }) }]), NOW)).toBe(1)
    await stop()
    const [later] = await scoresOf('after')
    expect(later).toMatchObject({ attribute: atOnce?.attribute, scorer: 'newsroom', version: `${version}+1` })
    expect(later?.value).toBeGreaterThan(0.5)
    const others = await getDb().query("SELECT 1 FROM score WHERE comment_id = $1 AND scorer = 'incivility'", [comment?.id])
    expect(others).toEqual([])
  })

  it('keeps what is live when the new one is no better', async () => {
    await decide(400, 3)
    await learnFromDecisions(getDb(), site.id, NOW)
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('too_few')
    await decide(100, 4, 'spam')
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('not_kept')
    const { live, versions } = await readOverview(admin)
    expect(live).toBe(1)
    expect(versions.map(({ number, state, canGoLive }) => ({ number, state, canGoLive }))).toEqual([
      { number: 2, state: 'not_kept', canGoLive: false },
      { number: 1, state: 'live', canGoLive: true },
    ])
    expect(JUDGEMENT_REFUSALS).toContain(versions[0]?.measures.refusal)
  })

  it('ends what is live when the shipped models agree better with how is decided now, and nothing learnt does', async () => {
    await decide(400, 3)
    await learnFromDecisions(getDb(), site.id, NOW)
    await decide(300, 4, 'approved')
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('stopped')
    const { live, versions } = await readOverview(admin)
    expect({ live, states: versions.map(({ state }) => state) }).toEqual({ live: null, states: ['not_kept', 'retired'] })
    expect((await listAuditEntries(admin)).entries[0]).toMatchObject({ actorName: 'Parley', act: 'judgement.stop', subjectName: '1' })
    expect(await chooseJudgement(admin, { number: 1, seen: null })).toMatchObject({ live: 1 })
  })

  it('is not done again for decisions on texts that the models do not read', async () => {
    await decide(400, 3)
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('live')
    await decide(120, 4, 'unread')
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('not_kept')
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('too_few')
    expect(await readOverview(admin)).toMatchObject({ live: 1, newDecisions: 0, versions: [{ number: 2 }, { number: 1 }] })
  })

  it('looks through what it cannot read once', async () => {
    const inVain = new Map<string, string>()
    await decide(100, 4, 'unread')
    const [newest] = await getDb().query<{ id: string }>('SELECT id FROM decision WHERE site_id = $1 ORDER BY id DESC LIMIT 1', [site.id])
    expect(await learnFromDecisions(getDb(), site.id, NOW, { inVain })).toBe('too_few')
    expect(inVain).toEqual(new Map([[site.id, newest?.id]]))
    await decide(400, 5)
    expect(await learnFromDecisions(getDb(), site.id, NOW, { inVain })).toBe('live')
    expect(inVain).toEqual(new Map())
  })

  it('is done at once when the shipped models are others than those that were learnt on', async () => {
    await decide(400, 3)
    await learnFromDecisions(getDb(), site.id, NOW)
    await getDb().query(`UPDATE judgement SET base_version = 'before', weights = NULL WHERE site_id = $1`, [site.id])
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('live')
    await ingest('after')
    const [likeliest, ...others] = await scoresOf('after')
    expect(likeliest).toMatchObject({ attribute: 'uncivil.condescension', version: `${(await readOverview(admin)).baseVersion}+2` })
    for (const other of others) expect(other).toMatchObject({ scorer: 'newsroom', version: likeliest?.version })
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('too_few')
  })

  it('does not count decisions that were taken back', async () => {
    await decide(120, 5)
    await getDb().query('UPDATE comment SET reviewed_at = NULL, status = $2 WHERE site_id = $1', [site.id, 'published'])
    await getDb().query('DELETE FROM mark WHERE site_id = $1', [site.id])
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('too_few')
  })

  it('is left out of scoring when the site does not want it', async () => {
    await decide(400, 6)
    await learnFromDecisions(getDb(), site.id, NOW)
    await getDb().query(`UPDATE site SET policy = '{"useJudgement": false}' WHERE id = $1`, [site.id])
    await ingest('unjudged')
    expect(await scoresOf('unjudged')).toEqual([])
  })
})

describe('choosing what scores go by', () => {
  beforeEach(async () => {
    await decide(400, 7)
    await learnFromDecisions(getDb(), site.id, NOW)
  })

  it('goes back to the shipped models and to the judgement again, each with its entry', async () => {
    expect(await chooseJudgement(admin, { number: null, seen: 1 })).toMatchObject({
      live: null,
      versions: [{ number: 1, state: 'retired' }],
    })
    await ingest('without')
    expect(await scoresOf('without')).toEqual([])
    expect(await chooseJudgement(admin, { number: 1, seen: null })).toMatchObject({ live: 1 })
    const acts = (await listAuditEntries(admin)).entries.slice(0, 2).map((entry) => `${entry.actorName}: ${entry.act} ${entry.subjectName}`)
    expect(acts).toEqual([`${admin.actor.name}: judgement.use 1`, `${admin.actor.name}: judgement.stop 1`])
  })

  it('is refused when another is live by now, and when there is no such version', async () => {
    await expect(chooseJudgement(admin, { number: null, seen: null })).rejects.toMatchObject({ code: 'conflict' })
    await expect(chooseJudgement(admin, { number: 9, seen: 1 })).rejects.toMatchObject({ code: 'not_found' })
    await getDb().query(`UPDATE judgement SET weights = NULL, state = 'not_kept' WHERE site_id = $1`, [site.id])
    await expect(chooseJudgement(admin, { number: 1, seen: null })).rejects.toMatchObject({ code: 'not_allowed' })
  })

  it.each(['moderator', 'editor'] as const)('is not for a %s', async (role) => {
    await expect(chooseJudgement(await site.as(role), { number: null, seen: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readOverview(await site.as(role))).rejects.toMatchObject({ code: 'forbidden' })
    expect((await readOverview(admin)).live).toBe(1)
  })
})
