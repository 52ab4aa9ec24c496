import { describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import type { Finding } from '@/lib/domain/policy'
import { decideComment } from '@/lib/services/comment/decide'
import { undoDecision } from '@/lib/services/decision/undo'
import { findPeriod, hasComments, readTransparency } from '@/lib/services/transparency/read'
import { addWatchedWord } from '@/lib/services/watched-word/add'
import { makeComment, type CommentOverrides, type MadeComment } from '@/tests/factories/comment'
import { makeSite } from '@/tests/factories/site'

const NOW = new Date('2026-03-15T12:00:00Z')
const REJECT = { kind: 'reject', reason: 'spam' } as const
const WORD: Finding = { phase: 'watched_word', outcome: 'hold', why: 'Contains a word this site holds' }
const FIRST: Finding = { phase: 'first_comment', outcome: 'hold', why: 'First comment of this person here' }

async function makeDesk() {
  const clock = { at: NOW.getTime() }
  const site = await makeSite(() => new Date(clock.at))
  const mo = await site.as('moderator', 'Mo')
  const read = async (query: object = { period: '2026-03' }) => {
    // A minute later nothing is given that was counted before.
    clock.at += 60_000
    const { figures } = await readTransparency(mo, query)
    return (key: string, of: string | null = null) => figures.find((one) => one.key === key && one.of === of)?.value
  }
  const make = (overrides: CommentOverrides) => makeComment(site, { receivedAt: new Date(NOW.getTime() - 3_600_000), ...overrides })
  const reject = ({ id, version }: MadeComment) => decideComment(mo, id, { version, act: REJECT })
  return { clock, site, mo, read, make, reject }
}

describe('how a rejected comment came to notice', () => {
  it.each<[string, CommentOverrides, string]>([
    ['reported, whatever else', { openReports: 2, suggestedUncivil: { score: 0.9, kind: 'insult' } }, 'reports'],
    ['suggested uncivil', { suggestedUncivil: { score: 0.9, kind: 'insult' } }, 'scores'],
    ['suggested off-topic', { suggestedOffTopic: 0.9 }, 'scores'],
    ['held for a word', { status: 'pending', findings: [WORD] }, 'words'],
    ['held for another rule', { status: 'pending', findings: [FIRST] }, 'person'],
    ['public, with nothing against it', {}, 'person'],
    ['decided on before', { status: 'approved', reviewedAt: NOW }, 'unknown'],
    ['marked before', { marks: { offTopic: true } }, 'unknown'],
  ])('%s', async (_what, overrides, detection) => {
    const { make, reject, read } = await makeDesk()
    await reject(await make(overrides))
    const valueOf = await read()
    for (const one of ['reports', 'scores', 'words', 'person', 'unknown'])
      expect(valueOf(`detected.${one}`), one).toBe(Number(one === detection))
  })

  it('cannot be told where the text that was held was edited since', async () => {
    const { site, make, reject, read } = await makeDesk()
    const comment = await make({ status: 'pending', findings: [WORD] })
    await reject(comment)
    await getDb().query('UPDATE comment SET revision = 2 WHERE site_id = $1 AND id = $2', [site.id, comment.id])
    expect((await read())('detected.unknown')).toBe(1)
  })
})

it('what is undone counts as a correction, of whoever decided or of somebody else, and as nothing else', async () => {
  const { site, mo, make, reject, read } = await makeDesk()
  const lead = await site.as('admin')
  const [own, other, stays] = [await reject(await make({})), await reject(await make({})), await reject(await make({}))]
  await undoDecision(mo, own.decisionId)
  await undoDecision(lead, other.decisionId)
  const valueOf = await read()
  const keys = ['undone.own', 'undone.other', 'decisions.people', 'decisions.rejected', 'detected.person', 'waits.decided', 'waits.median']
  expect(keys.map((key) => valueOf(key))).toEqual([1, 1, 1, 1, 1, 1, 3600])
  expect(valueOf('rejections.reason', 'spam')).toBe(1)
  expect(stays.state.status).toBe('rejected')
})

it('a share of suggestions that were followed is told from ten on, with where it lies', async () => {
  const { mo, make, reject, read } = await makeDesk()
  for (let one = 0; one < 9; one += 1) await reject(await make({ suggestedOffTopic: 0.9 }))
  expect([(await read())('automation.suggested', 'off_topic'), (await read())('automation.followed', 'off_topic')]).toEqual([9, null])
  const last = await make({ suggestedOffTopic: 0.9 })
  await decideComment(mo, last.id, { version: 1, act: { kind: 'approve' } })
  const { figures } = await readTransparency(mo, { from: '2026-03-01', to: '2026-03-30' })
  const followed = figures.find(({ key, of }) => key === 'automation.followed' && of === 'off_topic')
  expect([followed?.value, followed?.previous]).toEqual([0.9, null])
  // Wilson's interval of 9 in 10.
  expect([followed?.interval?.low.toFixed(4), followed?.interval?.high.toFixed(4)]).toEqual(['0.5958', '0.9821'])
})

it('says what is switched on today', async () => {
  const { site, read } = await makeDesk()
  await addWatchedWord(await site.as('admin'), { term: 'gold', kind: null, isHeld: true })
  const valueOf = await read()
  const mechanisms = ['suggestions', 'watched_words', 'held_words', 'hold_first', 'hold_all', 'judgement', 'remote_scorers']
  expect(mechanisms.map((of) => valueOf('automation.on', of))).toEqual([1, 0, 1, 0, 0, 0, 0])
  expect(['holding_rules', 'publishing_rules', 'rejecting_rules'].map((of) => valueOf('automation.on', of))).toEqual([0, 0, 0])
})

it('is given for a minute as it was counted', async () => {
  const { clock, mo, make } = await makeDesk()
  const count = async () => (await readTransparency(mo, { period: '2026' })).figures[0]?.value
  expect(await count()).toBe(0)
  await make({})
  clock.at += 59_999
  expect(await count()).toBe(0)
  clock.at += 1
  expect(await count()).toBe(1)
})

it('counts one report at a time, and goes on when one cannot be counted', async () => {
  const { mo } = await makeDesk()
  let [open, most] = [0, 0]
  const db: typeof mo.db = Object.assign(Object.create(mo.db) as typeof mo.db, {
    transaction: async (work: Parameters<typeof mo.db.transaction>[0]) => {
      open += 1
      most = Math.max(most, open)
      return mo.db.transaction(work).finally(() => (open -= 1))
    },
  })
  const failing = Object.assign(Object.create(db) as typeof db, { transaction: () => Promise.reject(new Error('gone')) })
  const asked = ['2025-01', '2025-02', '2025-03'].map((period) =>
    readTransparency({ ...mo, db: period === '2025-02' ? failing : db }, { period }).then(
      (report) => report.period.name,
      (error: Error) => error.message,
    ),
  )
  expect(await Promise.all(asked)).toEqual(['2025-01', 'gone', '2025-03'])
  expect(most).toBe(1)
  expect((await readTransparency(mo, { period: '2025-02' })).period.name).toBe('2025-02')
})

it('is for whoever may read, and of their site alone', async () => {
  const { site, make, read } = await makeDesk()
  await make({})
  const other = await makeSite(() => NOW)
  expect((await read())('comments.received')).toBe(1)
  expect((await readTransparency(other.asKey('read'), { period: '2026-03' })).figures[0]?.value).toBe(0)
  expect([await hasComments(site.asKey('read')), await hasComments(other.asKey('read'))]).toEqual([true, false])
  await expect(readTransparency(site.asKey('ingest'), { period: '2026-03' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(hasComments(site.asKey('ingest'))).rejects.toMatchObject({ code: 'forbidden' })
})

it.each([
  [{}, '2026-03', true],
  [{ period: '2026-Q2' }, '2026-Q2', true],
  [{ period: '2026-Q9' }, '2026-03', false],
  [{ from: '2026-01-01' }, '2026-03', false],
  [{ from: '2025-01-01', to: '2026-01-02' }, '2026-03', false],
  [{ from: '0001-01-01', to: '0001-01-02' }, '2026-03', false],
  [{ from: '2026-01-01', to: '2026-01-02' }, null, true],
])('a page that is asked for %j shows %s', (asked, name, isAsked) => {
  expect([findPeriod(asked, NOW).period.name, findPeriod(asked, NOW).isAsked]).toEqual([name, isAsked])
})
