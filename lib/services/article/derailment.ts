import type { HourPoint } from '../../contracts/article-page'
import type { Derailment } from '../../contracts/derailment'
import type { DriftMap, DriftNode } from '../../contracts/drift-map'
import { listThreadEntries } from '../../db/article/article-thread'
import { findDerailment, type TalkStretch } from '../../domain/derailment'
import { FAR, findDriftingOff } from '../../domain/drifting-off'
import type { Context } from '../context'
import { readDriftMap } from './drift'
import { excerptOf } from './excerpt'

const HOUR = 3_600_000
/** How much of a long discussion the map shows from where it turned. */
const SHOWN_HOURS = 6
/** How much of the comment that began it is shown, in characters. */
const EXCERPT = 280

/** Where the talk turned, in places of what was looked at. */
interface Turn extends Pick<Derailment, 'comments' | 'shareBefore' | 'shareWithin' | 'distances'> {
  began: number
  last: number
}

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
  return map.isWhole ? readAmongComments(ctx, map.nodes) : readAmongHours(ctx, articleId, hours)
}

async function readAmongComments(ctx: Context, nodes: readonly DriftNode[]): Promise<Derailment | null> {
  const turn = findTurn(
    nodes.map((node) => ({ comments: node.status === 'removed' ? 0 : 1, strayed: hasStrayed(node) ? 1 : 0 })),
    nodes.map(distanceThatCounts),
  )
  if (!turn) return null
  const { began, last, ...figures } = turn
  const stretch = nodes.slice(began, last + 1)
  const first = stretch.find(beganIt(turn))
  return {
    ...figures,
    comment: first ? await readComment(ctx, first, nodes) : null,
    at: first?.at ?? stretch[0]?.at ?? '',
    window: null,
    endedAt: last < nodes.length - 1 ? (stretch.at(-1)?.at ?? null) : null,
    offTopicWithin: stretch.filter((node) => node.isStrayed).length / figures.comments,
    uncivilWithin: stretch.filter((node) => node.isHeated).length / figures.comments,
  }
}

async function readAmongHours(ctx: Context, articleId: string, hours: readonly HourPoint[]): Promise<Derailment | null> {
  const turn = findTurn(
    hours.map((hour) => ({ comments: hour.comments, strayed: countStrayed(hour) })),
    hours.map(({ offTopic }) => offTopic),
  )
  const hour = turn && hours[turn.began]
  if (!turn || !hour) return null
  const { began, last, ...figures } = turn
  const stretch = hours.slice(began, last + 1)
  const to = new Date(Date.parse(hour.at) + HOUR).toISOString()
  const { nodes } = await readDriftMap(ctx, articleId, { from: hour.at, to })
  const first = nodes.find(beganIt(turn))
  return {
    ...figures,
    comment: first ? await readComment(ctx, first, nodes) : null,
    at: first?.at ?? hour.at,
    // From the same hour on, so that the map cuts its threads where they are cut here.
    window: { from: hour.at, to: new Date(Date.parse(hour.at) + SHOWN_HOURS * HOUR).toISOString() },
    endedAt: last < hours.length - 1 ? (stretch.at(-1)?.at ?? null) : null,
    offTopicWithin: stretch.reduce((sum, one) => sum + one.strayed, 0) / figures.comments,
    uncivilWithin: stretch.reduce((sum, one) => sum + one.heated, 0) / figures.comments,
  }
}

/** Whichever there is more evidence of: that more comments strayed, or that comments moved away from the article as a whole. */
function findTurn(stretches: readonly TalkStretch[], distances: readonly (number | null)[]): Turn | null {
  const derailed = findDerailment(stretches)
  const drifted = findDriftingOff(distances)
  const found = derailed && drifted ? (drifted.evidence > derailed.evidence ? drifted : derailed) : (derailed ?? drifted)
  if (!found) return null
  const { began, last } = found
  return {
    began,
    last,
    comments: addUp(stretches, began, last + 1).comments,
    shareBefore: shareOf(stretches, 0, began),
    shareWithin: shareOf(stretches, began, last + 1),
    distances: found === drifted ? { before: drifted.before, within: drifted.within } : null,
  }
}

function addUp(stretches: readonly TalkStretch[], from: number, to: number): TalkStretch {
  return stretches
    .slice(from, to)
    .reduce((sum, one) => ({ comments: sum.comments + one.comments, strayed: sum.strayed + one.strayed }), { comments: 0, strayed: 0 })
}

function shareOf(stretches: readonly TalkStretch[], from: number, to: number): number {
  const { comments, strayed } = addUp(stretches, from, to)
  return comments === 0 ? 0 : strayed / comments
}

/** Whether a comment may have begun it: one that strayed, or one that is far from the article. */
function beganIt({ distances }: Turn): (node: DriftNode) => boolean {
  return distances === null ? hasStrayed : (node) => (distanceThatCounts(node) ?? 0) >= FAR
}

function hasStrayed(node: DriftNode): boolean {
  return node.status !== 'removed' && (node.isStrayed || node.isHeated)
}

/** A person has the last word: what was marked is off the topic, and what was approved is not, however far its words are. */
function distanceThatCounts({ status, isOffTopic, offTopic }: DriftNode): number | null {
  if (status === 'removed') return null
  if (isOffTopic) return 1
  return status === 'approved' && offTopic !== null && offTopic >= FAR ? null : offTopic
}

/** How many of an hour strayed in either way; the roll-up knows both, not how many are both, so chance is assumed. */
function countStrayed({ comments, strayed, heated }: HourPoint): number {
  return comments === 0 ? 0 : Math.min(comments, Math.round(strayed + heated - (strayed * heated) / comments))
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
