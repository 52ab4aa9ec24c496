import { z } from 'zod'
import type { CommentStatus } from '../domain/comment'
import { QUEUES } from '../domain/queues'
import { Act } from './decision'
import { QueueFilter, type QueueRow } from './queue'
import { storableText } from './text'

/** The most comments of one batch. */
export const MAX_BATCH = 50_000
/** The most comments that can be named one by one. */
const MAX_NAMED = 5000

/**
 * Which comments a batch is about: those named, in the version that was on screen; everything in a queue with its filters; or
 * everything undecided that one person wrote or that belongs to one wave of near-duplicates.
 */
const BatchOf = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('comments'),
    items: z
      .array(z.strictObject({ id: z.uuid(), version: z.int().min(1) }))
      .min(1)
      .max(MAX_NAMED),
  }),
  z.strictObject({ kind: z.literal('queue'), queue: z.enum(QUEUES), filter: QueueFilter }),
  z.strictObject({ kind: z.literal('commenter'), commenterId: z.uuid() }),
  z.strictObject({ kind: z.literal('wave'), waveId: z.uuid() }),
])
export type BatchOf = z.infer<typeof BatchOf>

/**
 * Body of `POST /api/v1/desk/batches`. Without `isStarted` it is only a preview: the comments are recorded in their current
 * version, and only in that version will they be decided.
 */
export const BatchInput = z.strictObject({
  of: BatchOf,
  act: Act,
  note: storableText(2000).optional(),
  isStarted: z.boolean().default(false),
})
export type BatchInput = z.input<typeof BatchInput>

export const BATCH_OUTCOMES = ['waiting', 'changed', 'unchanged', 'conflict', 'removed', 'restored', 'kept'] as const
export type BatchOutcome = (typeof BATCH_OUTCOMES)[number]

/** A batch as it stands. */
export interface BatchResource {
  id: string
  title: string
  by: string
  state: 'draft' | 'done' | 'undone'
  createdAt: string
  /** When it was carried out. */
  startedAt: string | null
  undoneAt: string | null
  undoneBy: string | null
  total: number
  outcomes: Record<BatchOutcome, number>
  /** What was not done, or not taken back, and why; the first hundred. */
  exceptions: { commentId: string; outcome: BatchOutcome; detail: string | null; excerpt: string; commenterName: string | null }[]
}

/** What a batch would do. */
export interface BatchPreview extends BatchResource {
  /** How many comments stand in each status now. */
  statuses: Partial<Record<CommentStatus, number>>
  /** Whether more comments matched than a batch may hold. */
  isCut: boolean
  /** A few of them, to see whether it is the right lot. */
  sample: QueueRow[]
}

/** A line of the answer while a batch is carried out or taken back; the last line is the batch. */
export interface BatchProgress {
  done: number
  total: number
}
