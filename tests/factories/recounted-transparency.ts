import type { StateSnapshot } from '@/lib/contracts/decision'
import { getDb } from '@/lib/db/connection'
import { estimateShare } from '@/lib/domain/agreement'
import type { Finding } from '@/lib/domain/policy'

interface LoggedRow {
  id: string
  comment: string
  kind: string
  actor: string
  who: string | null
  reason: string | null
  mark: string | null
  markKind: string | null
  batch: string | null
  revision: number
  before: StateSnapshot
  after: StateSnapshot
  undoes: string | null
  at: Date
}
interface CommentRow {
  id: string
  status: string
  version: number
  revision: number
  findings: Finding[]
  orderedAt: Date
  receivedAt: Date
}
interface ReportRow {
  comment: string
  reason: string
  at: Date
  end: Date | null
}
interface AppealRow {
  subject: string
  outcome: string | null
  at: Date
  end: Date | null
}

/** All rows of a site that the report is about, each table as it is. */
async function readRows(siteId: string) {
  const all = <Row extends object>(text: string) => getDb().query<Row>(text, [siteId])
  const [log, comments, reports, appeals] = await Promise.all([
    all<LoggedRow>(
      `SELECT id, comment_id AS comment, kind, actor_kind AS actor, actor_id AS who, reason, mark, mark_kind AS "markKind", batch_id AS batch,
         revision, before, after, undoes_id AS undoes, decided_at AS at FROM decision WHERE site_id = $1 AND comment_id IS NOT NULL ORDER BY id`,
    ),
    all<CommentRow>(
      `SELECT id, status, version, revision, findings, ordered_at AS "orderedAt", received_at AS "receivedAt" FROM comment WHERE site_id = $1`,
    ),
    all<ReportRow>(`SELECT comment_id AS comment, reason, reported_at AS at, resolved_at AS "end" FROM report WHERE site_id = $1`),
    all<AppealRow>(`SELECT subject, outcome, received_at AS at, answered_at AS "end" FROM appeal WHERE site_id = $1`),
  ])
  return { log, comments, reports, appeals }
}

/** The figures of a period by name, counted one row after the other; what comes to nothing may be missing. */
export async function recountTransparency(siteId: string, from: Date, to: Date): Promise<Map<string, number | null>> {
  const { log, comments, reports, appeals } = await readRows(siteId)
  const figures = new Map<string, number | null>()
  const add = (key: string, of: string | null = null) => figures.set(`${key} ${of}`, (figures.get(`${key} ${of}`) ?? 0) + 1)
  const set = (key: string, value: number | null, of: string | null = null) => figures.set(`${key} ${of}`, value)
  const isIn = (at: Date) => at >= from && at < to
  const undoing = new Map(log.flatMap((one) => (one.undoes === null ? [] : [[one.undoes, one] as const])))
  const byId = new Map(comments.map((one) => [one.id, one]))
  const followed = { uncivil: [] as boolean[], off_topic: [] as boolean[] }

  for (const one of log) {
    if (!isIn(one.at) || !['approve', 'reject', 'mark', 'clear_mark', 'hold'].includes(one.kind)) continue
    const undo = undoing.get(one.id)
    if (undo) {
      add(undo.who !== null && undo.who === one.who ? 'undone.own' : 'undone.other')
      continue
    }
    if (one.actor === 'policy' || one.actor === 'system') {
      add('decisions.automation')
      continue
    }
    add(one.actor === 'user' ? 'decisions.people' : 'decisions.key')
    if (one.batch !== null) add('decisions.batches')
    add(`decisions.${{ approve: 'approved', mark: 'marked', clear_mark: 'unmarked' }[one.kind] ?? 'none'}`)
    if (one.kind === 'mark') add('marks.kind', one.markKind ?? one.mark)
    if (one.before.status === 'rejected' && one.after.status !== 'rejected') add('decisions.restored')
    for (const [mark, was, is, marked] of [
      ['uncivil', one.before.suggestions.uncivil, one.after.suggestions.uncivil, one.after.marks.uncivil !== null],
      ['off_topic', one.before.suggestions.offTopic, one.after.suggestions.offTopic, one.after.marks.offTopic],
    ] as const)
      if (was !== null && is === null) followed[mark].push(marked || one.after.status === 'rejected')
    if (one.after.status !== 'rejected' || !(one.kind === 'reject' || (one.kind === 'mark' && one.before.status !== 'rejected'))) continue
    add('decisions.rejected')
    if (one.kind === 'reject') add('rejections.reason', one.reason)
    else add('rejections.marked')
    add(`detected.${detect(one, byId.get(one.comment))}`)
  }
  for (const mark of ['uncivil', 'off_topic'] as const) {
    const [total, some] = [followed[mark].length, followed[mark].filter((is) => is).length]
    set('automation.suggested', total, mark)
    set('automation.followed', total < 10 ? null : (estimateShare(some, total)?.value ?? null), mark)
  }

  const firstOf = new Map<string, Date>()
  for (const { id, comment, kind, actor, at } of log)
    if (['approve', 'reject', 'mark', 'clear_mark'].includes(kind) && actor !== 'policy' && !undoing.has(id) && !firstOf.has(comment))
      firstOf.set(comment, at)
  const waits: number[] = []
  for (const { id, status, version, findings, orderedAt, receivedAt } of comments) {
    if (!isIn(orderedAt)) continue
    add('comments.received')
    if (status === 'removed') add('comments.deleted')
    if (status === 'removed' && version === 1) add('comments.gone')
    else if (findings.some(({ outcome }) => outcome === 'reject')) add('comments.rejected')
    else add(findings.some(({ outcome }) => outcome === 'hold') ? 'comments.held' : 'comments.at_once')
    const decidedAt = firstOf.get(id)
    if (decidedAt && status !== 'removed') waits.push(Math.max(0, decidedAt.getTime() - receivedAt.getTime()) / 1000)
  }
  set('waits.decided', waits.length)
  set('waits.median', quantile(waits, 0.5))
  set('waits.p90', quantile(waits, 0.9))
  set(
    'waits.hour',
    shareOf(waits, (wait) => wait < 3600),
  )
  set(
    'waits.day',
    shareOf(waits, (wait) => wait < 86_400),
  )

  const answers: number[] = []
  for (const { comment, reason, at, end } of reports) {
    if (!isIn(at)) continue
    add('reports.received')
    add('reports.ground', reason)
    const answer = log.find(
      (one) =>
        one.comment === comment &&
        one.at.getTime() === end?.getTime() &&
        ['approve', 'reject', 'mark'].includes(one.kind) &&
        one.before.openReports > 0 &&
        one.after.openReports === 0,
    )
    add(`reports.${end === null ? 'open' : !answer ? 'settled' : answer.kind === 'approve' ? 'kept' : 'acted'}`)
    if (answer && end) answers.push((end.getTime() - at.getTime()) / 1000)
  }
  set('reports.median', quantile(answers, 0.5))
  set('reports.p90', quantile(answers, 0.9))

  const took: number[] = []
  for (const { subject, outcome, at, end } of appeals) {
    if (at < to && (end === null || end >= to)) add('appeals.waiting')
    if (!isIn(at)) continue
    add('appeals.received')
    add('appeals.subject', subject)
    add(`appeals.${outcome ?? 'open'}`)
    if (end && outcome !== 'lapsed') took.push((end.getTime() - at.getTime()) / 1000)
  }
  set('appeals.median', quantile(took, 0.5))
  figures.delete('decisions.none null')
  return figures
}

function detect({ before, revision }: LoggedRow, comment: CommentRow | undefined): string {
  if (before.openReports > 0) return 'reports'
  if (before.suggestions.uncivil !== null || before.suggestions.offTopic !== null) return 'scores'
  if (before.isReviewed || before.marks.offTopic || before.marks.uncivil !== null) return 'unknown'
  if (before.status !== 'pending') return 'person'
  if (comment?.revision !== revision) return 'unknown'
  return comment.findings.some(({ phase }) => phase === 'watched_word') ? 'words' : 'person'
}

function quantile(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(part * sorted.length) - 1] ?? null
}

function shareOf(values: readonly number[], holds: (value: number) => boolean): number | null {
  return values.length === 0 ? null : values.filter(holds).length / values.length
}
