import type { Db } from '../connection'

/** Medians of the figures of a section's articles; null where nobody has any. */
export interface SectionMedians {
  articles: number
  comments: number | null
  voices: number | null
  waiting: number | null
  offTopic: number | null
  uncivil: number | null
  civility: number | null
  medianWait: number | null
  p90Wait: number | null
}

const median = (column: string, known = 'true') => `percentile_cont(0.5) WITHIN GROUP (ORDER BY t.${column}) FILTER (WHERE ${known})`

// The newest articles of the section along its index, so that a section of ten thousand costs no more than one of a hundred.
const medians = (section: string) => `
  SELECT count(*)::int AS articles, ${median('comments')} AS comments, ${median('voices')} AS voices, ${median('waiting')} AS waiting,
    ${median('off_topic', 't.off_topic >= 0')} AS "offTopic", ${median('uncivil', 't.uncivil >= 0')} AS uncivil, ${median('civility')} AS civility,
    ${median('median_wait', 't.median_wait >= 0')} AS "medianWait", ${median('p90_wait', 't.p90_wait >= 0')} AS "p90Wait"
  FROM (
    SELECT id FROM article WHERE site_id = $1 AND ${section} ORDER BY created_at DESC, id DESC LIMIT $3
  ) a CROSS JOIN LATERAL (SELECT * FROM article_standing WHERE site_id = $1 AND article_id = a.id LIMIT 1) t
  WHERE t.comments > 0`

const OF_SECTION = medians('section = $2')
const OF_NONE = medians('section IS NULL AND $2::text IS NULL')

/** The usual figures of a section: medians over its newest articles that have comments. A null section is that of articles without one. */
export async function readSectionMedians(db: Db, siteId: string, section: string | null, newest: number): Promise<SectionMedians> {
  const [row] = await db.query<SectionMedians>(section === null ? OF_NONE : OF_SECTION, [siteId, section, newest], 'section-medians')
  if (!row) throw new Error('An aggregate without GROUP BY gave no row')
  return row
}
