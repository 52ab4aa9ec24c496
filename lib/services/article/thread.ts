import { z } from 'zod'
import type { ArticleThreadEntry, ArticleThreadPage } from '../../contracts/article-thread'
import { parseInput } from '../../contracts/parse'
import { listThreadEntries, listThreadNodes } from '../../db/article-thread'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { orderForReading, type ThreadPlace } from '../../domain/reading-order'
import type { Context } from '../context'
import { findTitle } from './title'

const PAGE_SIZE = 200

const ThreadQuery = z.object({ cursor: z.uuid('is not a cursor of this thread').optional() })

/**
 * The whole discussion in reading order, 200 comments a page, flat with depths. The cursor is the last comment's id:
 * what arrives between two pages moves nothing across their border.
 *
 * @throws DomainError forbidden; not_found when the site has no such article; invalid_input for a foreign cursor
 */
export async function listArticleThread(ctx: Context, articleId: string, input: { cursor?: string } = {}): Promise<ArticleThreadPage> {
  authorize(ctx.actor, 'read')
  const { cursor } = parseInput(ThreadQuery, input)
  const { siteId } = ctx.actor
  if ((await findTitle(ctx, articleId)) === null) throw new DomainError('not_found', 'There is no article with this id on this site.')
  const places = orderForReading(await listThreadNodes(ctx.db, siteId, articleId))
  const start = findStart(places, cursor)
  const page = places.slice(start, start + PAGE_SIZE)
  return {
    entries: await readEntries(ctx, page),
    total: places.length,
    nextCursor: start + PAGE_SIZE < places.length ? (page.at(-1)?.id ?? null) : null,
  }
}

function findStart(places: ThreadPlace[], cursor: string | undefined): number {
  if (cursor === undefined) return 0
  const index = places.findIndex((place) => place.id === cursor)
  if (index === -1) throw new DomainError('invalid_input', 'cursor is not a cursor of this thread')
  return index + 1
}

async function readEntries(ctx: Context, page: ThreadPlace[]): Promise<ArticleThreadEntry[]> {
  const ids = page.map((place) => place.id)
  const entries = new Map((await listThreadEntries(ctx.db, ctx.actor.siteId, ids)).map((entry) => [entry.id, entry]))
  return page.flatMap(({ id, depth, replies }) => {
    const entry = entries.get(id)
    return entry ? [{ ...entry, depth, replies }] : []
  })
}
