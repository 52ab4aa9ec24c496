import { z } from 'zod'
import { AUDIT_KINDS } from '../domain/audit'
import type { Stop } from '../domain/rules/stop'
import { Day } from './text'

/** What narrows the list of changes down, as its address says it. */
export const AuditQuery = z.object({
  /** A person's id. */
  by: z.uuid().optional(),
  kind: z.enum(AUDIT_KINDS).optional(),
  /** The first and the day after the last day, in UTC. */
  from: Day.optional(),
  to: Day.optional(),
  /** The id of the change that the page goes on after. */
  before: z.uuid().optional(),
})
export type AuditQuery = z.infer<typeof AuditQuery>

/** One change, as Settings lists it. */
export interface AuditEntry {
  id: string
  actorName: string
  /** What was done: one of AUDIT_ACTS, or an act of another version as it is stored. */
  act: string
  subjectName: string
  /** Of `rule.stop`: the figures that stopped it. */
  stop: Stop | null
  at: string
}
