import { getDb } from '@/lib/db/connection'
import type { Context } from '@/lib/services/context'
import { runImport, type ImportRequest } from '@/lib/services/import/run'
import type { TestSite } from '@/tests/factories/site'

async function* bytesOf(content: string | Buffer): AsyncGenerator<Uint8Array> {
  // In small pieces, as a slow upload would come.
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
  await Promise.resolve()
}

/** Imports a file that is in memory. */
export const importText = (
  ctx: Context,
  name: string,
  content: string | Buffer,
  more: Partial<Pick<ImportRequest, 'isDryRun' | 'articleId' | 'format' | 'timeZone' | 'columns'>> = {},
) => runImport(ctx, { name, source: bytesOf(content), isDryRun: false, ...more })

interface ImportedComment {
  externalId: string
  body: string
  parentExternalId: string | null
  isAttached: boolean
  commenterId: string | null
  postedAt: Date | null
}

/** The comments of a site in the order in which the thread shows them: by arrival, then by id. */
export const listImported = (site: TestSite) =>
  getDb().query<ImportedComment>(
    `SELECT c.external_id AS "externalId", c.body, c.parent_external_id AS "parentExternalId", c.parent_id IS NOT NULL AS "isAttached",
       c.commenter_id AS "commenterId", c.posted_at AS "postedAt"
     FROM comment c WHERE c.site_id = $1 ORDER BY c.received_at, c.id`,
    [site.id],
  )

/** How many articles and comments a site has. */
export const countImported = async (site: TestSite) => {
  const [row] = await getDb().query<{ articles: number; comments: number }>(
    `SELECT (SELECT count(*) FROM article WHERE site_id = $1) AS articles, (SELECT count(*) FROM comment WHERE site_id = $1) AS comments`,
    [site.id],
  )
  return row
}

/** The only article of a site. */
export const findImportedArticle = async (site: TestSite) => {
  const [row] = await getDb().query<{ title: string; author: string; bio: string; credit: string; body: string }>(
    `SELECT title, author, author_bio AS bio, image_credit AS credit, body FROM article WHERE site_id = $1`,
    [site.id],
  )
  return row
}
