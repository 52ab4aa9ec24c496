import type { AppealEntry } from '../../contracts/appeal-entry'
import type { StoredCase } from '../../db/appeal/appeal-case'

/** An appeal as its comment's context shows it; the decisions are in the history there. */
export function toEntry({ commentId: _comment, decision: _decision, ...entry }: StoredCase): AppealEntry {
  return entry
}
