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

/** A year of a large site sorts half a million waits. */
const CAREFUL = 'SET LOCAL enable_seqscan = off'
const ROOMY = `SET LOCAL work_mem = '64MB'`

/**
 * The facts of a period, all of one state of the database. No table is read from end to end: comments by the time they were written,
 * decisions by article. Statements have no names, so that they are planned as that demands.
 */
export async function readPeriodFacts(db: Db, siteId: string, bounds: Bounds): Promise<PeriodFacts> {
  return readSnapshot(db, async (one) => {
    const [, , comments, decisions, reports, appeals, looks] = await Promise.all([
      one.query(CAREFUL),
      one.query(ROOMY),
      readCommentFacts(one, siteId, bounds),
      listDecisionGroups(one, siteId, bounds),
      readReportFacts(one, siteId, bounds),
      readAppealFacts(one, siteId, bounds),
      countLooks(one, siteId, bounds),
    ])
    return { comments, decisions, reports, appeals, looks }
  })
}
