import { orderForReading } from '../reading-order'
import { stretchTime } from './time-scale'

/** Hours with comments that the overview of a long discussion holds: a month. */
export const MAX_DRIFT_HOURS = 750

/** What the talk was like: `uncivil` before `off_topic`, as everywhere where a comment counts once. */
export type DriftTone = 'calm' | 'off_topic' | 'uncivil'

/** What the drift map needs of a comment. */
export interface DriftNode {
  id: string
  parentId: string | null
  /** Instant in ms. */
  at: number
  /** Distance from the article, 0 close to 1 far; null when nothing was measured. */
  drift: number | null
  tone: DriftTone
}

/** One figure on the map: a comment, or several folded into one. */
export interface DriftMark {
  /** Unique on the map. */
  key: string
  /** The mark it answers; null at the top, and where comments of several threads are folded together. */
  parentKey: string | null
  /** The comment it opens: itself, or the first that was folded. */
  commentId: string
  /** The top of the thread it belongs to; null where several are folded together. */
  threadId: string | null
  /** From the first comment to the last, ms; `at` is where it is drawn. */
  at: number
  from: number
  to: number
  /** 0 close to 1 far from the article; the mean of those folded. */
  drift: number
  tone: DriftTone
  comments: number
  offTopic: number
  uncivil: number
}

/** How the marks came about: every comment its own; replies below a depth folded; or counted by time and distance. */
export type DriftGrain = 'comments' | 'threads' | 'cells'

/** Without a measure a comment is drawn near its parent, and a top-level one here. */
const UNKNOWN_DRIFT = 0.25
/** A person's mark outweighs the machine's number. */
const MARKED_DRIFT = 0.72

/** Bands of distance into which cells are counted. */
export const DRIFT_BANDS = 5

/**
 * The marks for a discussion, at most `most` of them: every comment while they fit; else replies below the greatest depth
 * that fits are folded into the comment they hang under, by tone; else (many top-level comments) all are counted by time
 * and distance from the article. Linear but for sorting.
 *
 * @param most 60 or more, so that cells always fit
 */
export function drawMarks(nodes: readonly DriftNode[], most: number): { grain: DriftGrain; marks: DriftMark[] } {
  const placed = placeInTrees(nodes)
  if (placed.length <= most) return { grain: 'comments', marks: placed.map((node) => markOf(node)) }
  for (const depth of listDepths(placed, most)) {
    const marks = foldBelow(placed, depth, (node) => node.tone)
    if (marks.length <= most) return { grain: 'threads', marks }
  }
  const marks = placed.filter(({ depth }) => depth === 0).length < most ? foldBelow(placed, 0, () => 'all') : null
  if (marks && marks.length <= most) return { grain: 'threads', marks }
  return { grain: 'cells', marks: countCells(placed, Math.floor(most / DRIFT_BANDS)) }
}

interface PlacedNode {
  id: string
  parent: PlacedNode | null
  at: number
  drift: number
  tone: DriftTone
  depth: number
  /** The top of its thread. */
  threadId: string
}

/** Depth, thread and a settled distance for each, in time order. */
function placeInTrees(nodes: readonly DriftNode[]): PlacedNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const done = new Map<string, PlacedNode>()
  for (const { id, depth } of orderForReading(nodes)) {
    const node = byId.get(id)
    if (!node) continue
    const { at, tone } = node
    const parent = (node.parentId === null ? undefined : done.get(node.parentId)) ?? null
    const measured = node.drift ?? parent?.drift ?? UNKNOWN_DRIFT
    const drift = tone === 'off_topic' ? Math.max(measured, MARKED_DRIFT) : measured
    done.set(id, { id, parent, at, drift, tone, depth, threadId: parent?.threadId ?? id })
  }
  return [...done.values()].sort((a, b) => a.at - b.at)
}

/** Below this depth all is folded as soon as anything is. */
const MOST_DEPTH = 12

/** The depths at which it is worth folding, the deepest first: where the comments that stay are few enough already. */
function listDepths(nodes: readonly PlacedNode[], most: number): number[] {
  const atDepth = Array.from({ length: MOST_DEPTH }, () => 0)
  for (const { depth } of nodes) if (depth < MOST_DEPTH) atDepth[depth] = (atDepth[depth] ?? 0) + 1
  let staying = 0
  const depths = atDepth.flatMap((comments, depth) => ((staying += comments) < most && comments > 0 ? [depth] : []))
  return depths.reverse()
}

function markOf(node: PlacedNode): DriftMark {
  const { id, parent, at, drift, tone, threadId } = node
  return {
    key: id,
    parentKey: parent?.id ?? null,
    commentId: id,
    threadId,
    at,
    from: at,
    to: at,
    drift,
    tone,
    comments: 1,
    offTopic: tone === 'off_topic' ? 1 : 0,
    uncivil: tone === 'uncivil' ? 1 : 0,
  }
}

/** Comments down to `depth` stay; those below are folded under their ancestor there, kind by kind. */
function foldBelow(nodes: readonly PlacedNode[], depth: number, kindOf: (node: PlacedNode) => string): DriftMark[] {
  const marks: DriftMark[] = []
  const folds = new Map<string, PlacedNode[]>()
  for (const node of nodes) {
    if (node.depth <= depth) marks.push(markOf(node))
    else collect(folds, `${ancestorAt(node, depth).id}/${kindOf(node)}`, node)
  }
  for (const [key, folded] of folds) marks.push(foldOf(key, key.slice(0, key.lastIndexOf('/')), folded))
  return marks
}

function ancestorAt(node: PlacedNode, depth: number): PlacedNode {
  let above = node
  while (above.depth > depth && above.parent) above = above.parent
  return above
}

/** By time and distance, so that the number of marks does not grow with the number of comments. */
function countCells(nodes: readonly PlacedNode[], columns: number): DriftMark[] {
  const { placeOf } = stretchTime(nodes.map((node) => node.at))
  const cells = new Map<string, PlacedNode[]>()
  for (const node of nodes) {
    const column = Math.min(columns - 1, Math.floor(placeOf(node.at) * columns))
    const band = Math.min(DRIFT_BANDS - 1, Math.floor(node.drift * DRIFT_BANDS))
    collect(cells, `${column}:${band}`, node)
  }
  return [...cells].map(([key, folded]) => foldOf(key, null, folded))
}

function collect(groups: Map<string, PlacedNode[]>, key: string, node: PlacedNode): void {
  const group = groups.get(key)
  if (group) group.push(node)
  else groups.set(key, [node])
}

/** One mark for several comments, which come in time order and are at least one. */
function foldOf(key: string, parentKey: string | null, nodes: readonly PlacedNode[]): DriftMark {
  const [first, last] = [nodes[0], nodes.at(-1)]
  if (!first || !last) throw new Error('A fold holds at least one comment')
  const offTopic = nodes.filter((node) => node.tone === 'off_topic').length
  const uncivil = nodes.filter((node) => node.tone === 'uncivil').length
  const threads = new Set(nodes.map((node) => node.threadId))
  return {
    key,
    parentKey,
    commentId: first.id,
    threadId: threads.size === 1 ? first.threadId : null,
    at: nodes.reduce((sum, node) => sum + node.at / nodes.length, 0),
    from: first.at,
    to: last.at,
    drift: nodes.reduce((sum, node) => sum + node.drift / nodes.length, 0),
    tone: toneOf(nodes.length, offTopic, uncivil),
    comments: nodes.length,
    offTopic,
    uncivil,
  }
}

/** What a fold is called: after what a third or more of it is. */
export function toneOf(comments: number, offTopic: number, uncivil: number): DriftTone {
  if (uncivil * 3 >= comments) return 'uncivil'
  return offTopic * 3 >= comments ? 'off_topic' : 'calm'
}
