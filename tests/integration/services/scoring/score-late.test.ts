import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { noteLateTexts } from '@/lib/db/score/late-task'
import { noteTexts } from '@/lib/db/comment/comment-document'
import { insertScores } from '@/lib/db/score/score'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { editComment } from '@/lib/services/comment/edit'
import { listQueue } from '@/lib/services/queue/list'
import type { LateScorer } from '@/lib/scoring/late-scorer'
import { LateWorkers } from '@/lib/services/scoring/late-workers'
import { readNext } from '@/lib/services/scoring/run-late'
import { scoreNextLate, type LateWorker } from '@/lib/services/scoring/score-late'
import { readScoreHistory } from '@/lib/services/score/history'
import { makeArticle } from '@/tests/factories/article'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { makeGate } from '@/tests/factories/gate'
import { makeSite, type TestSite } from '@/tests/factories/site'

let site: TestSite
let article: { id: string }
let asked: string[]

beforeEach(async () => {
  await getDb().query('DELETE FROM late_score_task')
  await getDb().query('DELETE FROM document_backlog')
  site = await makeSite()
  article = await makeArticle(site, { externalId: 'a' })
  asked = []
})

/** Calls every text off-topic but those that speak of trams. */
const slow: LateWorker = {
  name: 'slow_topic',
  version: '7',
  score: (inputs) => {
    asked.push(...inputs.map((input) => input.body))
    return Promise.resolve(
      inputs.map(({ body }) =>
        body === '?' ? null : [{ attribute: 'off_topic.article', value: body.includes('tram') ? 0.1 : 0.95, reason: null }],
      ),
    )
  },
}

const scoreNext = (workers: LateWorker[], now: Date) => scoreNextLate(getDb(), () => Promise.resolve(workers), now)

async function note(comments: MadeComment[], at = new Date(), revision = 1): Promise<void> {
  await noteLateTexts(getDb(), { siteId: site.id, ids: comments.map(({ id }) => id), revisions: comments.map(() => revision) }, at)
}

async function readRow(id: string) {
  const { rows } = await listQueue(await site.as('moderator'), { queue: 'newest', limit: 100 })
  return rows.find((row) => row.id === id) ?? Promise.reject(new Error('no such comment'))
}

describe('late scores', () => {
  it('are stored with their version and raise a suggestion', async () => {
    const [about, away, unsaid] = [
      await makeComment(site, { article, body: 'The tram' }),
      await makeComment(site, { article, body: 'My cat' }),
      await makeComment(site, { article, body: '?' }),
    ]
    await note([about, away, unsaid])
    expect(await scoreNext([slow], new Date())).toBe(3)
    expect((await readRow(away.id)).state.suggestions.offTopic).toBeCloseTo(0.95, 5)
    expect((await readRow(away.id)).version).toBe(1)
    expect((await readRow(about.id)).state.suggestions.offTopic).toBeNull()
    const rows = await getDb().query('SELECT comment_id AS id, scorer_version AS version FROM score WHERE scorer = $1 ORDER BY value', [
      'slow_topic',
    ])
    expect(rows).toEqual([
      { id: about.id, version: '7' },
      { id: away.id, version: '7' },
    ])
    expect(await scoreNext([slow], new Date())).toBe(0)
  })

  it('are of the newest texts first, and not of those that have waited for a day', async () => {
    const bodies = Array.from({ length: 20 }, (_, at) => `number ${at}`)
    for (const [at, body] of bodies.entries())
      await note([await makeComment(site, { article, body })], new Date(Date.now() - (20 - at) * 60_000))
    await note([await makeComment(site, { article, body: 'old' })], new Date(Date.now() - 25 * 3_600_000))
    expect(await scoreNext([slow], new Date())).toBe(16)
    expect([...asked].sort()).toEqual(bodies.slice(4).sort())
    expect(await scoreNext([slow], new Date())).toBe(4)
    expect(asked).not.toContain('old')
    expect(await scoreNext([slow], new Date())).toBe(0)
  })

  it('wait while ingest keeps the machine busy', async () => {
    await note([await makeComment(site, { article })])
    for (let count = 0; count < 40; count += 1) await noteTexts(getDb(), site.id, [])
    expect(await scoreNext([slow], new Date())).toBe('rush')
    await getDb().query('DELETE FROM document_backlog')
    expect(await scoreNext([slow], new Date())).toBe(1)
  })

  it('wait, and nothing is loaded, while texts come faster than they can be read', async () => {
    const items = Array.from({ length: 300 }, (_, at) => ({ externalId: `rush-${at}`, articleExternalId: 'a', body: `number ${at}` }))
    await ingestComments(site.asKey('ingest'), items)
    const ids = (await getDb().query<{ id: string }>('SELECT id FROM comment WHERE site_id = $1', [site.id])).map(({ id }) => id)
    const now = new Date()
    await noteLateTexts(getDb(), { siteId: site.id, ids, revisions: ids.map(() => 1) }, now)
    const load = vi.fn(() => Promise.resolve([slow]))
    expect(await scoreNextLate(getDb(), load, now)).toBe('rush')
    expect(load).not.toHaveBeenCalled()
    expect(await scoreNextLate(getDb(), load, new Date(now.getTime() + 11_000))).toBe(16)
    expect(load).toHaveBeenCalledOnce()
  })

  it('are left for later, and what they hold is let go, when such a rush begins while they are read', async () => {
    await note([await makeComment(site, { article })])
    const [began, ended] = [makeGate(), makeGate()]
    const endless: LateScorer = {
      name: 'slow_topic',
      version: '7',
      start: () =>
        Promise.resolve({
          score: async () => {
            began.open()
            await ended.opened
            throw new Error('The thread has ended')
          },
          stop: ended.open,
        }),
    }
    const reading = readNext(new LateWorkers([endless]), 10)
    await began.opened
    for (let count = 0; count < 40; count += 1) await noteTexts(getDb(), site.id, [])
    expect(await reading).toBe('rush')
    await getDb().query('DELETE FROM document_backlog')
    expect(await scoreNext([slow], new Date(Date.now() + 3 * 60_000))).toBe(1)
  })

  it('are read of the other texts when a scorer has a fault with one, which is tried again later', async () => {
    const other = await makeSite()
    const [fine, faulty, elsewhere] = [
      await makeComment(site, { article, body: 'My cat' }),
      await makeComment(site, { article, body: 'poison' }),
      await makeComment(other, { body: 'My dog' }),
    ]
    await note([fine, faulty])
    await noteLateTexts(getDb(), { siteId: other.id, ids: [elsewhere.id], revisions: [1] }, new Date())
    const picky: LateWorker = {
      ...slow,
      score: (inputs) => (inputs.some(({ body }) => body === 'poison') ? Promise.reject(new Error('a fault')) : slow.score(inputs)),
    }
    expect(await scoreNext([picky], new Date())).toBe(3)
    const scored = await getDb().query<{ id: string }>(
      'SELECT comment_id AS id FROM score WHERE scorer = $1 AND site_id = ANY($2::uuid[])',
      ['slow_topic', [site.id, other.id]],
    )
    expect(scored.map(({ id }) => id).sort()).toEqual([fine.id, elsewhere.id].sort())
    expect(await scoreNext([slow], new Date())).toBe(0)
    expect(await scoreNext([slow], new Date(Date.now() + 3 * 60_000))).toBe(1)
  })

  it('are thrown away when the text was edited or a person has decided meanwhile', async () => {
    const [edited, decided] = [await makeComment(site, { article, body: 'My cat' }), await makeComment(site, { article, body: 'My dog' })]
    await note([edited, decided])
    const meanwhile: LateWorker = {
      ...slow,
      score: async (inputs) => {
        await editComment(site.asKey('ingest'), edited.externalId, { body: 'The tram' })
        await decideComment(await site.as('moderator'), decided.id, { version: 1, act: { kind: 'approve' } })
        return slow.score(inputs)
      },
    }
    await scoreNext([meanwhile], new Date())
    expect((await readRow(edited.id)).state.suggestions.offTopic).toBeNull()
    expect((await readRow(decided.id)).state).toMatchObject({ status: 'approved', suggestions: { offTopic: null } })
    expect(await getDb().query("SELECT 1 FROM score WHERE comment_id = $1 AND scorer = 'slow_topic'", [edited.id])).toEqual([])
  })

  it('are tried again some minutes after a scorer broke', async () => {
    await note([await makeComment(site, { article, body: 'My cat' })])
    const broken = { ...slow, score: () => Promise.reject(new Error('out of memory')) }
    await expect(scoreNext([broken], new Date())).rejects.toThrow('out of memory')
    expect(await scoreNext([slow], new Date())).toBe(0)
    expect(await scoreNext([slow], new Date(Date.now() + 3 * 60_000))).toBe(1)
  })

  it('take the place of what the same scorer said at once, unless the newsroom has said it itself', async () => {
    const [read, judged] = [await makeComment(site, { article }), await makeComment(site, { article })]
    const insult = { attribute: 'uncivil.insult', scorerVersion: 'at once', reason: null }
    await insertScores(
      getDb(),
      site.id,
      [
        { ...insult, commentId: read.id, scorer: 'incivility', value: 0.9 },
        { ...insult, commentId: judged.id, scorer: 'newsroom', value: 0.8 },
      ],
      new Date(),
    )
    await note([read, judged])
    const later: LateWorker = {
      name: 'incivility',
      version: 'later',
      score: (inputs) => Promise.resolve(inputs.map(() => [{ attribute: 'uncivil.mockery', value: 0.3, reason: null }])),
    }
    expect(await scoreNext([later], new Date())).toBe(2)
    const readScores = (id: string) =>
      getDb().query('SELECT scorer, scorer_version AS version, attribute FROM score WHERE comment_id = $1', [id])
    expect(await readScores(read.id)).toEqual([{ scorer: 'incivility', version: 'later', attribute: 'uncivil.mockery' }])
    expect(await readScores(judged.id)).toEqual([{ scorer: 'newsroom', version: 'at once', attribute: 'uncivil.insult' }])
  })

  it('of a topic leave nothing of what they overrule, so that it is looked up by what is suggested', async () => {
    const comment = await makeComment(site, { article, body: 'My tram' })
    const topic = { commentId: comment.id, attribute: 'off_topic.article', scorerVersion: '1', reason: null }
    const others = [
      { ...topic, scorer: 'lexical_topicality', value: 0.95 },
      { ...topic, scorer: 'newsroom', value: 0.9 },
      { ...topic, scorer: 'lexical_topicality', attribute: 'off_topic.parent', value: 0.4 },
      { ...topic, scorer: 'remote:desk', value: 0.25 },
    ]
    await insertScores(getDb(), site.id, others, new Date())
    await note([comment])
    expect(await scoreNext([{ ...slow, name: 'sentence_topicality' }], new Date())).toBe(1)
    expect(await getDb().query('SELECT scorer, attribute FROM score WHERE comment_id = $1 ORDER BY 1', [comment.id])).toEqual([
      { scorer: 'lexical_topicality', attribute: 'off_topic.parent' },
      { scorer: 'remote:desk', attribute: 'off_topic.article' },
      { scorer: 'sentence_topicality', attribute: 'off_topic.article' },
    ])
    const { month } = await readScoreHistory(await site.as('moderator'), { mark: 'off_topic' })
    expect(month.suggested.findIndex((count) => count > 0)).toBe(25)
    expect(await getDb().query('SELECT distance FROM comment WHERE id = $1', [comment.id])).toEqual([{ distance: 0.25 }])
  })

  it('are made once more of what is to be read anew while it is read', async () => {
    const comment = await makeComment(site, { article, body: 'My cat' })
    await note([comment])
    const [begun, held] = [makeGate(), makeGate()]
    const score: LateWorker['score'] = async (inputs) => {
      begun.open()
      await held.opened
      return slow.score(inputs)
    }
    const reading = scoreNext([{ ...slow, score }], new Date())
    await begun.opened
    // As scoring again does it, when a newsroom's judgement has changed.
    await note([comment])
    held.open()
    expect(await reading).toBe(1)
    expect(await scoreNext([slow], new Date())).toBe(1)
    expect(asked).toEqual(['My cat', 'My cat'])
    expect(await scoreNext([slow], new Date())).toBe(0)
  })
})
