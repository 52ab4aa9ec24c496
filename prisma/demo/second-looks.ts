import type { Actor } from '../../lib/domain/actor'
import type { LookAnswer } from '../../lib/domain/second-look'
import type { Context } from '../../lib/services/context'
import { answerSecondLook } from '../../lib/services/second-look/answer'
import { drawLooks } from '../../lib/services/second-look/draw'
import { findLook } from '../../lib/services/second-look/next'
import { setLookShare } from '../../lib/services/second-look/share'

/** As many wait for each of the two when the demo begins. */
const LEFT_WAITING = 4

/** The newsroom wants half of what is decided looked at again. */
export async function beginSecondLooks(ctx: Context): Promise<void> {
  await setLookShare(ctx, { share: 0.5, seen: 0 })
}

/**
 * The moderators look at each other's decisions, and mostly agree; from now on a twentieth is enough.
 *
 * @param answerOf what would be the same decision on a comment of this text
 */
export async function tellSecondLooks(
  contextOf: (actor: Actor) => Context,
  { system, lookers, answerOf }: { system: Actor; lookers: readonly Actor[]; answerOf: (text: string) => LookAnswer },
): Promise<void> {
  const ctx = contextOf(system)
  while (await drawLooks(ctx.db, system.siteId, ctx.now()));
  for (const actor of lookers) await answerAll(contextOf(actor), answerOf)
  await setLookShare(ctx, { share: 0.05, seen: 0.5 })
}

async function answerAll(ctx: Context, answerOf: (text: string) => LookAnswer): Promise<void> {
  const looks = []
  const seen = new Set<string>()
  for (let { look } = await findLook(ctx, {}); look !== null && !seen.has(look.id); { look } = await findLook(ctx, { after: look.id })) {
    seen.add(look.id)
    looks.push(look)
  }
  for (const [index, { id, text }] of looks.slice(LEFT_WAITING).entries()) {
    await answerSecondLook(ctx, { id, input: { answer: seeOtherwise(answerOf(text), index) } })
  }
}

/** People differ where policies are vague: about sarcasm, about how far from the topic is too far. */
function seeOtherwise(same: LookAnswer, index: number): LookAnswer {
  if (index % 19 === 7) return { kind: 'unsure' }
  if (same.kind === 'approve') return index % 11 === 3 ? { kind: 'mark', mark: 'off_topic' } : same
  if (same.kind === 'mark') return index % 4 === 1 ? { kind: 'approve' } : same
  return index % 6 === 2 ? { kind: 'mark', mark: 'uncivil', uncivilKind: 'insult' } : same
}
