import type { GivenComment } from '../../contracts/commenter-data'
import type { Db } from '../connection'

export type GivenParts = Pick<GivenComment, 'earlierTexts' | 'scores' | 'decisions' | 'appeals' | 'reports' | 'notes'>

const REVISIONS = `SELECT comment_id AS of, body, replaced_at AS at FROM comment_revision
  WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) ORDER BY comment_id, number`
const SCORES = `SELECT k.comment_id AS of, split_part(e.name, ' ', 1) AS scorer, split_part(e.name, ' ', 2) AS attribute, (e.score ->> 0)::float8 AS value
  FROM comment_scores k CROSS JOIN LATERAL jsonb_each(k.scores) AS e (name, score) WHERE k.site_id = $1 AND k.comment_id = ANY($2::uuid[]) ORDER BY 1, 2, 3`
// What is written at other acts is for colleagues alone, as it is in the feed.
const DECISIONS = `SELECT d.comment_id AS of, d.kind, d.decided_at AS at, CASE WHEN d.actor_kind IN ('user', 'api_key') THEN 'person' ELSE 'system' END AS by,
    d.reason, d.mark, d.mark_kind AS "markKind", CASE WHEN $3 OR d.kind IN ('reject', 'mark') OR p.appeal_id IS NOT NULL THEN d.note END AS note
  FROM decision d LEFT JOIN appeal_answer p ON p.site_id = d.site_id AND p.decision_id = d.id
  WHERE d.site_id = $1 AND d.comment_id = ANY($2::uuid[]) ORDER BY d.comment_id, d.seen_version`
const APPEALS = `SELECT comment_id AS of, subject, statement, appealed_at AS at, coalesce(outcome::text, 'open') AS outcome, answered_at AS "answeredAt"
  FROM appeal WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) ORDER BY comment_id, id`
const REPORTS = `SELECT comment_id AS of, reason, reported_at AS at, resolved_at IS NOT NULL AS "isAnswered", note
  FROM report WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) ORDER BY comment_id, reported_at, id`
const NOTES = `SELECT comment_id AS of, text, at FROM note WHERE site_id = $1 AND comment_id = ANY($2::uuid[]) AND text <> '' ORDER BY comment_id, at, id`

type Dated<Part> = Omit<Part, 'at' | 'replacedAt' | 'answeredAt'> & { of: string; at: Date }

/** What is kept beside comments, set-wise: six statements however many they are. Neither who decided nor who reported is in it. */
export async function listGivenParts(
  db: Db,
  siteId: string,
  ids: readonly string[],
  hasNotes: boolean,
): Promise<{ of: (id: string) => GivenParts }> {
  const [revisions, scores, decisions, appeals, reports, notes] = await Promise.all([
    db.query<{ of: string; body: string; at: Date }>(REVISIONS, [siteId, ids]),
    db.query<GivenParts['scores'][number] & { of: string }>(SCORES, [siteId, ids]),
    db.query<Dated<GivenParts['decisions'][number]>>(DECISIONS, [siteId, ids, hasNotes]),
    db.query<Dated<GivenParts['appeals'][number]> & { answeredAt: Date | null }>(APPEALS, [siteId, ids]),
    db.query<Dated<GivenParts['reports'][number]> & { note: string | null }>(REPORTS, [siteId, ids]),
    hasNotes ? db.query<{ of: string; text: string; at: Date }>(NOTES, [siteId, ids]) : null,
  ])
  const parts = {
    earlierTexts: group(revisions, ({ body, at }) => ({ body, replacedAt: at.toISOString() })),
    scores: group(scores, ({ scorer, attribute, value }) => ({ scorer, attribute, value })),
    decisions: group(decisions, ({ of: _, at, ...decision }) => ({ ...decision, at: at.toISOString() })),
    appeals: group(appeals, ({ of: _, at, answeredAt, ...appeal }) => ({
      ...appeal,
      at: at.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
    reports: group(reports, ({ reason, at, isAnswered, note }) => ({
      ...{ reason, at: at.toISOString(), isAnswered },
      ...(hasNotes && note !== null ? { note } : {}),
    })),
    notes: notes && group(notes, ({ text, at }) => ({ text, at: at.toISOString() })),
  }
  return {
    of: (id) => ({
      earlierTexts: parts.earlierTexts(id),
      scores: parts.scores(id),
      decisions: parts.decisions(id),
      appeals: parts.appeals(id),
      reports: parts.reports(id),
      ...(parts.notes ? { notes: parts.notes(id) } : {}),
    }),
  }
}

/** The rows of each comment, as they are told. */
function group<Row extends { of: string }, Part>(rows: readonly Row[], tell: (row: Row) => Part): (id: string) => Part[] {
  const groups = new Map<string, Part[]>()
  for (const row of rows) {
    const known = groups.get(row.of)
    if (known) known.push(tell(row))
    else groups.set(row.of, [tell(row)])
  }
  return (id) => groups.get(id) ?? []
}
