import { z } from 'zod'
import type { CommentStatus } from '../domain/comment'

/** Comments that the map shows at once; of a longer discussion it shows a window. */
export const MAX_DRIFT_NODES = 2000
/** How many of the latest comments of a longer discussion come with the page; its overview is drawn from its hours. */
export const LATEST_DRIFT_NODES = 500

/** Query of `GET /api/v1/desk/articles/{id}/drift`. Without times: all of it, or of a long discussion its latest part. */
export const DriftQuery = z.object({ from: z.iso.datetime().optional(), to: z.iso.datetime().optional() })
export type DriftQuery = z.infer<typeof DriftQuery>

/** One comment of the map. */
export interface DriftNode {
  id: string
  /** Null at the top, and where the parent is outside the window (then `isCut`). */
  parentId: string | null
  isCut: boolean
  depth: number
  at: string
  commenterName: string | null
  status: CommentStatus
  /** Marks. */
  isOffTopic: boolean
  isUncivil: boolean
  /** Marked, or suggested as that and not decided yet: what the derailment rule counts. */
  isStrayed: boolean
  isHeated: boolean
  /** Distance from the article and incivility as scored, 0–1; offTopic is null when the text is too short to tell. */
  offTopic: number | null
  incivility: number
}

/** Answer of that, and of `readDriftMap(ctx, id, query)` (lib/services/article/drift.ts). Nodes are in the order of time. */
export interface DriftMap {
  nodes: DriftNode[]
  /** Comments of the whole discussion, the removed ones included. */
  total: number
  /** The time that the nodes cover; null when there are none. `isWhole` when that is the whole discussion. */
  window: { from: string; to: string } | null
  isWhole: boolean
}
