import type { Db } from '../../db/connection'
import { listRecords, type CommenterRecord } from '../../db/commenter-record'
import type { Rule } from '../../domain/rules/rule'
import type { Plan } from '../comment/plan-batch'

/** What became of the earlier comments of each comment's writer, by the comment's external id. */
export type Records = ReadonlyMap<string, CommenterRecord>

export const NO_RECORDS: Records = new Map()

/** Whether any rule wants to know what became of a writer's earlier comments. Nobody is looked up otherwise. */
export const asksForRecords = (rules: readonly Rule[]): boolean => rules.some(({ terms }) => terms.some(({ field }) => field === 'record'))

/** @param commenterIds the writer of each comment that names one, by the comment's external id; an edit seldom repeats it */
export async function readRecords(db: Db, siteId: string, plan: Plan, commenterIds: ReadonlyMap<string, string>): Promise<Records> {
  const drafts = [...plan.drafts.values()]
  const writers = drafts.flatMap(({ externalId, stored }): [string, string][] => {
    const commenterId = commenterIds.get(externalId) ?? stored?.commenterId ?? null
    return commenterId === null ? [] : [[externalId, commenterId]]
  })
  const asked = [...new Set(writers.map(([, commenterId]) => commenterId))]
  const found = await listRecords(
    db,
    siteId,
    asked,
    drafts.map(({ id }) => id),
  )
  return new Map(
    writers.flatMap(([externalId, commenterId]) => {
      const record = found.get(commenterId)
      return record ? [[externalId, record]] : []
    }),
  )
}
