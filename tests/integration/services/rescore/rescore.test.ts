import { beforeEach, describe, expect, it, vi } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { claimRescore } from '@/lib/db/score/rescore-run'
import * as scoring from '@/lib/scoring/score-batch'
import { decideComment } from '@/lib/services/comment/decide'
import { ingestComments } from '@/lib/services/comment/ingest'
import { listQueue } from '@/lib/services/queue/list'
import { findRescore, patchRescore, startRescore } from '@/lib/services/rescore/manage'
import { workThrough } from '@/lib/services/rescore/work'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { makeArticle } from '@/tests/factories/article'
import { makeSite, type TestSite } from '@/tests/factories/site'

const now = () => new Date()
let site: TestSite
let admin: Awaited<ReturnType<TestSite['as']>>

beforeEach(async () => {
  await getDb().query('DELETE FROM rescore_run')
  site = await makeSite()
  admin = await site.as('admin')
  await makeArticle(site, { externalId: 'a' })
})

async function send(count: number, body = 'What a nincompoop'): Promise<void> {
  const comments = Array.from({ length: count }, (_, at) => ({
    ...{ externalId: `c${at}`, articleExternalId: 'a', body: `${body}, number ${at}.` },
    postedAt: new Date(Date.UTC(2026, 10, 1, 0, at)).toISOString(),
  }))
  await ingestComments(site.asKey('ingest'), comments)
}

async function work(options: { stopAfter?: number } = {}): Promise<void> {
  const stop = new AbortController()
  const run = await claimRescore(getDb(), now())
  if (!run) throw new Error('no run waits')
  let parts = 0
  await workThrough(getDb(), run, { signal: stop.signal, now, onPart: () => void (++parts === options.stopAfter && stop.abort()) })
}

async function readRows() {
  const { rows } = await listQueue(await site.as('moderator'), { queue: 'newest', limit: 100 })
  return Object.fromEntries(rows.map((row) => [row.externalId, row]))
}

describe('scoring again', () => {
  it('brings scores and suggestions up to date, and touches no decision, mark, status or version', async () => {
    await send(4)
    const mo = await site.as('moderator', 'Mo')
    const before = await readRows()
    const idOf = (key: string) => before[key]?.id ?? ''
    await decideComment(mo, idOf('c0'), { version: 1, act: { kind: 'approve' } })
    await decideComment(mo, idOf('c1'), { version: 1, act: { kind: 'mark', mark: 'off_topic' } })
    const decided = await readRows()
    await addWatchedWord(admin, { term: 'nincompoop', kind: 'insult', isHeld: true })
    expect(await startRescore(admin)).toMatchObject({ state: 'waiting', total: 4, done: 0 })
    await work()
    expect(await findRescore(admin)).toMatchObject({ state: 'done', total: 4, done: 4, changed: 2 })
    // The slow scorers said more than was said just now: they are asked anew.
    expect(await getDb().query('SELECT 1 FROM late_score_task WHERE site_id = $1', [site.id])).toHaveLength(4)
    const after = await readRows()
    for (const key of ['c0', 'c1']) expect(after[key]?.state).toEqual(decided[key]?.state)
    for (const key of ['c2', 'c3']) {
      expect(after[key]).toMatchObject({ version: 1, state: { status: 'published', suggestions: { uncivil: { kind: 'insult' } } } })
      // Held words hold what comes in, not what is out.
      expect(after[key]?.findings.map(({ outcome }) => outcome)).toEqual(['suggest_uncivil'])
    }
    const words = `SELECT 1 FROM score WHERE site_id = $1 AND scorer = 'watched_words' AND attribute = 'uncivil.insult'`
    const scored = await getDb().query(words, [site.id])
    expect(scored).toHaveLength(4)
  })

  it('takes suggestions back that nothing supports any more', async () => {
    await addWatchedWord(admin, { term: 'nincompoop', kind: 'insult', isHeld: false })
    await send(1)
    await getDb().query('DELETE FROM watched_word WHERE site_id = $1', [site.id])
    await startRescore(admin)
    await work()
    expect((await readRows())['c0']).toMatchObject({ findings: [], state: { suggestions: { uncivil: null } } })
  })

  it('passes over a text that a scorer has a fault with', async () => {
    await send(3)
    await addWatchedWord(admin, { term: 'nincompoop', kind: 'insult', isHeld: false })
    const score = scoring.scoreBatch
    vi.spyOn(scoring, 'scoreBatch').mockImplementation((rules, texts) =>
      texts.some(({ body }) => body.includes('number 1.')) ? Promise.reject(new Error('a fault')) : score(rules, texts),
    )
    await startRescore(admin)
    await work()
    vi.mocked(scoring.scoreBatch).mockRestore()
    expect(await findRescore(admin)).toMatchObject({ state: 'done', done: 3, changed: 2 })
    const rows = await readRows()
    expect(['c0', 'c1', 'c2'].map((key) => rows[key]?.state.suggestions.uncivil?.kind)).toEqual(['insult', undefined, 'insult'])
  })

  it('fails, and says so, when nothing can be scored', async () => {
    await send(3)
    vi.spyOn(scoring, 'scoreBatch').mockRejectedValue(new Error('a fault'))
    await startRescore(admin)
    await work()
    vi.mocked(scoring.scoreBatch).mockRestore()
    expect(await findRescore(admin)).toMatchObject({ state: 'failed', done: 0 })
  })

  it('goes on where it was after a kill, leaves nothing out and counts nothing twice', async () => {
    await send(250)
    await startRescore(admin)
    await work({ stopAfter: 1 })
    expect(await findRescore(admin)).toMatchObject({ state: 'waiting', done: 100 })
    // Killed while it runs: nobody has said anything for half a minute.
    const killed = await claimRescore(getDb(), now())
    expect(await claimRescore(getDb(), now())).toBeNull()
    await getDb().query(`UPDATE rescore_run SET heartbeat_at = now() - interval '1 minute'`)
    await work()
    expect(await findRescore(admin)).toMatchObject({ state: 'done', total: 250, done: 250 })
    // The one that was thought dead comes back, and finds its part done.
    if (killed) await workThrough(getDb(), killed, { signal: new AbortController().signal, now })
    expect(await findRescore(admin)).toMatchObject({ state: 'done', done: 250 })
  })

  it('is stopped and goes on, one run at a time, by administrators only', async () => {
    await send(3)
    const { id } = await startRescore(admin)
    await expect(startRescore(admin)).rejects.toMatchObject({ code: 'conflict' })
    await expect(startRescore(await site.as('moderator'))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(patchRescore(await site.as('editor'), id, { state: 'stopped' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(patchRescore(await (await makeSite()).as('admin'), id, { state: 'stopped' })).rejects.toMatchObject({ code: 'not_found' })
    await patchRescore(admin, id, { state: 'stopped' })
    expect(await findRescore(admin)).toMatchObject({ state: 'stopped' })
    await expect(patchRescore(admin, id, { state: 'stopped' })).rejects.toMatchObject({ code: 'conflict' })
    await patchRescore(admin, id, { state: 'waiting' })
    await work()
    expect(await findRescore(admin)).toMatchObject({ state: 'done', done: 3 })
    await expect(patchRescore(admin, id, { state: 'waiting' })).rejects.toMatchObject({ code: 'conflict' })
    const acts = await getDb().query<{ act: string }>('SELECT act FROM audit_entry WHERE site_id = $1 ORDER BY id', [site.id])
    expect(acts.map(({ act }) => act)).toEqual(['rescore.start', 'rescore.stop', 'rescore.start'])
  })
})
