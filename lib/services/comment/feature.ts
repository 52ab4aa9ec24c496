import { FeatureInput, type FeatureAnswer } from '../../contracts/article-act'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { authorize } from '../../domain/actor'
import { canFeature } from '../../domain/article-acts'
import type { Context } from '../context'
import { switchComment, type SwitchAct } from './switch'

/**
 * Lets a comment stand out on the page, as the version that was seen, and records the decision. Its status stays as it is.
 *
 * @throws DomainError forbidden, invalid_input, not_found, not_allowed (for a comment that is not public, or is featured already), conflict
 */
export function featureComment(ctx: Context, id: string, input: FeatureInput): Promise<FeatureAnswer> {
  return setFeatured(ctx, id, input, true)
}

/** The opposite, with the same refusals. */
export function unfeatureComment(ctx: Context, id: string, input: FeatureInput): Promise<FeatureAnswer> {
  return setFeatured(ctx, id, input, false)
}

async function setFeatured(ctx: Context, id: string, input: FeatureInput, isOn: boolean): Promise<FeatureAnswer> {
  authorize(ctx.actor, 'steer')
  const commentId = parseId(id, 'comment')
  const { version } = parseInput(FeatureInput, input)
  return writeFeature(ctx, commentId, { seenVersion: version, isOn, kind: isOn ? 'feature' : 'unfeature', undoesId: null })
}

/** Writes it, or its undo. @throws DomainError not_found, not_allowed, conflict */
export async function writeFeature(ctx: Context, commentId: string, act: SwitchAct): Promise<FeatureAnswer> {
  const answer = await switchComment(ctx, commentId, 'isFeatured', act, (state, wasFeatured) => {
    if (wasFeatured === act.isOn) return `This comment is ${wasFeatured ? '' : 'not '}featured already.`
    return act.isOn && !canFeature(state) ? 'Only a public comment without marks can be featured.' : null
  })
  return { ...answer, isFeatured: act.isOn }
}
