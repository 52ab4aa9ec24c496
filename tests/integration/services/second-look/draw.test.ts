import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { findLookSetting } from '@/lib/db/second-look/draw'
import type { DecisionAct } from '@/lib/domain/decisions'
import { MOST_WAITING } from '@/lib/domain/second-look'
import { listAuditEntries } from '@/lib/services/audit/list'
import { makeBatch } from '@/lib/services/batch/preview'
import { decideComment } from '@/lib/services/comment/decide'
import { removeComment } from '@/lib/services/comment/remove'
import type { Context } from '@/lib/services/context'
import { undoDecision } from '@/lib/services/decision/undo'
import { drawLooks } from '@/lib/services/second-look/draw'
import { readLookShare, setLookShare } from '@/lib/services/second-look/share'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { listLooks, wantLooks } from '@/tests/factories/second-look'
import { makeSite, type TestSite } from '@/tests/factories/site'

const START = Date.parse('2026-03-10T12:00:00.000Z')
const MINUTE = 60_000

let at: number
let site: TestSite
let mo: Awaited<ReturnType<TestSite['as']>>
beforeEach(async () => {
  at = START
  site = await makeSite(() => new Date(at))
  mo = await site.as('moderator', 'Mo')
  await wantLooks(site)
})

const decide = async (act: DecisionAct, comment?: MadeComment, ctx: Context = mo) => {
  const on = comment ?? (await makeComment(site))
  const [row] = await getDb().query<{ version: number }>('SELECT version FROM comment WHERE site_id = $1 AND id = $2', [site.id, on.id])
  const { decisionId } = await decideComment(ctx, on.id, { version: row?.version ?? 0, act })
  return { ...on, decisionId }
}
/** All that can be drawn by now. */
const draw = async (later = 11 * MINUTE) => {
  at += later
  while (await drawLooks(getDb(), site.id, new Date(at)));
}
const drawn = async () => (await listLooks(site)).map(({ decision_id }) => decision_id)

describe('drawing second looks', () => {
  it('draws decisions of people, with what they came to, once they are older than a slip', async () => {
    const approved = await decide({ kind: 'approve' })
    const rejected = await decide({ kind: 'reject', reason: 'spam' })
    const marked = await decide({ kind: 'mark', mark: 'off_topic' })
    const both = await decide({ kind: 'mark', mark: 'uncivil', uncivilKind: 'insult', alsoReject: true })
    await draw(9 * MINUTE)
    expect(await listLooks(site)).toEqual([])
    await draw(2 * MINUTE)
    const looks = new Map((await listLooks(site)).map((look) => [look.decision_id, look.verdict]))
    expect(looks).toEqual(
      new Map([
        [approved.decisionId, 'approve'],
        [rejected.decisionId, 'reject'],
        [marked.decisionId, 'off_topic'],
        [both.decisionId, 'reject'],
      ]),
    )
  })

  it('passes over what a policy or a key decided, and a mark that leaves a held comment waiting', async () => {
    const held = await makeComment(site, { status: 'pending' })
    const mark = await decide({ kind: 'mark', mark: 'off_topic' }, held)
    const settled = await decide({ kind: 'approve' }, held)
    await decide({ kind: 'approve' }, undefined, { ...mo, actor: { kind: 'system', name: 'system', siteId: site.id } })
    await draw()
    expect(await listLooks(site)).toMatchObject([{ decision_id: settled.decisionId, verdict: 'off_topic' }])
    expect(await drawn()).not.toContain(mark.decisionId)
  })

  it('takes the last word of who decided: not what was undone or decided otherwise within minutes, nor a comment that is gone', async () => {
    const undone = await decide({ kind: 'approve' })
    await undoDecision(mo, undone.decisionId)
    const changed = await decide({ kind: 'approve' })
    const last = await decide({ kind: 'reject', reason: 'hate' }, changed)
    const gone = await decide({ kind: 'approve' })
    await removeComment(site.asKey('ingest'), gone.externalId)
    await draw()
    expect(await drawn()).toEqual([last.decisionId])
  })

  it('keeps a decision that a colleague decided otherwise: that is what is measured', async () => {
    const first = await decide({ kind: 'approve' })
    const second = await decide({ kind: 'reject', reason: 'hate' }, first, await site.as('admin'))
    await draw()
    expect((await drawn()).toSorted()).toEqual([first.decisionId, second.decisionId].toSorted())
  })

  it('draws by the id alone: the same ones whoever asks, a share of them, and none twice', async () => {
    await wantLooks(site, 0.3)
    const decided: string[] = []
    for (let n = 0; n < 60; n += 1) decided.push((await decide({ kind: 'approve' })).decisionId)
    await draw()
    const chance = (id: string) => createHash('sha256').update(id).digest().readUInt32BE(0) / 2 ** 32
    const expected = decided.filter((id) => chance(id) < 0.3)
    expect((await drawn()).toSorted()).toEqual(expected.toSorted())
    // The job died after its looks were there and before anybody knew how far it had come.
    await wantLooks(site, 0.3)
    await draw(0)
    expect((await drawn()).toSorted()).toEqual(expected.toSorted())
  })

  it('leaves nothing behind where it is killed in the midst, and two at once draw nothing twice', async () => {
    for (let n = 0; n < 5; n += 1) await decide({ kind: 'approve' })
    at += 11 * MINUTE
    const killed = getDb().transaction(async (db) => {
      await drawLooks(db, site.id, new Date(at))
      throw new Error('kill -9')
    })
    await expect(killed).rejects.toThrow('kill -9')
    expect([await listLooks(site), (await findLookSetting(getDb(), site.id))?.position]).toEqual([[], 0])
    await Promise.all([1, 2, 3].map(() => drawLooks(getDb(), site.id, new Date(at))))
    expect(new Set(await drawn()).size).toBe(5)
    expect(await drawn()).toHaveLength(5)
  })

  it('takes three of a batch at most, also over several rounds', async () => {
    const items = []
    for (let n = 0; n < 8; n += 1) items.push({ id: (await makeComment(site)).id, version: 1 })
    await makeBatch(mo, { of: { kind: 'comments', items }, act: { kind: 'approve' }, isStarted: true })
    await draw()
    expect(await listLooks(site)).toHaveLength(3)
    await wantLooks(site)
    await draw(0)
    expect(await listLooks(site)).toHaveLength(3)
  })

  it('lets go what is drawn while as many wait as may', async () => {
    await getDb().query(
      `INSERT INTO second_look (site_id, id, decision_id, comment_id, article_id, revision, verdict, decided_at, expires_at)
       SELECT $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1, 'approve', $2, $3 FROM generate_series(2, $4::int)`,
      [site.id, new Date(at), new Date(at + 60 * MINUTE), MOST_WAITING],
    )
    for (let n = 0; n < 3; n += 1) await decide({ kind: 'approve' })
    await draw()
    expect(await listLooks(site)).toHaveLength(MOST_WAITING)
    // What has waited in vain makes room.
    await decide({ kind: 'approve' })
    await draw(61 * MINUTE)
    expect(await listLooks(site)).toHaveLength(MOST_WAITING + 1)
  })

  it('draws on its own site alone', async () => {
    const other = await makeSite(() => new Date(at))
    await wantLooks(other)
    await decide({ kind: 'approve' })
    at += 11 * MINUTE
    expect(await drawLooks(getDb(), other.id, new Date(at))).toBe(false)
    expect(await listLooks(other)).toEqual([])
  })
})

describe('the share of decisions that gets a second look', () => {
  it('is none until somebody sets it, is noted, and counts from then on', async () => {
    site = await makeSite(() => new Date(at))
    const [admin, moderator] = [await site.as('admin', 'Ada'), await site.as('moderator')]
    expect(await readLookShare(admin)).toEqual({ share: 0 })
    mo = moderator
    await decide({ kind: 'approve' })
    expect(await drawLooks(getDb(), site.id, new Date(at + 11 * MINUTE))).toBe(false)
    expect(await setLookShare(admin, { share: 0.02, seen: 0 })).toEqual({ share: 0.02 })
    expect(await findLookSetting(getDb(), site.id)).toEqual({ share: 0.02, position: 1 })
    await decide({ kind: 'approve' })
    await draw()
    expect(await setLookShare(admin, { share: 0.1, seen: 0.02 })).toEqual({ share: 0.1 })
    expect(await findLookSetting(getDb(), site.id)).toEqual({ share: 0.1, position: 2 })
    const { entries } = await listAuditEntries(admin)
    expect(entries.map(({ act, actorName }) => [act, actorName])).toEqual([
      ['site.second_looks', 'Ada'],
      ['site.second_looks', 'Ada'],
    ])
  })

  it('is set by administrators, within its range, and over what they saw', async () => {
    const [admin, moderator] = [await site.as('admin'), mo]
    await expect(setLookShare(moderator, { share: 0, seen: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(readLookShare(moderator)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(setLookShare(admin, { share: 0.51, seen: 1 })).rejects.toMatchObject({ code: 'invalid_input' })
    await expect(setLookShare(admin, { share: 0.1, seen: 0.05 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await readLookShare(admin)).toEqual({ share: 1 })
  })
})
