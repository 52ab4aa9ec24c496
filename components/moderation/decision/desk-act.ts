import type { FeatureAct } from '@/lib/domain/article-acts'
import type { DecisionAct } from '@/lib/domain/decisions'

/** A decision as it was meant at the desk, with the words that were written to go with it. */
export type NotedAct = DecisionAct & { note?: string }

/** What is done about one comment at the desk: a decision, or letting it stand out, which leaves it to be decided. */
export type DeskAct = NotedAct | FeatureAct

export function isFeaturing(act: DeskAct): act is FeatureAct {
  return act.kind === 'feature' || act.kind === 'unfeature'
}

/** The act and its note as they are sent: apart, and no note where nothing was written. */
export function toInput({ note, ...act }: NotedAct): { act: DecisionAct; note?: string } {
  const written = note?.trim() ?? ''
  return written === '' ? { act } : { act, note: written }
}
