import { DatabaseError } from 'pg'
import type { HistoryEntry, StateSnapshot } from '../../contracts/decision'
import type { MarkName, UncivilKind } from '../../domain/comment'
import type { Db } from '../connection'

/** An act about to be recorded: who, what and when. */
export interface DecidedAct {
  kind: HistoryEntry['kind']
  actor: { kind: HistoryEntry['actorKind']; id: string | null; name: string }
  reason: string | null
  note: string | null
  mark: MarkName | null
  markKind: UncivilKind | null
  batchId: string | null
  at: Date
}

/** Above so many comments a statement is planned anew, which is little then: a kept plan may be from when the tables were small. */
const KEPT_UP_TO = 200

/** What an act makes of one comment, as it was seen. */
export interface DecidedComment {
  act: DecidedAct
  id: string
  commentId: string
  seenVersion: number
  before: StateSnapshot
  after: StateSnapshot
  undoes: UndoneDecision | null
}

/** The decision that another takes back; instants as PostgreSQL writes them, to the microsecond. */
interface UndoneDecision {
  id: string
  decidedAt: string
  /** The first decision of a person on the comment that stands without it. */
  firstOtherAt: string | null
}

/** What a statement has to touch besides the comments and their log; few decisions touch all of it. Of a table that is touched triggers are called. */
interface Touched {
  /** Some of the decisions set marks. */
  marks: boolean
  /** Some of them drop marks. */
  unmarks: boolean
  /** Some of the decisions answer reports. */
  answers: boolean
  /** Some of them are undone by these. */
  undoes: boolean
}

// One statement is one transaction of one round trip. It hangs on `changed`: of a comment that it does not find as it was
// seen, because somebody was first, a report has come in or a score that came late, nothing else is written either. A trigger enters
// every decision into the feed. What the decisions of a batch share is sent once (`act` says which), and each snapshot once, all in one text:
// to write out and read a hundred of each was a tenth of the time of a batch. Lists that say nothing come empty, which unnest fills up.
const RECORD = ({ marks, unmarks, answers, undoes }: Touched, select: string) => `
  WITH d AS (
    SELECT d.*, ($22::timestamptz[])[act] AS at, ($23::uuid[])[act] AS batch_id, ($24::decision_kind[])[act] AS kind,
      ($25::actor_kind[])[act] AS actor_kind, ($26::uuid[])[act] AS actor_id, ($27::text[])[act] AS actor_name, ($28::text[])[act] AS reason,
      ($29::text[])[act] AS note, ($30::mark_name[])[act] AS mark, ($31::uncivil_kind[])[act] AS mark_kind
    FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::int[], $6::int[], $7::real[], $8::real[], $9::uncivil_kind[], $10::comment_status[],
      $11::int[], $12::real[], $13::real[], $14::uncivil_kind[], $15::boolean[], $16::text[], $17::uncivil_kind[], $18::boolean[], $19::uuid[],
      $20::timestamptz[], $21::timestamptz[], $32::int[], $33::int[])
      AS d (id, comment_id, act, seen_version, seen_reports, seen_off_topic, seen_uncivil, seen_kind, status, reports,
        off_topic, uncivil, uncivil_kind, is_reviewed, off_topic_mark, uncivil_mark, drops_uncivil, undoes_id,
        undone_at, first_other_at, before, after)
  ), changed AS (
    UPDATE comment c SET
      version = c.version + 1, status = d.status, open_reports = d.reports,
      suggested_off_topic = d.off_topic, suggested_uncivil = d.uncivil, suggested_uncivil_kind = d.uncivil_kind,
      reviewed_at = CASE WHEN d.is_reviewed THEN coalesce(c.reviewed_at, d.at) END,
      marked_off_topic = CASE d.off_topic_mark WHEN 'set' THEN true WHEN 'drop' THEN false ELSE c.marked_off_topic END,
      marked_uncivil = CASE WHEN d.drops_uncivil THEN NULL ELSE coalesce(d.uncivil_mark, c.marked_uncivil) END,
      first_decided_at = CASE WHEN d.undoes_id IS NOT NULL THEN d.first_other_at
        WHEN d.kind NOT IN ('undo', 'uphold', 'erase') AND d.actor_kind IN ('user', 'api_key') THEN least(c.first_decided_at, d.at) ELSE c.first_decided_at END
    FROM d
    WHERE c.site_id = $1 AND c.id = d.comment_id AND c.version = d.seen_version AND c.open_reports = d.seen_reports
      AND (c.erased_at IS NULL OR d.kind = 'erase')
      AND c.suggested_off_topic IS NOT DISTINCT FROM d.seen_off_topic AND c.suggested_uncivil IS NOT DISTINCT FROM d.seen_uncivil
      AND c.suggested_uncivil_kind IS NOT DISTINCT FROM d.seen_kind
    RETURNING c.site_id, c.article_id, c.revision, d.*
  )${unmarks ? UNMARKS : ''}${marks ? MARKS : ''}${answers ? ANSWERS : ''}${undoes ? REOPENS : ''}, recorded AS (
    INSERT INTO decision (site_id, id, comment_id, article_id, batch_id, kind, actor_kind, actor_id, actor_name, reason, note, mark, mark_kind,
      seen_version, revision, before, after, undoes_id, decided_at)
    SELECT site_id, id, comment_id, article_id, batch_id, kind, actor_kind, actor_id, actor_name, reason, note, mark, mark_kind,
      seen_version, revision, $34::jsonb -> before, $34::jsonb -> after, undoes_id, at
    FROM changed
    RETURNING comment_id
  ) SELECT ${select} FROM recorded`
// Divides by zero unless it happened to all.
const ALL = '1 / (count(*) = cardinality($2))::int AS is_whole'
const DIVISION_BY_ZERO = '22012'

const UNMARKS = `, unmarked AS (
    DELETE FROM mark m USING changed
    WHERE m.site_id = $1 AND m.comment_id = changed.comment_id
      AND (m.mark = 'off_topic' AND changed.off_topic_mark = 'drop' OR m.mark = 'uncivil' AND changed.drops_uncivil)
  )`

const MARKS = `, marked AS (
    INSERT INTO mark (site_id, comment_id, mark, kind, set_at)
    SELECT site_id, comment_id, 'off_topic'::mark_name, NULL::uncivil_kind, at FROM changed WHERE off_topic_mark = 'set'
    UNION ALL
    SELECT site_id, comment_id, 'uncivil', uncivil_mark, at FROM changed WHERE uncivil_mark IS NOT NULL
    ON CONFLICT (site_id, comment_id, mark) DO UPDATE SET kind = excluded.kind, set_at = excluded.set_at
  )`

const ANSWERS = `, resolved AS (
    UPDATE report SET resolved_at = changed.at FROM changed
    WHERE changed.seen_reports > 0 AND changed.reports = 0
      AND report.site_id = $1 AND report.comment_id = changed.comment_id AND report.resolved_at IS NULL
  )`

// As many as it answered, the first of its instant: one that came in just then, to a settled comment, stays closed.
const REOPENS = `, reopened AS (
    UPDATE report SET resolved_at = NULL FROM changed
    WHERE report.site_id = $1 AND report.comment_id = changed.comment_id AND report.resolved_at = changed.undone_at
      AND report.id IN (SELECT r.id FROM report r WHERE r.site_id = $1 AND r.comment_id = changed.comment_id
        AND r.resolved_at = changed.undone_at ORDER BY r.id LIMIT changed.reports - changed.seen_reports)
  )`

/**
 * Changes comments, each named once, and records the decision on each, if it is still all that it was seen as: same version, which
 * status and marks hang on, and what changes without a new one, open reports and suggestions. Reports are answered when the decision
 * leaves none open, and opened again when it undoes one that did. Pass many sorted by comment and locked, or two batches may wait for
 * each other.
 *
 * @returns the comments it happened to; of the others nothing was written
 */
export async function recordDecisions(db: Db, siteId: string, comments: readonly DecidedComment[]): Promise<Set<string>> {
  const rows = await record<{ comment_id: string }>(db, siteId, comments, 'comment_id')
  return new Set(rows.map((row) => row.comment_id))
}

/**
 * The same where it has to happen to all: the statement fails otherwise, so that the COMMIT can go out with it.
 *
 * @throws what `isChangedSince` knows when one of them is not as it was seen
 */
export async function recordAllDecisions(db: Db, siteId: string, comments: readonly DecidedComment[]): Promise<void> {
  await record(db, siteId, comments, ALL)
}

/** Whether an error is that one. */
export const isChangedSince = (error: unknown): boolean => error instanceof DatabaseError && error.code === DIVISION_BY_ZERO

function record<Row extends object>(db: Db, siteId: string, comments: readonly DecidedComment[], select: string): Promise<Row[]> {
  const list = <Value>(read: (comment: DecidedComment) => Value): Value[] => {
    const values = comments.map(read)
    return values.every((value) => value === null) ? [] : values
  }
  const touched: Touched = {
    marks: comments.some((comment) => compareOffTopic(comment) === 'set' || setUncivil(comment) !== null),
    unmarks: comments.some((comment) => compareOffTopic(comment) === 'drop' || dropsUncivil(comment)),
    answers: comments.some(({ before, after }) => before.openReports > 0 && after.openReports === 0),
    undoes: comments.some((comment) => comment.undoes !== null),
  }
  const acts = [...new Set(comments.map(({ act }) => act))]
  const numbers = new Map(acts.map((act, index) => [act, index + 1]))
  const listActs = <Value>(read: (act: DecidedAct) => Value): Value[] => acts.map(read)
  const places = new Map<string, number>()
  const placeOf = (snapshot: StateSnapshot) => {
    const text = JSON.stringify(snapshot)
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  }
  return db.query<Row>(
    RECORD(touched, select),
    [
      siteId,
      list((c) => c.id),
      list((c) => c.commentId),
      list((c) => numbers.get(c.act)),
      list((c) => c.seenVersion),
      list((c) => c.before.openReports),
      list((c) => c.before.suggestions.offTopic),
      list((c) => c.before.suggestions.uncivil?.score ?? null),
      list((c) => c.before.suggestions.uncivil?.kind ?? null),
      list((c) => c.after.status),
      list((c) => c.after.openReports),
      list((c) => c.after.suggestions.offTopic),
      list((c) => c.after.suggestions.uncivil?.score ?? null),
      list((c) => c.after.suggestions.uncivil?.kind ?? null),
      list((c) => c.after.isReviewed),
      list((c) => compareOffTopic(c)),
      list((c) => setUncivil(c)),
      list((c) => dropsUncivil(c)),
      list((c) => c.undoes?.id ?? null),
      list((c) => c.undoes?.decidedAt ?? null),
      list((c) => c.undoes?.firstOtherAt ?? null),
      listActs((act) => act.at.toISOString()),
      listActs((act) => act.batchId),
      listActs((act) => act.kind),
      listActs((act) => act.actor.kind),
      listActs((act) => act.actor.id),
      listActs((act) => act.actor.name),
      listActs((act) => act.reason),
      listActs((act) => act.note),
      listActs((act) => act.mark),
      listActs((act) => act.markKind),
      list((c) => placeOf(c.before)),
      list((c) => placeOf(c.after)),
      `[${[...places.keys()].join(',')}]`,
    ],
    comments.length > KEPT_UP_TO ? undefined : 'record-decisions',
  )
}

function compareOffTopic({ before, after }: DecidedComment): 'set' | 'drop' | null {
  if (before.marks.offTopic === after.marks.offTopic) return null
  return after.marks.offTopic ? 'set' : 'drop'
}

/** The kind that is set, or that the comment had another of. */
const setUncivil = ({ before, after }: DecidedComment): UncivilKind | null =>
  after.marks.uncivil === before.marks.uncivil ? null : after.marks.uncivil

const dropsUncivil = ({ before, after }: DecidedComment): boolean => before.marks.uncivil !== null && after.marks.uncivil === null
