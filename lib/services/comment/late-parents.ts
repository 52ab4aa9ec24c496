import { listStoredComments } from '../../db/comment/comment-stored'
import { withdrawOffTopic } from '../../db/comment/comment-write'
import type { Db } from '../../db/connection'
import { insertScores, type ScoreRow } from '../../db/score/score'
import { runPolicy, type Finding } from '../../domain/policy'
import { scoreBatch } from '../../scoring/score-batch'
import { summariseScores } from '../../scoring/score-comment'
import { toScoreRows, type Judgement, type SiteRules } from './judge-batch'
import type { Loaded } from './load-batch'
import type { Plan } from './plan-batch'

interface Scene {
  plan: Plan
  loaded: Loaded
  rules: SiteRules
  judgements: ReadonlyMap<string, Judgement>
  now: Date
}

/**
 * Looks again at stored replies whose parent has arrived only now, if they were suggested as off-topic: a reply that
 * answers its parent is not blamed for its distance from the article, and without the parent nobody could know. A
 * suggestion can only be taken back here, never made: what a person has seen as quiet stays so.
 */
export async function reconsiderReplies(db: Db, siteId: string, { plan, loaded, rules, judgements, now }: Scene): Promise<void> {
  const keys = loaded.trees.map((tree) => tree.topKey).filter((key) => plan.places.get(key)?.parentKey && !plan.drafts.has(key))
  if (keys.length === 0) return
  const replies = (await listStoredComments(db, siteId, keys)).flatMap((reply) => {
    const parentKey = plan.places.get(reply.externalId)?.parentKey ?? ''
    const parent = plan.drafts.get(parentKey) ?? loaded.stored.get(parentKey)
    const article = loaded.articles.get(reply.articleExternalId)
    if (reply.suggestedOffTopic === null || !parent || !article) return []
    const depth = plan.places.get(reply.externalId)?.depth ?? reply.depth
    const scored = { ...article, version: article.textVersion }
    return [{ reply, parentKey, article, input: { body: reply.body, parentBody: parent.body, article: scored, isReply: true, depth } }]
  })
  const results = await scoreBatch(
    rules,
    replies.map(({ input }) => input),
  )
  const withdrawn: { id: string; findings: Finding[] }[] = []
  const scores: ScoreRow[] = []
  for (const [at, { reply, parentKey, article }] of replies.entries()) {
    const found = results[at] ?? []
    const { suggestions } = runPolicy(rules.policy, {
      ...summariseScores(found),
      articleState: article.state,
      isFirstComment: false,
      isReply: true,
      isParentOffTopic:
        (judgements.get(parentKey)?.suggestions.offTopic ?? loaded.stored.get(parentKey)?.suggestedOffTopic ?? null) !== null,
    })
    scores.push(...toScoreRows(reply.id, found).filter((score) => score.attribute === 'off_topic.parent'))
    const findings = reply.findings.filter((finding) => finding.outcome !== 'suggest_off_topic')
    if (suggestions.offTopic === null) withdrawn.push({ id: reply.id, findings })
  }
  if (withdrawn.length > 0) await withdrawOffTopic(db, siteId, withdrawn)
  if (scores.length > 0) await insertScores(db, siteId, scores, now)
}
