import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import type { MadeComment } from './comment'

/** What a test may say of a decision in the log. */
export interface DecisionOverrides {
  kind?: 'approve' | 'reject' | 'mark' | 'clear_mark' | 'undo'
  actorKind?: 'user' | 'api_key' | 'policy' | 'system'
  actorName?: string
  mark?: 'off_topic' | 'uncivil' | null
  reason?: string | null
  /** Id of the decision an undo takes back. */
  undoesId?: string
  decidedAt?: Date
}

/** A row of the decision log and nothing else: the comment stays as it is. Gives the row's id. */
export async function makeDecision(site: { id: string }, comment: MadeComment, overrides: DecisionOverrides = {}): Promise<string> {
  const id = uuidv7()
  await getDb().query(
    `INSERT INTO decision (site_id, id, comment_id, article_id, kind, actor_kind, actor_name, mark, seen_version, revision, before, after, undoes_id, decided_at, reason)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, 1, '{}', '{}', $9, $10, $11)`,
    [
      site.id,
      id,
      comment.id,
      comment.articleId,
      overrides.kind ?? 'approve',
      overrides.actorKind ?? 'user',
      overrides.actorName ?? 'Mo Moderator',
      overrides.mark ?? null,
      overrides.undoesId ?? null,
      overrides.decidedAt ?? new Date(),
      overrides.reason ?? null,
    ],
  )
  return id
}
