import { uuidv7 } from 'uuidv7'
import type { AuditQuery } from '../contracts/audit'
import { listAuditActs, type AuditAct } from '../domain/audit'
import type { DecidedAct } from './decision/decision'
import type { Db } from './connection'

/** A change to what lets others in. */
interface AuditEntry {
  siteId: string
  actor: DecidedAct['actor']
  /** What was done, such as api_key.create. */
  act: AuditAct
  subjectId: string
  subjectName: string
  /** What else the entry tells, as JSON. */
  detail?: object
  at: Date
}

/** Notes who changed what. Call it in the transaction of the change. */
export async function recordAudit(db: Db, { siteId, actor, act, subjectId, subjectName, detail = {}, at }: AuditEntry): Promise<void> {
  await db.query(
    `INSERT INTO audit_entry (site_id, id, actor_kind, actor_id, actor_name, act, subject_id, subject_name, detail, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [siteId, uuidv7(), actor.kind, actor.id, actor.name, act, subjectId, subjectName, JSON.stringify(detail), at],
  )
}

export interface AuditRow {
  id: string
  actorName: string
  act: string
  subjectName: string
  detail: unknown
  at: Date
}

/** A site's changes, the newest first, from the one after `before` on. */
export async function listAuditRows(db: Db, siteId: string, query: AuditQuery, limit: number): Promise<AuditRow[]> {
  const { by = null, kind, from, to, before = null } = query
  const at = (day: string | undefined) => (day === undefined ? null : `${day}T00:00:00Z`)
  return db.query<AuditRow>(
    `SELECT id, actor_name AS "actorName", act, subject_name AS "subjectName", detail, at FROM audit_entry
     WHERE site_id = $1 AND ($2::uuid IS NULL OR actor_id = $2) AND ($3::text[] IS NULL OR act = ANY($3))
       AND at >= coalesce($4::timestamptz, '-infinity') AND at < coalesce($5::timestamptz, 'infinity')
       AND ($6::uuid IS NULL OR (at, id) < (SELECT at, id FROM audit_entry WHERE site_id = $1 AND id = $6))
     ORDER BY at DESC, id DESC LIMIT $7`,
    [siteId, by, kind === undefined ? null : listAuditActs(kind), at(from), at(to), before, limit],
  )
}
