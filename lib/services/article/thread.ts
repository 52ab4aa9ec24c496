import { z } from 'zod'
import type { ArticleThreadEntry, ArticleThreadPage } from '../../contracts/article-thread'
import { parseInput } from '../../contracts/parse'
import { countBelow, isOfArticle, listThreadEntries, walkThread, type ThreadStep } from '../../db/article/article-thread'
import type { Db } from '../../db/connection'
import { readArticleCounts } from '../../db/stats/stat-article'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { readFresh } from './fresh'
import { findTitle } from './title'

const PAGE_SIZE = 200
/** Replies are counted no further. */
const MOST_COUNTED = 1000

const ThreadQuery = z.object({ cursor: z.uuid('is not a cursor of this thread').optional() })

/**
 * The whole discussion in reading order, 200 comments a page, flat with depths. The cursor is the last comment's id:
 * what arrives between two pages moves nothing across their border. A page costs the same, however long the discussion is.
 *
 * @throws DomainError forbidden; not_found when the site has no such article; invalid_input for a foreign cursor
 */
export async function listArticleThread(ctx: Context, articleId: string, input: { cursor?: string } = {}): Promise<ArticleThreadPage> {
  authorize(ctx.actor, 'read')
  const { cursor } = parseInput(ThreadQuery, input)
  const { siteId } = ctx.actor
  if ((await findTitle(ctx, articleId)) === null) throw new DomainError('not_found', 'There is no article with this id on this site.')
  if (cursor !== undefined && !(await isOfArticle(ctx.db, siteId, articleId, cursor)))
    throw new DomainError('invalid_input', 'cursor is not a cursor of this thread')
  return readFresh(ctx.db, async (db) => {
    const [counts, steps] = await Promise.all([
      readArticleCounts(db, siteId, articleId),
      walkThread(db, siteId, articleId, cursor ?? null, PAGE_SIZE + 1),
    ])
    const [page, next] = [steps.slice(0, PAGE_SIZE), steps[PAGE_SIZE]]
    return {
      entries: await readEntries(db, siteId, page, next),
      total: counts.comments + counts.removed,
      nextCursor: next === undefined ? null : (page.at(-1)?.id ?? null),
    }
  })
}

async function readEntries(
  db: Db,
  siteId: string,
  page: readonly ThreadStep[],
  next: ThreadStep | undefined,
): Promise<ArticleThreadEntry[]> {
  const { within, open } = countReplies(page, next)
  const [rows, below] = await Promise.all([
    listThreadEntries(
      db,
      siteId,
      page.map(({ id }) => id),
    ),
    countBelow(db, siteId, open, MOST_COUNTED + 1),
  ])
  const entries = new Map(rows.map((entry) => [entry.id, entry]))
  return page.flatMap(({ id, depth }, index) => {
    const entry = entries.get(id)
    const replies = below.get(id) ?? within[index] ?? 0
    return entry ? [{ ...entry, depth, replies: Math.min(replies, MOST_COUNTED), hasMoreReplies: replies > MOST_COUNTED }] : []
  })
}

/** In reading order the replies of a comment are the run of deeper ones after it; `open` are those whose run goes on after the page. */
function countReplies(page: readonly ThreadStep[], next: ThreadStep | undefined): { within: number[]; open: string[] } {
  const within = page.map(() => 0)
  const above: number[] = []
  const close = (depth: number, end: number) => {
    for (let last = above.at(-1); last !== undefined && (page[last]?.depth ?? 0) >= depth; last = above.at(-1)) {
      within[last] = end - last - 1
      above.pop()
    }
  }
  page.forEach(({ depth }, index) => {
    close(depth, index)
    above.push(index)
  })
  close(next?.depth ?? 0, page.length)
  return { within, open: above.flatMap((index) => page[index]?.id ?? []) }
}
