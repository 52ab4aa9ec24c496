import type { HourPoint } from '../../contracts/article-page'
import type { Derailment } from '../../contracts/derailment'
import type { DriftMap, DriftNode } from '../../contracts/drift-map'
import { listThreadEntries } from '../../db/article-thread'
import { findDerailment, type Derailment as Finding } from '../../domain/derailment'
import type { Context } from '../context'
import { readDriftMap } from './drift'
import { excerptOf } from './excerpt'

const HOUR = 3_600_000
/** How much of a long discussion the map shows from where it turned. */
const SHOWN_HOURS = 6
/** How much of the comment that began it is shown, in characters. */
const EXCERPT = 280

/**
 * Where a discussion left its base line: from its comments while the map holds them all, else from its hours, with the comments of
 * the hour in which it turned read for the one that began it. Null when it did not.
 *
 * @param hours as on the article's page, oldest first
 * @throws DomainError forbidden; not_found when the site has no article with this id
 */
export async function readDerailment(
  ctx: Context,
  articleId: string,
  hours: readonly HourPoint[],
  map: DriftMap,
): Promise<Derailment | null> {
  if (map.isWhole) {
    const finding = findDerailment(map.nodes.map((node) => ({ comments: 1, strayed: hasStrayed(node) ? 1 : 0 })))
    const stretch = finding && map.nodes.slice(finding.began, finding.last + 1)
    const first = stretch?.[0]
    if (!finding || !stretch || !first) return null
    const isOver = finding.last < map.nodes.length - 1
    return {
      ...describe(finding),
      comment: await readComment(ctx, first, map.nodes),
      at: first.at,
      window: null,
      endedAt: isOver ? (stretch.at(-1)?.at ?? null) : null,
      offTopicWithin: stretch.filter((node) => node.isStrayed).length / stretch.length,
      uncivilWithin: stretch.filter((node) => node.isHeated).length / stretch.length,
    }
  }
  const finding = findDerailment(hours.map((hour) => ({ comments: hour.comments, strayed: countStrayed(hour) })))
  const stretch = finding && hours.slice(finding.began, finding.last + 1)
  const hour = stretch?.[0]
  if (!finding || !stretch || !hour) return null
  const to = new Date(Date.parse(hour.at) + HOUR).toISOString()
  const { nodes } = await readDriftMap(ctx, articleId, { from: hour.at, to })
  const first = nodes.find(hasStrayed)
  const comments = stretch.reduce((sum, one) => sum + one.comments, 0)
  return {
    ...describe(finding),
    comment: first ? await readComment(ctx, first, nodes) : null,
    at: first?.at ?? hour.at,
    // From the same hour on, so that the map cuts its threads where they are cut here.
    window: { from: hour.at, to: new Date(Date.parse(hour.at) + SHOWN_HOURS * HOUR).toISOString() },
    endedAt: finding.last < hours.length - 1 ? (stretch.at(-1)?.at ?? null) : null,
    offTopicWithin: stretch.reduce((sum, one) => sum + one.strayed, 0) / comments,
    uncivilWithin: stretch.reduce((sum, one) => sum + one.heated, 0) / comments,
  }
}

function hasStrayed(node: DriftNode): boolean {
  return node.isStrayed || node.isHeated
}

/** How many of an hour strayed in either way; the roll-up knows both, not how many are both, so chance is assumed. */
function countStrayed({ comments, strayed, heated }: HourPoint): number {
  return comments === 0 ? 0 : Math.min(comments, Math.round(strayed + heated - (strayed * heated) / comments))
}

function describe({ comments, shareBefore, shareWithin }: Finding): Pick<Derailment, 'comments' | 'shareBefore' | 'shareWithin'> {
  return { comments, shareBefore, shareWithin }
}

async function readComment(ctx: Context, node: DriftNode, nodes: readonly DriftNode[]): Promise<Derailment['comment']> {
  const [entry] = await listThreadEntries(ctx.db, ctx.actor.siteId, [node.id])
  const byId = new Map(nodes.map((one) => [one.id, one]))
  let top = node
  for (let above = top; ;) {
    const parent = above.parentId === null ? undefined : byId.get(above.parentId)
    if (!parent) break
    top = above = parent
  }
  return { id: node.id, threadId: top.id, commenterName: node.commenterName, excerpt: excerptOf(entry?.body.trim() ?? '', EXCERPT) }
}
