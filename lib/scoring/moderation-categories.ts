import type { UncivilKind } from '../domain/comment'
import type { ModerationReply } from '../contracts/remote-scorer'
import type { AttributeScore } from './scorer'

/**
 * What OpenAI's moderation categories are here. Violence, self-harm and illicit advice are about what a text speaks of, not
 * about how it speaks to somebody: a report on a war is none of our kinds, so they are left out.
 */
const KINDS: Readonly<Record<string, readonly UncivilKind[]>> = {
  harassment: ['insult'],
  'harassment/threatening': ['threat'],
  hate: ['identity_attack'],
  'hate/threatening': ['identity_attack', 'threat'],
  sexual: ['sexual'],
  'sexual/minors': ['sexual'],
}

/** The highest score of each of our kinds over all results and categories; categories that are not known are passed over. */
export function fromCategories(reply: ModerationReply): AttributeScore[] {
  const highest = new Map<UncivilKind, number>()
  for (const { category_scores: scores } of reply.results) {
    for (const [category, value] of Object.entries(scores)) {
      if (value === null || !Object.hasOwn(KINDS, category)) continue
      for (const kind of KINDS[category] ?? []) highest.set(kind, Math.max(value, highest.get(kind) ?? 0))
    }
  }
  return [...highest].map(([kind, value]) => ({ attribute: `uncivil.${kind}`, value, reason: null }))
}
