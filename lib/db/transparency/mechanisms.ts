import type { RuleOutcome } from '../../domain/rules/rule'
import type { Db } from '../connection'

/** What of a site works without a person, as it is set up now, besides its policy. */
export interface SetUp {
  name: string
  policy: unknown
  hasWords: boolean
  hasHeldWords: boolean
  hasJudgement: boolean
  hasRemoteScorers: boolean
  /** What rules of the newsroom's own do that are on. */
  rules: RuleOutcome[]
}

const SET_UP = `
  SELECT s.name, s.policy, EXISTS (SELECT FROM watched_word WHERE site_id = $1 AND kind IS NOT NULL) AS "hasWords",
    EXISTS (SELECT FROM watched_word WHERE site_id = $1 AND is_held) AS "hasHeldWords",
    EXISTS (SELECT FROM judgement WHERE site_id = $1 AND state = 'live') AS "hasJudgement",
    EXISTS (SELECT FROM remote_scorer WHERE site_id = $1 AND paused_at IS NULL) AS "hasRemoteScorers",
    ARRAY(SELECT DISTINCT CASE WHEN stopped IS NULL THEN outcome ELSE 'hold' END::text FROM rule WHERE site_id = $1 AND is_on) AS rules
  FROM site s WHERE s.id = $1`

export async function findSetUp(db: Db, siteId: string): Promise<SetUp | null> {
  const [row] = await db.query<SetUp>(SET_UP, [siteId])
  return row ?? null
}
