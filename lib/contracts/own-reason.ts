import { z } from 'zod'
import { filledText, storableText } from './text'

/** What a newsroom calls a reason of its own: one line. */
export const OwnReasonLabel = filledText(60).refine((label) => !/\p{Cc}/u.test(label), 'is more than one line')

/** Body of `POST /api/v1/settings/reasons`. */
export const OwnReasonInput = z.strictObject({ label: OwnReasonLabel, message: storableText(1000).default('') })
export type OwnReasonInput = z.input<typeof OwnReasonInput>

/** Body of `PATCH /api/v1/settings/reasons/{id}`; `place` counts from 0 among those that can be chosen. */
export const OwnReasonPatch = z.strictObject({
  message: storableText(1000).optional(),
  isRetired: z.boolean().optional(),
  place: z.int().min(0).max(100).optional(),
})
export type OwnReasonPatch = z.infer<typeof OwnReasonPatch>

export interface OwnReasonResource {
  id: string
  label: string
  /** What the commenter may be told; empty for nothing. */
  message: string
  isRetired: boolean
}
