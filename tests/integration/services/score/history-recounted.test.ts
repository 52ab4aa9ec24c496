import { beforeEach, describe, expect, it } from 'vitest'
import { getDb } from '@/lib/db/connection'
import { insertScores } from '@/lib/db/score/score'
import { UNCIVIL_KINDS, type CommentStatus, type UncivilKind } from '@/lib/domain/comment'
import { countBetween, weighThreshold, writeBandSearch } from '@/lib/domain/threshold'
import { listQueue } from '@/lib/services/queue/list'
import { readScoreHistory } from '@/lib/services/score/history'
import { makeArticle } from '@/tests/factories/article'
import { chance } from '@/tests/factories/chance'
import { makeComment, type MadeComment } from '@/tests/factories/comment'
import { makeDecision } from '@/tests/factories/decision'
import { makeSite, type TestSite } from '@/tests/factories/site'

const NOW = new Date('2026-11-25T12:00:00Z')
const DAY_MS = 86_400_000
const SECTIONS = ['City', 'city', 'Night "Life"', 'Sport', null]
const COMMENTS = 70
let site: TestSite
let moderator: Awaited<ReturnType<TestSite['as']>>

beforeEach(async () => {
  site = await makeSite(() => NOW)
  moderator = await site.as('moderator')
})

/** What the test itself knows of a comment. */
interface Row {
  id: string
  parent: Row | null
  section: string | null
  status: CommentStatus
  isReviewed: boolean
  at: Date
  uncivil: UncivilKind | null
  offTopic: boolean
  isSuggestedOffTopic: boolean
  scores: Record<string, number>
  /** Why it was rejected by its newest decision that was not taken back. */
  reason: string | null
  isDecided: boolean
}

/** A site of random comments, scores and decisions; gives what was written. */
async function makeHistory(random: () => number): Promise<Row[]> {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const articles = await Promise.all(SECTIONS.map((section) => makeArticle(site, { section })))
  const made: { row: Row; comment: MadeComment; article: number }[] = []
  for (let at = 0; at < COMMENTS; at += 1) {
    const above = made.length > 0 && random() < 0.4 ? pick(made) : null
    const article = above?.article ?? Math.floor(random() * SECTIONS.length)
    const status = pick(['pending', 'published', 'published', 'approved', 'rejected', 'removed'] as const)
    const row: Row = {
      id: '',
      parent: above?.row ?? null,
      section: SECTIONS[article] ?? null,
      status,
      isReviewed: status === 'approved' || status === 'rejected' || random() < 0.2,
      at: new Date(NOW.getTime() - Math.floor(random() * 45 * DAY_MS)),
      uncivil: random() < 0.3 ? pick(UNCIVIL_KINDS) : null,
      offTopic: random() < 0.3,
      isSuggestedOffTopic: random() < 0.3,
      scores: drawScores(random),
      reason: null,
      isDecided: random() < 0.6,
    }
    const comment = await makeComment(site, {
      article: articles[article] ?? { id: '' },
      status,
      reviewedAt: row.isReviewed ? NOW : null,
      receivedAt: row.at,
      marks: { offTopic: row.offTopic, uncivil: row.uncivil },
      ...(above ? { parent: above.comment } : {}),
      ...(row.isSuggestedOffTopic ? { suggestedOffTopic: 0.9 } : {}),
    })
    row.id = comment.id
    const rows = Object.entries(row.scores).map(([attribute, value]) => ({
      ...{ commentId: row.id, scorer: 'test', scorerVersion: '1', reason: null },
      ...{ attribute, value },
    }))
    if (rows.length > 0) await insertScores(getDb(), site.id, rows, NOW)
    if (row.isDecided) row.reason = await decide(comment, row, random)
    made.push({ row, comment, article })
  }
  return made.map(({ row }) => row)
}

/** To four places, as scorers give them; often on the edge of a bin. */
function drawScores(random: () => number): Record<string, number> {
  const value = () => (random() < 0.3 ? Math.round(random() * 100) / 100 : Math.round(random() * 1e4) / 1e4)
  return {
    ...(random() < 0.8 ? { 'uncivil.insult': value() } : {}),
    ...(random() < 0.4 ? { 'uncivil.threat': value() } : {}),
    ...(random() < 0.8 ? { 'off_topic.article': value() } : {}),
    ...(random() < 0.5 ? { 'off_topic.parent': value() } : {}),
  }
}

/** One to three decisions, some taken back; gives the reason that holds. */
async function decide(comment: MadeComment, { status }: Row, random: () => number): Promise<string | null> {
  const reasons = ['abuse', 'hate', 'spam', 'off_topic']
  let held: string | null = null
  for (let times = 1 + Math.floor(random() * 3); times > 0; times -= 1) {
    const isReject = status === 'rejected' && random() < 0.8
    const reason = isReject ? (reasons[Math.floor(random() * reasons.length)] ?? null) : null
    const id = await makeDecision(site, comment, { kind: isReject ? 'reject' : 'approve', reason })
    if (isReject && random() < 0.3) await makeDecision(site, comment, { kind: 'undo', undoesId: id })
    else if (isReject) held = reason
  }
  return held
}

const NONE = -1
const binOf = (score: number | null) => (score === null ? NONE : Math.min(99, Math.floor(Math.round(score * 1e4) / 100)))
const highest = ({ scores }: Row, prefix: string) => {
  const values = Object.entries(scores).flatMap(([attribute, value]) => (attribute.startsWith(prefix) ? [value] : []))
  return values.length === 0 ? null : Math.max(...values)
}

/** What the decision says of the mark: yes, no, or nothing. */
function readLabel({ status, uncivil, offTopic, reason }: Row, mark: 'uncivil' | 'off_topic'): boolean | null {
  if (mark === 'uncivil' ? uncivil !== null : offTopic) return true
  if (status !== 'rejected') return false
  return reason !== null && (mark === 'uncivil' ? ['abuse', 'hate'] : ['off_topic']).includes(reason) ? true : null
}

/** The score a suggestion goes by: an answer to a parent that keeps to the topic is no farther away than from that. */
function suggestionScore(row: Row, mark: 'uncivil' | 'off_topic'): number | null {
  const own = highest(row, mark === 'uncivil' ? 'uncivil.' : 'off_topic.article')
  const near = row.scores['off_topic.parent']
  if (mark === 'uncivil' || own === null || near === undefined || row.parent === null) return own
  return row.parent.isSuggestedOffTopic || row.parent.offTopic ? own : Math.min(own, near)
}

describe.each([3, 17, 29, 41])('a random history (%s), counted once more from what was written', (seed) => {
  it.each(['uncivil', 'off_topic'] as const)('is the same for %s, in all sections', async (mark) => {
    const random = chance(seed)
    const rows = await makeHistory(random)
    for (const section of [undefined, ...new Set(SECTIONS.filter((one) => one !== null))]) {
      const history = await readScoreHistory(moderator, { mark, ...(section === undefined ? {} : { section }) })
      const own = rows.filter((row) => section === undefined || row.section?.toLowerCase() === section.toLowerCase())
      const scoreOf = (row: Row) => highest(row, mark === 'uncivil' ? 'uncivil.' : 'off_topic.article')
      const settled = own.filter(
        (row) => row.isDecided && row.status !== 'removed' && (row.isReviewed || row.uncivil !== null || row.offTopic),
      )
      const sort = (label: boolean | null) => settled.filter((row) => readLabel(row, mark) === label)
      const bins = (counted: Row[], score: (row: Row) => number | null) =>
        Array.from({ length: 100 }, (_, bin) => counted.filter((row) => binOf(score(row)) === bin).length)
      const unscored = (counted: Row[]) => counted.filter((row) => scoreOf(row) === null).length
      expect(history.decided, section ?? 'all').toMatchObject({
        marked: bins(sort(true), scoreOf),
        kept: bins(sort(false), scoreOf),
        unscored: { marked: unscored(sort(true)), kept: unscored(sort(false)) },
        silent: sort(null).length,
      })
      const lately = own.filter((row) => row.status !== 'removed' && NOW.getTime() - row.at.getTime() <= 30 * DAY_MS)
      const isOpen = ({ isReviewed, status }: Row) => !isReviewed && (status === 'pending' || status === 'published')
      expect(history.month, section ?? 'all').toEqual({
        suggested: bins(lately, (row) => suggestionScore(row, mark)),
        open: bins(lately.filter(isOpen), scoreOf),
        ...{ total: lately.length, days: 30, isCut: false },
      })
      // From 1 on the last hundredth counts as a whole.
      await compareAt(Math.floor(random() * 100) / 100, { history, settled, mark, scoreOf })
    }
  })
})

/** Precision, recall and the queue's band at one threshold. */
async function compareAt(
  threshold: number,
  {
    history,
    settled,
    mark,
    scoreOf,
  }: {
    history: Awaited<ReturnType<typeof readScoreHistory>>
    settled: Row[]
    mark: 'uncivil' | 'off_topic'
    scoreOf: (row: Row) => number | null
  },
): Promise<void> {
  const { marked, kept, unscored } = history.decided
  const isNamed = (row: Row) => (scoreOf(row) ?? -1) >= threshold
  const labelled = settled.filter((row) => readLabel(row, mark) !== null)
  const yes = labelled.filter((row) => readLabel(row, mark) === true)
  const named = labelled.filter(isNamed)
  const found = yes.filter(isNamed).length
  expect(weighThreshold(marked, kept, unscored.marked, threshold)).toEqual({
    ...{ found, wrong: named.length - found, missed: yes.length - found },
    precision: named.length === 0 ? null : found / named.length,
    recall: yes.length === 0 ? null : found / yes.length,
  })
  const operator = mark === 'uncivil' ? 'score.civility' : 'score.topic'
  for (const [from, to] of [
    [threshold, 1],
    [0, threshold],
    [Math.max(0, Math.round((threshold - 0.2) * 100) / 100), threshold],
  ] as const) {
    const q = writeBandSearch(operator, { from, to, section: history.section, days: history.month.days })
    const { rows } = await listQueue(moderator, { queue: 'newest', q, limit: 100 })
    expect(rows.length, q).toBe(countBetween(history.month.open, from, to === 1 ? Infinity : to))
  }
}
