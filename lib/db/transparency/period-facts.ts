import type { Db } from '../connection'
import { readSnapshot } from '../stats/stat-article'
import { countLooks, readAppealFacts, type AppealFacts } from './appeals'
import { readCommentFacts, type Bounds, type CommentFacts } from './comments'
import { listDecisionGroups, type DecisionGroup } from './decisions'
import { readReportFacts, type ReportFacts } from './reports'

/** All that a period's figures are made of. */
export interface PeriodFacts {
  comments: CommentFacts
  decisions: DecisionGroup[]
  reports: ReportFacts
  appeals: AppealFacts
  looks: { total: number; agreed: number }
}

// Remembering what was looked up is dearer than looking it up, for it is asked for once. A year of a large site sorts half a million waits.
const CAREFUL = `SET LOCAL enable_seqscan = off; SET LOCAL enable_memoize = off; SET LOCAL work_mem = '64MB'`
// Comments are walked in their order from the period's first to its last; a bitmap would be made of all that the site has.
const IN_ORDER = (isOn: boolean) => `SET LOCAL enable_bitmapscan = ${isOn ? 'off' : 'on'}`

/**
 * The facts of a period, all of one state of the database. No table is read from end to end: comments by the time they were written,
 * decisions by article. Statements have no names, so that they are planned as that demands.
 */
export async function readPeriodFacts(db: Db, siteId: string, bounds: Bounds): Promise<PeriodFacts> {
  return readSnapshot(db, async (one) => {
    const [, , comments, , decisions, reports, appeals, looks] = await Promise.all([
      one.query(CAREFUL),
      one.query(IN_ORDER(true)),
      readCommentFacts(one, siteId, bounds),
      one.query(IN_ORDER(false)),
      listDecisionGroups(one, siteId, bounds),
      readReportFacts(one, siteId, bounds),
      readAppealFacts(one, siteId, bounds),
      countLooks(one, siteId, bounds),
    ])
    return { comments, decisions, reports, appeals, looks }
  })
}
