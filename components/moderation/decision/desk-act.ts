import type { FeatureAct } from '@/lib/domain/article-acts'
import type { DecisionAct } from '@/lib/domain/decisions'

/** What is done about one comment at the desk: a decision, or letting it stand out, which leaves it to be decided. */
export type DeskAct = DecisionAct | FeatureAct

export function isFeaturing(act: DeskAct): act is FeatureAct {
  return act.kind === 'feature' || act.kind === 'unfeature'
}
