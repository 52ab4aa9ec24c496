import type { ArticleSnapshot } from '../../contracts/article-act'
import type { ArticleStanding } from '../../domain/article-acts'
import type { ArticleState } from '../../domain/comment'
import type { DecisionKind } from '../../domain/decisions'
import type { Db } from '../connection'
import type { DecidedAct } from '../decision/decision'

/** An article as acts on it see it. */
export interface VersionedStanding {
  id: string
  title: string
  version: number
  standing: ArticleStanding
}

interface StandingRecord {
  id: string
  title: string
  version: number
  state: ArticleState
  slow_seconds: number | null
  help_by: string | null
  help_note: string | null
  help_at: Date | null
}

/** How an article stands; null when the site has none with this id. */
export async function findStanding(db: Db, siteId: string, articleId: string): Promise<VersionedStanding | null> {
  const [row] = await db.query<StandingRecord>(
    'SELECT id, title, version, state, slow_seconds, help_by, help_note, help_at FROM article WHERE site_id = $1 AND id = $2',
    [siteId, articleId],
    'article-standing',
  )
  if (!row) return null
  const { id, title, version, state, slow_seconds: slowSeconds, help_by: by, help_note: note, help_at: at } = row
  const help = by === null || note === null || at === null ? null : { by, note, at: at.toISOString() }
  return { id, title, version, standing: { state, slowSeconds, help } }
}

/** An act on an article about to be recorded. */
export interface DecidedArticleAct {
  id: string
  articleId: string
  kind: DecisionKind
  actor: DecidedAct['actor']
  note: string | null
  seenVersion: number
  before: ArticleSnapshot
  after: ArticleSnapshot
  undoesId: string | null
  at: Date
}

// One statement is one transaction: of an article that is not as it was seen, nothing is written.
const RECORD = `
  WITH changed AS (
    UPDATE article SET state = $4, slow_seconds = $5, help_by = $6, help_note = $7, help_at = $8, version = version + 1, updated_at = $9
    WHERE site_id = $1 AND id = $2 AND version = $3 RETURNING site_id, id
  ), listed AS (
    UPDATE article_standing t SET seq = NULL FROM changed WHERE t.site_id = changed.site_id AND t.article_id = changed.id
  )
  INSERT INTO decision (site_id, id, article_id, kind, actor_kind, actor_id, actor_name, note, seen_version, revision, before, after, undoes_id, decided_at)
  SELECT site_id, $10::uuid, id, $11::decision_kind, $12::actor_kind, $13::uuid, $14, $15, $3, 0, $16::jsonb, $17::jsonb, $18::uuid, $9 FROM changed
  RETURNING id`

/** Changes an article and records the decision, if it is still as it was seen; false when it is not. */
export async function recordArticleAct(db: Db, siteId: string, act: DecidedArticleAct): Promise<boolean> {
  const { after } = act
  const rows = await db.query(
    RECORD,
    [
      siteId,
      act.articleId,
      act.seenVersion,
      after.state,
      after.slowSeconds,
      after.help?.by ?? null,
      after.help?.note ?? null,
      after.help?.at ?? null,
      act.at,
      act.id,
      act.kind,
      act.actor.kind,
      act.actor.id,
      act.actor.name,
      act.note,
      JSON.stringify(act.before),
      JSON.stringify(after),
      act.undoesId,
    ],
    'record-article-act',
  )
  return rows.length > 0
}

/** The last act of somebody on an article; null while there is none. */
export async function findLastArticleAct(
  db: Db,
  siteId: string,
  articleId: string,
): Promise<{ by: string; actorId: string | null; kind: DecisionKind; at: Date; seenVersion: number } | null> {
  const [row] = await db.query<{ by: string; actorId: string | null; kind: DecisionKind; at: Date; seenVersion: number }>(
    `SELECT actor_name AS by, actor_id AS "actorId", kind, decided_at AS at, seen_version AS "seenVersion" FROM decision
     WHERE site_id = $1 AND article_id = $2 AND comment_id IS NULL AND kind NOT IN ('raise_alert', 'clear_alert') ORDER BY id DESC LIMIT 1`,
    [siteId, articleId],
  )
  return row ?? null
}

/** A decision of the log, as taking it back sees it. */
export interface LoggedSubject {
  id: string
  kind: DecisionKind
  commentId: string | null
  articleId: string
  actorKind: DecidedAct['actor']['kind']
  actorId: string | null
  actorName: string
  seenVersion: number
  before: unknown
  undoneBy: string | null
  /** Of a comment: how many decisions came after it, if all of those were taken back; else 0. */
  undoneSince: number
}

/** A decision of the site, whatever it was on; null when there is none of this id. */
export async function findLoggedSubject(db: Db, siteId: string, decisionId: string): Promise<LoggedSubject | null> {
  const [row] = await db.query<LoggedSubject>(
    `SELECT d.id, d.kind, d.comment_id AS "commentId", d.article_id AS "articleId", d.actor_kind AS "actorKind", d.actor_id AS "actorId",
       d.actor_name AS "actorName", d.seen_version AS "seenVersion", d.before,
       (SELECT u.actor_name FROM decision u WHERE u.site_id = d.site_id AND u.undoes_id = d.id) AS "undoneBy",
       (SELECT CASE WHEN bool_or(l.kind <> 'undo' AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.site_id = l.site_id AND u.undoes_id = l.id))
            THEN 0 ELSE count(*)::int END
        FROM decision l WHERE l.site_id = d.site_id AND l.comment_id = d.comment_id AND l.seen_version > d.seen_version) AS "undoneSince"
     FROM decision d WHERE d.site_id = $1 AND d.id = $2`,
    [siteId, decisionId],
    'logged-subject',
  )
  return row ?? null
}
