import type { ArticleState, CommentStatus, Suggestions, UncivilKind } from './comment'
import { signRule, type Rule } from './rules/rule'

/** A site's rules, as numbers and switches. Thresholds are scores, 0–1. */
export interface PolicySettings {
  /** Hold every comment until a person approves it. */
  holdAll: boolean
  /** Hold the first comment of somebody the site has not seen before. */
  holdFirstComment: boolean
  suggestUncivilFrom: number
  suggestOffTopicFrom: number
}

/** Everything the policy may look at. All scores exist before it runs. */
export interface PolicyFacts {
  articleState: ArticleState
  isFirstComment: boolean
  /** Whether a person has asked to hold everything that its writer sends. Where the writer is not known, nobody has. */
  isCommenterHeld?: boolean
  /** Slow mode of the discussion, where it is on: the pause it asks for, and the one this person left; both in seconds. */
  slow?: { seconds: number; since: number } | null
  hasHeldWord: boolean
  /** Whether replies are closed under the comment it answers, or under one above that. */
  isClosedOff?: boolean
  isReply: boolean
  /** Whether the parent carries the off-topic mark or suggestion. */
  isParentOffTopic: boolean
  /** The newsroom's own rules that fit it, in their order: the first decides. */
  fitting?: readonly Rule[]
  scores: {
    /** Highest score per kind of incivility; kinds without one are not scored. */
    uncivil: Partial<Record<UncivilKind, number>>
    /** Distance from the article and from the parent; null is "too short to tell" or not scored. */
    offTopicArticle: number | null
    offTopicParent: number | null
  }
}

/** What one phase has to say. Every phase's finding is kept, whichever decides. */
export interface Finding {
  phase: string
  /** `passed_over`: a rule of the newsroom's own decided otherwise before. */
  outcome: 'hold' | 'publish' | 'reject' | 'passed_over' | 'suggest_uncivil' | 'suggest_off_topic'
  why: string
}

export interface PolicyOutcome {
  /** What a rule rejects waits: to reject it is a decision, and taken when it is stored. */
  status: Extract<CommentStatus, 'pending' | 'published'>
  rejectedBy: Rule | null
  suggestions: Suggestions
  findings: Finding[]
}

type Phase = (settings: PolicySettings, facts: PolicyFacts) => Finding | null

/** The policy, phase by phase, in the order a newsroom would read it. Machines suggest, rules hold, people decide. */
const PHASES: readonly Phase[] = [
  holdClosedArticle,
  holdClosedThread,
  holdTooSoon,
  holdEverything,
  holdFirstComment,
  holdCommenter,
  holdWatchedWord,
  suggestUncivil,
  suggestOffTopic,
]

/** Holds that a site's switches and words ask for. What a person closed, slowed or holds is lifted by no rule. */
const LIFTED: ReadonlySet<string> = new Set(['hold_all', 'first_comment', 'watched_word'])

/**
 * Runs every phase and sums up: held if any phase holds, with the suggestions that were found. The first of the newsroom's own rules that
 * matches has the last word on that; the findings of all are kept.
 */
export function runPolicy(settings: PolicySettings, facts: PolicyFacts): PolicyOutcome {
  const fitting = facts.fitting ?? []
  const [rule = null] = fitting
  const phases = PHASES.map((phase) => phase(settings, facts)).filter((finding) => finding !== null)
  const findings = [
    ...fitting.map((one): Finding => ({
      phase: 'rule',
      outcome: one.outcome === rule?.outcome ? one.outcome : 'passed_over',
      why: signRule(one.name),
    })),
    ...phases.map((finding) => (isPassedOver(finding, rule) ? { ...finding, outcome: 'passed_over' as const } : finding)),
  ]
  const outcomes = new Set(findings.map((finding) => finding.outcome))
  return {
    status: outcomes.has('hold') || outcomes.has('reject') ? 'pending' : 'published',
    rejectedBy: rule?.outcome === 'reject' ? rule : null,
    suggestions: {
      uncivil: outcomes.has('suggest_uncivil') ? highestKind(facts) : null,
      offTopic: outcomes.has('suggest_off_topic') ? facts.scores.offTopicArticle : null,
    },
    findings,
  }
}

/** What is rejected waits for nobody. */
function isPassedOver({ phase, outcome }: Finding, rule: Rule | null): boolean {
  return outcome === 'hold' && (rule?.outcome === 'reject' || (rule?.outcome === 'publish' && LIFTED.has(phase)))
}

function holdClosedArticle(_settings: PolicySettings, facts: PolicyFacts): Finding | null {
  if (facts.articleState === 'open') return null
  const why = facts.articleState === 'held' ? 'New comments on this article are held' : 'The discussion of this article is closed'
  return { phase: 'article_state', outcome: 'hold', why }
}

/** A person closed the replies here; what comes all the same waits for one. */
export const CLOSED_OFF = {
  phase: 'thread_closed',
  outcome: 'hold',
  why: 'Replies under this comment are closed',
} as const satisfies Finding

function holdClosedThread(_settings: PolicySettings, facts: PolicyFacts): Finding | null {
  return facts.isClosedOff ? CLOSED_OFF : null
}

/** In slow mode somebody's next comment waits for a person when it comes too soon after their last one here. */
function holdTooSoon(_settings: PolicySettings, { slow }: PolicyFacts): Finding | null {
  if (!slow || slow.since >= slow.seconds) return null
  return { phase: 'slow_mode', outcome: 'hold', why: `Less than ${slow.seconds} seconds after this person's last comment here` }
}

function holdEverything(settings: PolicySettings): Finding | null {
  return settings.holdAll ? { phase: 'hold_all', outcome: 'hold', why: 'This site reads every comment before it is public' } : null
}

function holdFirstComment(settings: PolicySettings, facts: PolicyFacts): Finding | null {
  const isHeld = settings.holdFirstComment && facts.isFirstComment
  return isHeld ? { phase: 'first_comment', outcome: 'hold', why: 'First comment of this person here' } : null
}

function holdCommenter(_settings: PolicySettings, facts: PolicyFacts): Finding | null {
  return facts.isCommenterHeld ? { phase: 'commenter_held', outcome: 'hold', why: 'Everything this person sends is held' } : null
}

function holdWatchedWord(_settings: PolicySettings, facts: PolicyFacts): Finding | null {
  return facts.hasHeldWord ? { phase: 'watched_word', outcome: 'hold', why: 'Contains a word this site holds' } : null
}

function suggestUncivil(settings: PolicySettings, facts: PolicyFacts): Finding | null {
  const highest = highestKind(facts)
  if (highest === null || highest.score < settings.suggestUncivilFrom) return null
  return { phase: 'uncivil', outcome: 'suggest_uncivil', why: `Scored ${highest.score.toFixed(2)} for ${highest.kind}` }
}

/** A reply that answers its parent is not blamed for its distance from the article, unless the parent has left it too. */
function suggestOffTopic(settings: PolicySettings, facts: PolicyFacts): Finding | null {
  const { offTopicArticle, offTopicParent } = facts.scores
  if (offTopicArticle === null || offTopicArticle < settings.suggestOffTopicFrom) return null
  const isAnswer = facts.isReply && offTopicParent !== null && offTopicParent < settings.suggestOffTopicFrom
  if (isAnswer && !facts.isParentOffTopic) return null
  const why = isAnswer ? 'Follows a parent that left the topic' : `Scored ${offTopicArticle.toFixed(2)} away from the article`
  return { phase: 'off_topic', outcome: 'suggest_off_topic', why }
}

function highestKind(facts: PolicyFacts): { score: number; kind: UncivilKind } | null {
  let highest: { score: number; kind: UncivilKind } | null = null
  for (const [kind, score] of Object.entries(facts.scores.uncivil) as [UncivilKind, number][]) {
    if (highest === null || score > highest.score) highest = { score, kind }
  }
  return highest
}
