import { z } from 'zod'
import type { UncivilKind } from '../domain/comment'
import type { BreakerState } from '../domain/circuit-breaker'
import { filledText } from './text'

const SCORER_KINDS = ['openai', 'http'] as const
export type ScorerKind = (typeof SCORER_KINDS)[number]

const Seconds = z.number().min(0.5).max(60)

/** Body of `POST /api/v1/settings/scorers`. */
export const RemoteScorerInput = z.strictObject({
  name: filledText(60),
  kind: z.enum(SCORER_KINDS),
  url: filledText(2000),
  /** For an OpenAI-compatible service; without it the service chooses. */
  model: filledText(200).nullish(),
  /** Sent as a bearer token. */
  apiKey: filledText(1000).nullish(),
  timeoutSeconds: Seconds.default(5),
})
export type RemoteScorerInput = z.input<typeof RemoteScorerInput>

/** Body of `PATCH /api/v1/settings/scorers/{id}`. */
export const RemoteScorerPatch = z.strictObject({ isPaused: z.boolean() })
export type RemoteScorerPatch = z.infer<typeof RemoteScorerPatch>

/** Body of `POST /api/v1/settings/scorers/{id}/test`. */
export const RemoteScorerTest = z.strictObject({ text: filledText(20_000) })
export type RemoteScorerTest = z.infer<typeof RemoteScorerTest>

/** The result of a test: scores by attribute, or why there are none. */
export interface RemoteScorerTestAnswer {
  scores: { attribute: string; value: number }[]
  failure: string | null
  durationMs: number
}

/** A scorer as Settings lists it. Its key and its signing secret are in none of these. */
export interface RemoteScorerResource {
  id: string
  name: string
  kind: ScorerKind
  url: string
  model: string | null
  hasApiKey: boolean
  timeoutSeconds: number
  isPaused: boolean
  breaker: BreakerState
  /** When it is tried again, while the breaker is open. */
  openUntil: string | null
  /** Comments that wait for it. */
  waiting: number
  /** Comments it was given up for. */
  notScored: number
  lastScoredAt: string | null
  lastFailure: string | null
  lastFailedAt: string | null
  createdAt: string
}

/** What a scorer of kind `http` is sent, as JSON. */
export interface ScorerRequest {
  version: 1
  comment: { id: string; revision: number; body: string; language: string | null }
  parent: { body: string } | null
  article: { title: string; standfirst: string | null }
}

const Share = z.number().min(0).max(1)
/** A version is a label, and nothing else is let in where a text could be. */
const VersionLabel = z.string().regex(/^[\w.:@-]{1,60}$/)

/** What a scorer of kind `http` answers. Whatever else is in it, and any text, is passed over. */
export const ScorerReply = z.object({
  scores: z.object({
    ...{ insult: Share.optional(), identity_attack: Share.optional(), threat: Share.optional(), profanity: Share.optional() },
    ...{ condescension: Share.optional(), mockery: Share.optional(), sexual: Share.optional(), other: Share.optional() },
    off_topic: Share.optional(),
  } satisfies Record<UncivilKind | 'off_topic', z.ZodOptional>),
  version: VersionLabel.optional().catch(undefined),
})
export type ScorerReply = z.infer<typeof ScorerReply>

/** The part of an OpenAI-compatible moderation answer that Parley reads. */
export const ModerationReply = z.object({
  model: VersionLabel.optional().catch(undefined),
  results: z
    .array(z.object({ category_scores: z.record(z.string().max(100), Share.nullable()) }))
    .min(1)
    .max(10),
})
export type ModerationReply = z.infer<typeof ModerationReply>

/** A scorer that has not scored a comment, as the context pane shows it. */
export interface MissingScore {
  scorer: string
  /** In our words; null when it has not been tried yet. */
  failure: string | null
  /** Whether it will be tried again. */
  isWaiting: boolean
}
