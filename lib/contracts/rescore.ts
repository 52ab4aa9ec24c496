import { z } from 'zod'

export type RescoreState = 'waiting' | 'running' | 'done' | 'failed' | 'stopped'

/** Body of `PATCH /api/v1/settings/rescore/{id}`. */
export const RescorePatch = z.strictObject({ state: z.enum(['waiting', 'stopped']) })
export type RescorePatch = z.infer<typeof RescorePatch>

/** A run that scores a site's comments again, as Settings shows it. */
export interface RescoreResource {
  id: string
  state: RescoreState
  isStopping: boolean
  total: number
  done: number
  /** Comments whose suggestions changed. */
  changed: number
  startedBy: string
  refusal: string | null
  createdAt: string
  finishedAt: string | null
}
