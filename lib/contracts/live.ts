import type { Queue } from '../domain/queues'
import type { Claim, DeskDecision, Present } from './teamwork'

/** What `GET /api/v1/desk/events` tells, each as an event of that name; `decisions` has its position as id. */
export type DeskEvent =
  /** In order; nothing is left out between two positions. */
  | { kind: 'decisions'; position: number; decisions: DeskDecision[] }
  /** Of the whole site; null until they are known. */
  | { kind: 'counts'; counts: Record<Exclude<Queue, 'mine'>, number> | null }
  /** Articles whose figures, state or alerts have changed, MAX_TOLD_ARTICLES at most; the whole list may be out of date when so many. */
  | { kind: 'articles'; ids: string[] }
  /** Something was decided about a whole discussion: alerts and calls for moderators are to be read again. */
  | { kind: 'alerts' }
  /** How many appeals are open on the site; sent also when one was answered and another came in. */
  | { kind: 'appeals'; open: number }
  /** How many second looks wait for whoever is told: one was drawn or answered, or its time is up. */
  | { kind: 'looks'; waiting: number }
  /** All that are held now. */
  | { kind: 'claims'; claims: Claim[] }
  /** The comments were handed to somebody, or taken back: what is whose is to be read and counted again. */
  | { kind: 'handed'; commentIds: string[] }
  /** Machines have said more of these comments: suggestions and scores are to be read again. */
  | { kind: 'scores'; commentIds: string[] }
  | { kind: 'presence'; people: Present[] }
  /** Sent when nothing else is, so that a browser knows the line is open. */
  | { kind: 'pulse' }
