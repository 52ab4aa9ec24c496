import type { CommenterRecord, QueuePage } from './queue'
import type { Note } from './teamwork'

/** Answer of `GET /api/v1/desk/commenters/{id}`. */
export interface CommenterPage {
  record: CommenterRecord
  notes: Note[]
  /** The last twelve months, the oldest first; `month` is its first day, `marked` counts those that were not rejected. */
  months: { month: string; comments: number; rejected: number; marked: number }[]
  latest: QueuePage
}
