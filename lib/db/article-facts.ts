import { QUEUE_PREDICATES } from './queue-predicates'

/**
 * SQL that the figures of articles share. `$1` is always the site; `articles` is the condition on an article's id, a
 * constant of the caller such as `= $2`.
 *
 * Marks and decisions are looked up for each comment rather than joined: while a table has no statistics yet, as after
 * the first import, the planner joins them by nested loops over whole indexes (7 s for 5,000 comments, where this takes
 * 0.05 s).
 */

/**
 * The comments that count, one row each. Those removed at their source count in nothing. Off-topic and uncivil are
 * marks, which a person or a policy has set; a suggestion that nobody has confirmed is no mark. Waiting is what the
 * queue Needs review holds.
 */
export function selectFacts(articles: string): string {
  return `
    SELECT c.id, c.article_id, c.commenter_id, c.status, c.posted_at, c.received_at, c.ordered_at, c.revision, c.reviewed_at,
           c.suggested_off_topic IS NOT NULL AS is_suggested_off_topic, c.suggested_uncivil IS NOT NULL AS is_suggested_uncivil,
           (${QUEUE_PREDICATES.review}) AS is_waiting, ${hasMark('off_topic')} AS is_off_topic, ${hasMark('uncivil')} AS is_uncivil
    FROM comment c
    WHERE c.site_id = $1 AND c.article_id ${articles} AND c.status <> 'removed'`
}

function hasMark(mark: 'off_topic' | 'uncivil'): string {
  return `EXISTS (SELECT FROM mark m WHERE m.site_id = $1 AND m.comment_id = c.id AND m.mark = '${mark}')`
}

/** Whether somebody has reviewed or marked the comment of the fact `f`. */
export const IS_JUDGED = '(f.reviewed_at IS NOT NULL OR f.is_off_topic OR f.is_uncivil)'

/**
 * Seconds from the arrival of the fact `f` to the first decision of a person; null while there is none. Policies decide
 * at arrival and would make the wait look like nothing; a decision that was taken back answered nobody. An edit does
 * not start the wait anew.
 */
export const WAIT_SECONDS = `(
    SELECT extract(epoch FROM min(greatest(d.decided_at, f.received_at)) - f.received_at)::float8
    FROM decision d
    WHERE d.site_id = $1 AND d.comment_id = f.id AND d.kind <> 'undo' AND d.actor_kind IN ('user', 'api_key')
      AND NOT EXISTS (SELECT FROM decision u WHERE u.site_id = $1 AND u.undoes_id = d.id))`
