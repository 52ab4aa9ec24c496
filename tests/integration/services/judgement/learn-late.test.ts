import { beforeEach, describe, expect, it, vi } from 'vitest'
import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import { findLiveJudgement, listJudgements } from '@/lib/db/score/judgement'
import { LATE_READING_VERSION } from '@/lib/scoring/late-reading'
import type { ThoroughReader } from '@/lib/scoring/incivility/thorough-incivility'
import { learnFromDecisions } from '@/lib/services/judgement/learn'
import { readOverview } from '@/lib/services/judgement/overview'
import { recallJudgement } from '@/lib/services/judgement/recall'
import * as late from '@/lib/services/scoring/score-late'
import { makeArticle } from '@/tests/factories/article'
import { makeDice } from '@/tests/factories/decided-texts'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOW = new Date('2026-11-25T12:00:00Z')
const SIZE = 8

let site: TestSite
beforeEach(async () => {
  site = await makeSite()
})

/** Says by its vector whether a text has an odd number at its end, which nothing else does; `read` counts the texts. */
function makeReader(): ThoroughReader & { read: ReturnType<typeof vi.fn>; stop: ReturnType<typeof vi.fn> } {
  const read = vi.fn((bodies: readonly string[]) =>
    Promise.resolve(
      bodies.map((body) => ({
        logits: { uncivil: -1 },
        vector: new Float32Array(SIZE).fill(/[13579]$/.test(body) ? 1 : -1),
      })),
    ),
  )
  return { read, stop: vi.fn(() => Promise.resolve()) } as unknown as ReturnType<typeof makeReader>
}

/** Comments of words that tell nothing, of which those with an odd number at their end were marked. */
async function decide(count: number): Promise<void> {
  const { id: articleId } = await makeArticle(site, { title: 'Council votes on the night tram' })
  const roll = makeDice(7)
  const rows = Array.from({ length: count }, () => {
    const last = Math.floor(roll() * 1000)
    const words = Array.from({ length: 8 }, () => ['tram', 'council', 'harbour', 'budget', 'night', 'line'][Math.floor(roll() * 6)])
    return { body: `The ${words.join(' ')} ${uuidv7()} ${last}`, isMarked: last % 2 === 1 }
  })
  await getDb().query(
    `WITH added AS (
       INSERT INTO comment (site_id, id, article_id, external_id, body, status, received_at, ordered_at, reviewed_at)
       SELECT $1, gen_random_uuid(), $2, body, body, 'approved', now(), now(), now() FROM unnest($3::text[]) body
       RETURNING id, body
     ), marked AS (
       INSERT INTO mark (site_id, comment_id, mark, kind, set_at)
       SELECT $1, id, 'uncivil', 'condescension', now() FROM added JOIN unnest($3::text[], $4::boolean[]) t (body, is_marked) USING (body)
       WHERE is_marked
     )
     INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_name, seen_version, revision, before, after, decided_at)
     SELECT $1, decision_id, id, $2, 'approve', 'user', 'Mo', 1, 1, '{}', '{}', now() FROM added JOIN unnest($3::text[], $5::uuid[]) t (body, decision_id) USING (body)`,
    [site.id, articleId, rows.map(({ body }) => body), rows.map(({ isMarked }) => isMarked), rows.map(() => uuidv7())],
  )
}

async function recallLive() {
  const row = await findLiveJudgement(getDb(), site.id)
  return row && recallJudgement(getDb(), site.id, row.id)
}

describe('learning from what is known later of decided comments', () => {
  it('tells what nothing tells when a comment comes in, goes live for it, and says how much better it is', async () => {
    await decide(500)
    const reader = makeReader()
    expect(await learnFromDecisions(getDb(), site.id, NOW, { startReader: () => Promise.resolve(reader) })).toBe('live')
    expect(reader.stop).toHaveBeenCalledOnce()
    expect(reader.read.mock.calls.flatMap(([bodies]) => bodies as string[])).toHaveLength(500)
    const judgement = await recallLive()
    expect([...(judgement?.late?.targets.keys() ?? [])].sort()).toEqual(['condescension', 'uncivil'])
    expect(judgement?.late?.layout.embeddingSize).toBe(SIZE)
    const { versions } = await readOverview(await site.as('admin'))
    const mark = versions[0]?.measures.marks.find((one) => one.mark === 'uncivil')
    expect(mark?.before.auc).toBeLessThan(0.65)
    expect(mark?.after.auc).toBeGreaterThan(0.95)
  })

  it('is left to another time while ingest needs the machine', async () => {
    await decide(150)
    const rush = vi.spyOn(late, 'isRush').mockResolvedValue(true)
    const reader = makeReader()
    const start = { startReader: () => Promise.resolve(reader) }
    expect(await learnFromDecisions(getDb(), site.id, NOW, start)).toBe('put_off')
    expect([reader.read.mock.calls.length, reader.stop.mock.calls.length]).toEqual([0, 0])
    // Or as soon as it begins.
    rush.mockReset().mockResolvedValueOnce(false).mockResolvedValueOnce(false).mockResolvedValue(true)
    expect(await learnFromDecisions(getDb(), site.id, NOW, start)).toBe('put_off')
    expect([reader.read.mock.calls.length, reader.stop.mock.calls.length]).toEqual([1, 1])
    expect((await readOverview(await site.as('admin'))).versions).toEqual([])
    rush.mockRestore()
    expect(await learnFromDecisions(getDb(), site.id, NOW, start)).not.toBe('put_off')
  })

  it('is done again at once when the later readings are others, or there were none, and once', async () => {
    await decide(400)
    const startReader = () => Promise.resolve(makeReader())
    const learn = () => learnFromDecisions(getDb(), site.id, NOW, { startReader })
    // Whatever comes of that.
    expect(await learnFromDecisions(getDb(), site.id, NOW)).not.toBe('too_few')
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('too_few')
    expect(await learn()).toBe('live')
    expect(await learn()).toBe('too_few')
    await getDb().query(`UPDATE judgement SET late_version = 'before' WHERE site_id = $1 AND state = 'live'`, [site.id])
    expect(await learn()).toBe('live')
    const learnt = await listJudgements(getDb(), site.id, 9)
    expect(learnt.map(({ number, lateVersion }) => [number, lateVersion])).toEqual([
      [3, LATE_READING_VERSION],
      [2, 'before'],
      [1, null],
    ])
    expect(learnt.slice(0, 2).map(({ state }) => state)).toEqual(['live', 'retired'])
    // Without later readings nothing is amiss with what was learnt on them.
    expect(await learnFromDecisions(getDb(), site.id, NOW)).toBe('too_few')
  })

  it('is broken off when the server stops, and leaves no judgement', async () => {
    await decide(150)
    const stopping = new AbortController()
    // It stops when the second lot is about to be read.
    const rush = vi.spyOn(late, 'isRush').mockResolvedValue(false).mockResolvedValueOnce(false)
    rush.mockImplementationOnce(() => {
      stopping.abort()
      return Promise.resolve(false)
    })
    const reader = makeReader()
    const startReader = () => Promise.resolve(reader)
    expect(await learnFromDecisions(getDb(), site.id, NOW, { startReader, signal: stopping.signal })).toBe('put_off')
    expect([reader.read.mock.calls.length, reader.stop.mock.calls.length]).toEqual([1, 1])
    rush.mockRestore()
    expect(await listJudgements(getDb(), site.id, 9)).toEqual([])
  })
})
