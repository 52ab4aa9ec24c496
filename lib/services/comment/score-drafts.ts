import { scoreBatch } from '../../scoring/score-batch'
import type { ScorerResult } from '../../scoring/score-comment'
import type { ScoredInput, SiteScoring } from '../../scoring/scored-input'
import type { ScorerArticle } from '../../scoring/scorer'
import type { DiscussedArticle } from '../../db/article/article'
import type { Loaded } from './load-batch'
import type { Draft, Plan } from './plan-batch'

/** Scores made before it was sure what they would be of, with what they are of, by external id. */
export interface Forecast {
  site: SiteScoring
  scored: ReadonlyMap<string, { input: ScoredInput; results: ScorerResult[] }>
}

/**
 * Scores every new or edited text, by external id. What was forecast is taken where it was made of exactly this: text, parent's text,
 * article, place and the site's own words.
 */
export async function scoreDrafts(
  plan: Plan,
  loaded: Loaded,
  site: SiteScoring,
  forecast: Forecast | null,
): Promise<Map<string, ScorerResult[]>> {
  const known = forecast !== null && isSameSite(forecast.site, site) ? forecast.scored : null
  const articles = new Map<DiscussedArticle, ScorerArticle>()
  const results = new Map<string, ScorerResult[]>()
  const missing: { key: string; input: ScoredInput }[] = []
  for (const draft of plan.drafts.values()) {
    if (!draft.isToJudge) continue
    const article = articles.get(draft.article) ?? { ...draft.article, version: draft.article.textVersion }
    articles.set(draft.article, article)
    const input = toInput(draft, article, plan, loaded)
    const before = known?.get(draft.externalId)
    if (before && isSameInput(before.input, input)) results.set(draft.externalId, before.results)
    else missing.push({ key: draft.externalId, input })
  }
  const scored = await scoreBatch(
    site,
    missing.map(({ input }) => input),
  )
  missing.forEach(({ key }, at) => results.set(key, scored[at] ?? []))
  return results
}

function toInput(draft: Draft, article: ScorerArticle, plan: Plan, loaded: Loaded): ScoredInput {
  const parentKey = findParentKey(draft, plan)
  const parentBody = parentKey === null ? null : (plan.drafts.get(parentKey)?.body ?? loaded.stored.get(parentKey)?.body ?? null)
  return { body: draft.body, parentBody, article, isReply: draft.parentExternalId !== null, depth: depthOf(draft, plan) }
}

/** The parent, if the comment hangs under it. */
export function findParentKey(draft: Draft, plan: Plan): string | null {
  const key = draft.parentExternalId
  const isAttached = typeof draft.stored?.parentId === 'string' || plan.places.get(draft.externalId)?.parentKey === key
  return isAttached ? key : null
}

/** How many comments it stands below after this request. */
export function depthOf(draft: Draft, plan: Plan): number {
  return plan.places.get(draft.externalId)?.depth ?? draft.stored?.depth ?? 0
}

function isSameSite(before: SiteScoring, now: SiteScoring): boolean {
  return before.judgement === now.judgement && before.watchedWords === now.watchedWords
}

function isSameInput(before: ScoredInput, now: ScoredInput): boolean {
  return (
    before.body === now.body &&
    before.parentBody === now.parentBody &&
    before.article.id === now.article.id &&
    before.article.version === now.article.version &&
    before.isReply === now.isReply &&
    before.depth === now.depth
  )
}
