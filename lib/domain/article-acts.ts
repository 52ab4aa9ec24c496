import { can, type Actor } from './actor'
import type { ArticleState, CommentState } from './comment'
import { DomainError } from './errors'

/** An act on a discussion as a whole. */
export type ArticleAct =
  | { kind: 'hold_article' }
  | { kind: 'close_article' }
  | { kind: 'reopen_article' }
  /** Seconds that somebody must leave between two comments; null ends it. */
  | { kind: 'slow_article'; seconds: number | null }
  | { kind: 'ask_help'; note: string }
  | { kind: 'end_help' }

export const ARTICLE_ACT_KINDS = ['hold_article', 'close_article', 'reopen_article', 'slow_article', 'ask_help', 'end_help'] as const
export type ArticleOption = ArticleAct['kind']

/** All of an article that these acts read and change. */
export interface ArticleStanding {
  state: ArticleState
  slowSeconds: number | null
  help: { by: string; note: string; at: string } | null
}

/**
 * The acts this actor may take on an article that stands like this. The same list draws the buttons and authorises the
 * request, so the two cannot disagree. Empty for those who may not steer a discussion.
 */
export function listAllowedArticleActs(actor: Actor, standing: ArticleStanding): ArticleOption[] {
  if (!can(actor, 'steer')) return []
  const options: ArticleOption[] = []
  if (standing.state === 'open') options.push('hold_article')
  if (standing.state !== 'closed') options.push('close_article')
  if (standing.state !== 'open') options.push('reopen_article')
  options.push('slow_article')
  options.push(standing.help === null ? 'ask_help' : 'end_help')
  return options
}

/**
 * The article after the act.
 *
 * @param at when it is taken
 * @throws DomainError not_allowed when the actor may not do that to an article that stands like this
 */
export function applyArticleAct(actor: Actor, standing: ArticleStanding, act: ArticleAct, at: Date): ArticleStanding {
  if (!listAllowedArticleActs(actor, standing).includes(act.kind))
    throw new DomainError('not_allowed', explainRefusal(actor, standing, act))
  switch (act.kind) {
    case 'hold_article':
      return { ...standing, state: 'held' }
    case 'close_article':
      return { ...standing, state: 'closed' }
    case 'reopen_article':
      return { ...standing, state: 'open' }
    case 'slow_article':
      return { ...standing, slowSeconds: act.seconds }
    case 'ask_help':
      return { ...standing, help: { by: actor.name, note: act.note, at: at.toISOString() } }
    case 'end_help':
      return { ...standing, help: null }
  }
}

function explainRefusal(actor: Actor, { state }: ArticleStanding, act: ArticleAct): string {
  if (!can(actor, 'steer')) return 'You can read everything here, but not steer a discussion.'
  if (act.kind === 'ask_help') return 'Somebody has asked for help here already.'
  if (act.kind === 'end_help') return 'Nobody has asked for help here.'
  return `This discussion is ${state} already.`
}

/** Lets a comment stand out on the page, or ends that. */
export interface FeatureAct {
  kind: 'feature' | 'unfeature'
}

/** Which of the two this actor may do about a comment in this state, if either. */
export function findFeatureOption(
  actor: Actor,
  state: Pick<CommentState, 'status' | 'marks'>,
  isFeatured: boolean,
): FeatureAct['kind'] | null {
  if (!can(actor, 'steer') || state.status === 'removed') return null
  if (isFeatured) return 'unfeature'
  return canFeature(state) ? 'feature' : null
}

/** Whether a comment in this state may stand out on the page: it is public, and nobody has marked it. */
export function canFeature({ status, marks }: Pick<CommentState, 'status' | 'marks'>): boolean {
  return (status === 'published' || status === 'approved') && !marks.offTopic && marks.uncivil === null
}
