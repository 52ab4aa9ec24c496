import { uuidv7 } from 'uuidv7'
import { listClosedAbove } from '../../db/comment/closed-replies'
import { findCommentStates } from '../../db/comment/comment-state'
import { addFinding } from '../../db/comment/comment-write'
import type { Db } from '../../db/connection'
import { recordDecisions, type DecidedComment } from '../../db/decision/decision'
import { CLOSED_OFF } from '../../domain/policy'
import type { Loaded } from './load-batch'
import type { Plan } from './plan-batch'

/** New comments whose place is beneath a comment with closed replies, by external id. Asked only where an article has such a comment. */
export async function findClosedOff(db: Db, siteId: string, plan: Plan, loaded: Loaded): Promise<Set<string>> {
  const fresh = [...plan.drafts.values()].filter((draft) => draft.stored === null && draft.article.hasClosedReplies)
  return pickClosedOff(
    db,
    siteId,
    fresh.map((draft) => draft.externalId),
    plan,
    loaded,
  )
}

/** Those of these comments whose nearest comment above that was there before this request has closed replies, or is beneath one that has. */
async function pickClosedOff(db: Db, siteId: string, keys: readonly string[], plan: Plan, loaded: Loaded): Promise<Set<string>> {
  const asked = keys.flatMap((key): [string, string][] => {
    const above = findStoredAbove(key, plan, loaded)
    return above === null ? [] : [[key, above]]
  })
  if (asked.length === 0) return new Set()
  const closed = await listClosedAbove(db, siteId, [...new Set(asked.map(([, above]) => above))])
  return new Set(asked.flatMap(([key, above]) => (closed.has(above) ? [key] : [])))
}

function findStoredAbove(of: string, plan: Plan, loaded: Loaded): string | null {
  let key = plan.places.get(of)?.parentKey ?? null
  while (key !== null) {
    const stored = loaded.stored.get(key)
    if (stored) return stored.id
    key = plan.places.get(key)?.parentKey ?? null
  }
  return null
}

/**
 * Holds stored comments that came before their parent, when the parent's place turns out to be beneath closed replies: all of the
 * tree that is public and that no person has reviewed. The site showed them already, so each is a decision of the policy, in the log
 * and in the feed. Call it when they hang where they belong; returns the ids.
 */
export async function holdLateReplies(db: Db, siteId: string, plan: Plan, loaded: Loaded, at: Date): Promise<Set<string>> {
  const hasClosed = [...loaded.articles.values()].some((article) => article.hasClosedReplies)
  const moved = hasClosed ? loaded.trees.filter((tree) => (plan.places.get(tree.topKey)?.parentKey ?? null) !== null) : []
  if (moved.length === 0) return new Set()
  const keys = moved.map((tree) => tree.topKey)
  const closedOff = await pickClosedOff(db, siteId, keys, plan, loaded)
  const ids = moved.flatMap((tree) => (closedOff.has(tree.topKey) ? tree.nodes.map(({ id }) => id) : []))
  const states = await findCommentStates(db, siteId, ids.sort())
  const decisions = [...states].flatMap(([commentId, { version, state }]): DecidedComment[] => {
    if (state.status !== 'published' || state.isReviewed) return []
    return [
      {
        act: hold(at),
        id: uuidv7(),
        commentId,
        seenVersion: version,
        before: state,
        after: { ...state, status: 'pending' },
        undoes: null,
      },
    ]
  })
  if (decisions.length === 0) return new Set()
  const held = await recordDecisions(db, siteId, decisions)
  await addFinding(db, siteId, [...held], CLOSED_OFF)
  return held
}

const hold = (at: Date): DecidedComment['act'] => ({
  kind: 'hold',
  actor: { kind: 'policy', id: null, name: 'Policy' },
  reason: null,
  note: CLOSED_OFF.why,
  mark: null,
  markKind: null,
  batchId: null,
  at,
})
