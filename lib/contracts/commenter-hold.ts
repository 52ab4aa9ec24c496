import { z } from 'zod'
import { storableText } from './text'

/** Body of `PUT /api/v1/desk/commenters/{id}/hold`. */
export const CommenterHoldInput = z.strictObject({ note: storableText(500).default('') })
export type CommenterHoldInput = z.input<typeof CommenterHoldInput>

/** Since when everything that somebody sends is held, by whom and why; the note may be empty. */
export interface CommenterHold {
  at: string
  by: string
  note: string
}
