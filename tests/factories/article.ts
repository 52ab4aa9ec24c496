import { uuidv7 } from 'uuidv7'
import { getDb } from '@/lib/db/connection'
import type { ArticleState } from '@/lib/domain/comment'

/** What a test may say of an article; everything else gets a plain value. */
interface ArticleOverrides {
  externalId?: string
  title?: string
  standfirst?: string | null
  body?: string
  author?: string | null
  section?: string | null
  url?: string | null
  language?: string | null
  state?: ArticleState
  publishedAt?: Date | null
  createdAt?: Date
}

export interface MadeArticle {
  id: string
  externalId: string
  title: string
}

const BODY = `The council voted on Tuesday to close the riverside road to cars on Sundays. Cyclists had asked for it for years.

Shopkeepers along the road fear for their trade. The mayor promised to count visitors before and after.`

/** An article straight in the table: fast, and without the rules of the ingest service. */
export async function makeArticle(site: { id: string }, overrides: ArticleOverrides = {}): Promise<MadeArticle> {
  const id = uuidv7()
  const externalId = overrides.externalId ?? `article-${id}`
  const title = overrides.title ?? 'Riverside road closes on Sundays'
  const createdAt = overrides.createdAt ?? new Date()
  await getDb().query(
    `INSERT INTO article (site_id, id, external_id, url, title, standfirst, body, author, section, language, state, published_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13)`,
    [
      site.id,
      id,
      externalId,
      overrides.url ?? null,
      title,
      overrides.standfirst ?? null,
      overrides.body ?? BODY,
      overrides.author ?? null,
      overrides.section ?? null,
      overrides.language ?? null,
      overrides.state ?? 'open',
      overrides.publishedAt ?? null,
      createdAt,
    ],
  )
  return { id, externalId, title }
}
