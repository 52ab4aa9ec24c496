import type { AppealState, AppealSubject } from '../domain/appeals'
import type { HistoryEntry } from './decision'

/** A decision as an appeal shows it. */
export type ToldDecision = Pick<HistoryEntry, 'id' | 'kind' | 'by' | 'at' | 'reason' | 'note' | 'mark' | 'markKind'> & {
  byId: string | null
}

/** An appeal and its outcome, as the comment's context and history show it. */
export interface AppealEntry {
  id: string
  state: AppealState
  subject: AppealSubject
  statement: string
  /** When it was said. */
  at: string
  receivedAt: string
  answeredAt: string | null
  /** Null while it is open, and when it lapsed. */
  answer: ToldDecision | null
}
