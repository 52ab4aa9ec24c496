import { getDb } from '@/lib/db/connection'
import { putLookSetting } from '@/lib/db/second-look/draw'

/** Has all of a site's decisions looked at again, from its first on, or another share of them. People may set no more than half. */
export async function wantLooks(site: { id: string }, share = 1): Promise<void> {
  await putLookSetting(getDb(), site.id, { share, position: 0 })
}

/** The looks of a site, as they are stored. */
export async function listLooks(site: { id: string }) {
  return getDb().query<{ id: string; comment_id: string; decision_id: string; verdict: string; second: string | null }>(
    'SELECT id, comment_id, decision_id, verdict, second FROM second_look WHERE site_id = $1 ORDER BY decided_at, decision_id',
    [site.id],
  )
}
