import { beforeEach, describe, expect, it } from 'vitest'
import { readHealth } from '@/lib/services/health/read'
import { makeComment } from '@/tests/factories/comment'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOTED = '2026-11-24T11:00:00.000Z'

let site: TestSite
beforeEach(async () => {
  site = await makeSite(() => new Date('2026-11-24T12:00:00Z'))
})

describe('the health of a site', () => {
  it('says what waits, since when, and what was given up, of this site alone', async () => {
    const admin = await site.as('admin')
    const { siteId } = admin.actor
    const comment = await makeComment(site, { status: 'pending' })
    await admin.db.query('DELETE FROM late_score_task WHERE site_id = $1', [siteId])
    await admin.db.query('DELETE FROM document_backlog WHERE site_id = $1', [siteId])
    await admin.db.query('INSERT INTO late_score_task (site_id, comment_id, revision, noted_at) VALUES ($1, $2, 1, $3)', [
      siteId,
      comment.id,
      NOTED,
    ])
    for (const failures of [0, 3])
      await admin.db.query('INSERT INTO document_backlog (site_id, comment_ids, failures) VALUES ($1, ARRAY[$2]::uuid[], $3)', [
        siteId,
        comment.id,
        failures,
      ])
    const { lines, recount, database } = await readHealth(admin)
    expect(lines).toEqual([
      { work: 'words', waiting: 1, since: null, failed: 1 },
      { work: 'readings', waiting: 1, since: NOTED, failed: 0 },
      { work: 'scorers', waiting: 0, since: null, failed: 0 },
      { work: 'webhooks', waiting: 0, since: null, failed: 0 },
      { work: 'imports', waiting: 0, since: null, failed: 0 },
    ])
    expect(recount).toBeNull()
    expect(database.version).toMatch(/^\d+/)
    expect(database.bytes).toBeGreaterThan(1_000_000)
    const other = await (await makeSite()).as('admin')
    expect((await readHealth(other)).lines.map(({ waiting }) => waiting)).toEqual([0, 0, 0, 0, 0])
  })

  it('says how the recounts of the figures came out', async () => {
    const admin = await site.as('admin')
    const { siteId } = admin.actor
    const { articleId } = await makeComment(site)
    await admin.db.query('INSERT INTO article_check (site_id, article_id, checked_at, is_right) VALUES ($1, $2, $3, false)', [
      siteId,
      articleId,
      NOTED,
    ])
    expect((await readHealth(admin)).recount).toEqual({ articles: 1, wrong: 1, at: NOTED })
  })

  it('is for administrators', async () => {
    await expect(readHealth(await site.as('moderator'))).rejects.toMatchObject({ code: 'forbidden' })
  })
})
