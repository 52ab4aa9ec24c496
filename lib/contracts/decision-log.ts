import { z } from 'zod'
import { addressNumber } from './address-number'
import type { AppealVerdict } from '../domain/appeals'
import { DECISION_KINDS } from '../domain/decisions'
import type { HistoryEntry } from './decision'
import { Day, searchText } from './text'

/** Query of `GET /api/v1/desk/decisions`. */
export const DecisionLogQuery = z.object({
  kind: z.enum(DECISION_KINDS).optional(),
  /** A person's id. */
  by: z.uuid().optional(),
  article: z.uuid().optional(),
  batch: z.uuid().optional(),
  /** Whose comments it was about: an id, or a part of the name. */
  commenter: z.uuid().optional(),
  author: searchText(100).optional(),
  /** Why, as a code or in the words of the newsroom's own reason. */
  reason: searchText(200).optional(),
  /** The first and the day after the last day, in UTC. */
  from: Day.optional(),
  to: Day.optional(),
  cursor: z.uuid().optional(),
  limit: addressNumber(z.int().min(1).max(200), 50),
})
export type DecisionLogQuery = z.infer<typeof DecisionLogQuery>

/** A line of the decision log. */
export interface LoggedDecision extends Omit<HistoryEntry, 'before' | 'after'> {
  byId: string | null
  batch: { id: string; title: string; isUndone: boolean } | null
  /** How many decisions of this kind its batch has, where the line stands for all of them; `isMixed`: of several reasons or marks. */
  together: { count: number; isMixed: boolean } | null
  /** Null for an act on a discussion. */
  comment: {
    id: string
    excerpt: string
    commenterName: string | null
    status: HistoryEntry['after']['status']
    /** Whether its text may be harsh (lib/domain/harsh.ts). */
    isHarsh: boolean
  } | null
  article: { id: string; title: string }
  /** What it made of an appeal, null when nothing: `reopened` when it took an answer back. */
  appeal: AppealVerdict | 'reopened' | null
  statusBefore: HistoryEntry['after']['status'] | null
  statusAfter: HistoryEntry['after']['status'] | null
}

/** Answer of `GET /api/v1/desk/decisions`, the latest first. */
export interface DecisionLogPage {
  decisions: LoggedDecision[]
  /** Pass as `cursor` for the next page; null on the last one. */
  nextCursor: string | null
}
