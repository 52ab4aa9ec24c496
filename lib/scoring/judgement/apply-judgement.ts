import type { ScoreReason } from '../../contracts/score'
import { UNCIVIL_KINDS } from '../../domain/comment'
import { readBase, type BaseReading } from '../base-reading'
import { readBoth, type LaterKnown } from '../late-reading'
import { RecentCache } from '../recent-cache'
import type { AttributeScore, ScorerInput } from '../scorer'
import { baseLogit, judge, type JudgedTarget, type Judgement } from './judgement'

/** What a site has learnt, and where in its thread the comment stands. */
export interface NewsroomView {
  judgement: Judgement
  isReply: boolean
  depth: number
}

/** The scorer's name on the scores that are a newsroom's own. */
export const NEWSROOM_SCORER = 'newsroom'

/** A kind that is less likely than this is not told, unless it is the likeliest. */
const LEAST_TOLD = 0.1
/** Replies to one comment tend to come together. */
const KEPT_PARENTS = 1000

const parents = new RecentCache<{ reading: BaseReading | null }>(KEPT_PARENTS)

/**
 * What a newsroom's judgement makes of a comment: how likely a moderator there marks it. Gives `uncivil.<kind>` and
 * `off_topic.article`, in place of the shipped models' numbers of the same name. The likeliest kind carries the probability of
 * any incivility; no other exceeds it. Null when the judgement says nothing, because the base is another or does not read the
 * language.
 *
 * @param thorough what is known later of the text itself (lib/scoring/incivility/thorough-incivility.ts)
 */
export function scoreByJudgement(
  input: ScorerInput,
  { judgement, isReply, depth }: NewsroomView,
  thorough: (LaterKnown & { reason: ScoreReason | null }) | null = null,
): AttributeScore[] | null {
  const base = readBase(input)
  if (base === null) return null
  const { reading, late } = readBoth(base, thorough)
  const parent = input.parentBody === null ? null : readParent(input.parentBody, input)
  const judged = judge(judgement, { body: input.body, reading, late, parent, isReply, depth })
  if (judged === null) return null
  return [...spreadOverKinds(judged, reading, thorough?.reason ?? null), ...judgeTopic(judged, reading)]
}

/** The version that scores name: the base's and the judgement's. */
export function nameVersion({ baseVersion, number }: Pick<Judgement, 'baseVersion' | 'number'>): string {
  return `${baseVersion}+${number}`
}

function readParent(body: string, { article }: ScorerInput): BaseReading | null {
  return parents.getOrCompute(`${article.id}\n${article.version}\n${body}`, () => ({
    reading: readBase({ body, parentBody: null, article, watchedWords: [] }),
  })).reading
}

function spreadOverKinds(judged: ReadonlyMap<JudgedTarget, number>, reading: BaseReading, reason: ScoreReason | null): AttributeScore[] {
  const any = judged.get('uncivil')
  if (any === undefined) return []
  const shares = UNCIVIL_KINDS.flatMap((kind) => {
    const share = judged.get(kind) ?? (reading.logits[kind] === undefined ? null : toProbability(baseLogit(reading, kind)))
    return share === null ? [] : [{ kind, share }]
  })
  const likeliest = shares.reduce<{ kind: string; share: number }>((best, one) => (one.share > best.share ? one : best), {
    kind: 'other',
    share: 0,
  })
  const told = shares.filter(({ kind, share }) => kind !== likeliest.kind && share >= LEAST_TOLD)
  return [
    { attribute: `uncivil.${likeliest.kind}`, value: round(any), reason },
    ...told.map(({ kind, share }) => ({ attribute: `uncivil.${kind}`, value: round(Math.min(share, any)), reason })),
  ]
}

/** Where the base cannot tell the topic, nobody can. */
function judgeTopic(judged: ReadonlyMap<JudgedTarget, number>, reading: BaseReading): AttributeScore[] {
  const value = judged.get('off_topic')
  if (value === undefined || reading.logits['off_topic'] === undefined) return []
  return [{ attribute: 'off_topic.article', value: round(value), reason: null }]
}

function toProbability(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
