import type { Db } from '../../db/connection'
import { readWeights } from '../../db/score/judgement'
import type { Judgement } from '../../scoring/judgement/judgement'
import { unpackJudgement } from '../../scoring/judgement/pack'
import { RecentCache } from '../../scoring/recent-cache'

/** Sites whose judgements are kept in memory: up to some megabytes each. */
const KEPT = 20

const recalled = new RecentCache<{ judgement: Judgement | null | undefined }>(KEPT)

/** A judgement by its id, from memory if it was asked for lately: its weights never change. Null when they are not kept any more. */
export async function recallJudgement(db: Db, siteId: string, id: string): Promise<Judgement | null> {
  const entry = recalled.getOrCompute(`${siteId}\n${id}`, () => ({ judgement: undefined }))
  if (entry.judgement === undefined) {
    const bytes = await readWeights(db, siteId, id)
    entry.judgement = bytes === null ? null : unpackJudgement(bytes)
  }
  return entry.judgement
}
