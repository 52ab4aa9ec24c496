import { createHmac, timingSafeEqual } from 'node:crypto'
import { CoralRequest, type CoralAnswer } from '../../contracts/coral'
import { parseId } from '../../contracts/id'
import { parseInput } from '../../contracts/parse'
import { findArticle } from '../../db/article/article'
import { listStoredComments } from '../../db/comment/comment-stored'
import { findCoralPhase, touchCoralPhase, type CoralPhaseRow } from '../../db/coral-phase'
import { DomainError } from '../../domain/errors'
import { runPolicy, type PolicyOutcome } from '../../domain/policy'
import { findFitting } from '../../domain/rules/fit'
import { idOfAddress } from '../../importers/external-ids'
import { markupToText } from '../../importers/markup-text'
import { toScored } from '../../scoring/scored-article'
import { scoreBatch } from '../../scoring/score-batch'
import { summariseScores } from '../../scoring/score-comment'
import { NO_RECORD, readSiteRules, tellScores } from '../comment/judge-batch'
import type { Context } from '../context'

/**
 * Scores a comment that a Coral site is about to show, and answers with what the site's policy says. Nothing is
 * stored: Coral keeps its comments, and sends no id for this one. The article is known when its external id is Coral's
 * story id or the story's address; without it only the words of the comment count. Somebody's first comment is not known
 * for one, since Coral's commenters are not here.
 *
 * @param text the request's body as it came
 * @param signature what X-Coral-Signature says: `sha256=<hex>`, several apart by commas while Coral rotates its secret
 * @returns what Coral is told; null when there is nothing to say (204)
 * @throws DomainError not_found for an unknown phase, unauthenticated for a wrong signature, malformed, invalid_input
 */
export async function moderateForCoral(
  { db, now }: Pick<Context, 'db' | 'now'>,
  phaseId: string,
  text: string,
  signature: string,
): Promise<CoralAnswer | null> {
  const phase = await findCoralPhase(db, parseId(phaseId, 'Coral phase'))
  if (!phase) throw new DomainError('not_found', 'There is no such Coral phase.')
  if (!isSigned(text, signature, phase.secret)) {
    throw new DomainError('unauthenticated', 'The signature does not match this phase: enter its signing secret in Settings.')
  }
  const request = parseInput(CoralRequest, parseJson(text))
  await touchCoralPhase(db, phase, now())
  return toAnswer(await judge(db, phase, request))
}

function isSigned(text: string, signature: string, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(text).digest()
  return signature.split(',').some((part) => {
    const given = Buffer.from(/^\s*sha256=([0-9a-f]{64})\s*$/i.exec(part)?.[1] ?? '', 'hex')
    return given.length === expected.length && timingSafeEqual(given, expected)
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('malformed', 'The body is not JSON.')
  }
}

async function judge(db: Context['db'], { siteId }: CoralPhaseRow, { action, comment, story }: CoralRequest): Promise<PolicyOutcome> {
  const rules = await readSiteRules(db, siteId)
  const article = (await findArticle(db, siteId, story.id)) ?? (await findArticle(db, siteId, idOfAddress(story.url)))
  const parentKey = comment.parentID ?? ''
  const [parent] = parentKey === '' ? [] : await listStoredComments(db, siteId, [parentKey])
  const input = {
    body: markupToText(comment.body),
    parentBody: parent?.body ?? null,
    article: toScored(article ?? NO_ARTICLE),
    isReply: parentKey !== '',
    depth: parentKey === '' ? 0 : (parent?.depth ?? 0) + 1,
  }
  const [results = []] = await scoreBatch(rules, [input])
  return runPolicy(rules.policy, {
    ...summariseScores(results),
    articleState: article?.state ?? 'open',
    isFirstComment: false,
    isReply: parentKey !== '',
    isParentOffTopic: parent !== undefined && (parent.isMarkedOffTopic || parent.suggestedOffTopic !== null),
    fitting: findFitting(rules.rules, {
      body: input.body,
      article: article ?? { externalId: story.id, title: '', section: null },
      language: null,
      isReply: input.isReply,
      isEdited: action === 'EDIT',
      ...tellScores(results),
      // Coral's commenters are not here.
      record: NO_RECORD,
    }),
  })
}

const NO_ARTICLE = { id: '', title: '', standfirst: null, body: '' }

/**
 * What the policy says, in Coral's words. A rule that holds everything of its kind is Coral's pre-moderation; a held word
 * is withheld by the system. Coral has no word for off-topic; nothing is rejected but by a rule of the newsroom's own.
 */
function toAnswer({ status, rejectedBy, findings, suggestions }: PolicyOutcome): CoralAnswer | null {
  const answer: CoralAnswer = {}
  const isWord = findings.some(({ phase, outcome }) => phase === 'watched_word' && outcome === 'hold')
  if (rejectedBy) answer.status = 'REJECTED'
  else if (status === 'pending') answer.status = isWord ? 'SYSTEM_WITHHELD' : 'PREMOD'
  if (suggestions.uncivil) answer.actions = [{ actionType: 'FLAG', reason: 'COMMENT_DETECTED_TOXIC' }]
  return Object.keys(answer).length === 0 ? null : answer
}
