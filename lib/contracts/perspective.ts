import { z } from 'zod'

/** What Perspective's attributes are here; those that it had and Parley has no number for are refused. */
export const PERSPECTIVE_ATTRIBUTES = ['TOXICITY', 'SEVERE_TOXICITY', 'INSULT', 'IDENTITY_ATTACK', 'THREAT', 'PROFANITY'] as const
export type PerspectiveAttribute = (typeof PERSPECTIVE_ATTRIBUTES)[number]

/** Perspective's own limit. */
export const MAX_COMMENT_BYTES = 20_480

const RequestedAttribute = z.object({
  scoreType: z.enum(['PROBABILITY', 'SCORE_TYPE_UNSPECIFIED']).optional(),
  scoreThreshold: z.number().min(0).max(1).optional(),
})

/** Body of `POST /v1alpha1/comments:analyze`, as Perspective takes it. What is not named here is not looked at. */
export const AnalyzeRequest = z.object({
  comment: z.object({
    text: z.string().optional(),
    type: z.enum(['PLAIN_TEXT', 'TEXT_TYPE_UNSPECIFIED', 'HTML']).optional(),
  }),
  requestedAttributes: z
    .record(z.string().max(100), RequestedAttribute.nullable())
    // Left out and empty are one to Perspective, and refused by a name of its own.
    .default({})
    .describe('By attribute: TOXICITY, SEVERE_TOXICITY, INSULT, IDENTITY_ATTACK, THREAT, PROFANITY, each with or without _EXPERIMENTAL.'),
  languages: z.array(z.string().max(50)).max(20).optional().describe('ISO 639-1. Only English is scored.'),
  context: z
    .object({
      entries: z
        .array(z.object({ text: z.string().optional() }))
        .max(100)
        .optional(),
      articleAndParentComment: z
        .object({
          article: z.object({ text: z.string().optional() }).optional(),
          parentComment: z.object({ text: z.string().optional() }).optional(),
        })
        .optional(),
    })
    .optional(),
  spanAnnotations: z.boolean().optional(),
  doNotStore: z.boolean().optional().describe('Nothing is stored either way.'),
  clientToken: z.string().max(10_000).optional(),
  sessionId: z.string().max(10_000).optional(),
  communityId: z.string().max(10_000).optional(),
})
export type AnalyzeRequest = z.infer<typeof AnalyzeRequest>

const Score = z.object({ value: z.number().min(0).max(1), type: z.literal('PROBABILITY') })

/** Answer of `POST /v1alpha1/comments:analyze`, as Perspective gives it. */
export const AnalyzeAnswer = z.object({
  attributeScores: z
    .record(
      z.string(),
      z.object({
        spanScores: z
          .array(z.object({ begin: z.int().min(0), end: z.int().min(0), score: Score }))
          .optional()
          .describe('One per sentence if you asked for that; otherwise one over the whole text. UTF-16 offsets, end exclusive.'),
        summaryScore: Score,
      }),
    )
    .optional(),
  languages: z.array(z.string()),
  detectedLanguages: z.array(z.string()),
  clientToken: z.string().optional(),
})
export type AnalyzeAnswer = z.infer<typeof AnalyzeAnswer>

/** A refusal in the shape of Google's APIs. */
export const GoogleError = z.object({
  error: z.object({
    code: z.int(),
    message: z.string(),
    status: z.string(),
    details: z.array(z.record(z.string(), z.unknown())).optional(),
  }),
})
export type GoogleError = z.infer<typeof GoogleError>
