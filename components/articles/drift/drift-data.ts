import type { HourPoint } from '@/lib/contracts/article-page'
import type { DriftMap, DriftNode as MapNode } from '@/lib/contracts/drift-map'
import { toneOf, type DriftMark, type DriftNode, type DriftTone } from '@/lib/domain/drift/marks'

/** What a person marked or a machine suggests: uncivil before off-topic, so that a comment has one figure. */
function toneOfNode(node: Pick<MapNode, 'isHeated' | 'isUncivil' | 'isStrayed' | 'isOffTopic'>): DriftTone {
  if (node.isHeated || node.isUncivil) return 'uncivil'
  return node.isStrayed || node.isOffTopic ? 'off_topic' : 'calm'
}

/** A comment of the answer as the map's rules know it. */
function toDriftNode(node: MapNode): DriftNode {
  return { id: node.id, parentId: node.parentId, at: Date.parse(node.at), drift: node.offTopic, tone: toneOfNode(node) }
}

/** Comments that all came within this time have no times of their own: an import gave them its own. */
const ONE_MOMENT_MS = 60_000

/** The comments as the rules know them; where they all have one time, their order stands for it, a moment apart. */
export function toDriftNodes(nodes: readonly MapNode[]): DriftNode[] {
  const known = nodes.map(toDriftNode)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || last.at - first.at >= ONE_MOMENT_MS) return known
  return known.map((node, place) => ({ ...node, at: first.at + place }))
}

/** The part of the map that is asked for. */
export interface DriftView {
  from: number | null
  to: number | null
  /** The comment at the top of a thread, or null for all. */
  thread: string | null
}

export const WHOLE_VIEW: DriftView = { from: null, to: null, thread: null }

/** The top of each comment's thread, by id, as far as the nodes reach. */
export function findThreads(nodes: readonly MapNode[]): Map<string, string> {
  const tops = new Map<string, string>()
  for (const { id, parentId } of nodes) tops.set(id, parentId === null ? id : (tops.get(parentId) ?? parentId))
  return tops
}

/** The comments of the answer that the view shows, in the order of time. */
export function listShown(nodes: readonly MapNode[], view: DriftView, tops: ReadonlyMap<string, string>): MapNode[] {
  return nodes.filter((node) => {
    const at = Date.parse(node.at)
    if (view.from !== null && at < view.from) return false
    if (view.to !== null && at > view.to) return false
    return view.thread === null || tops.get(node.id) === view.thread
  })
}

const MOST_COLUMNS = 48
const HOUR = 3_600_000
/** Where the overview draws what strayed; the rest lies at its mean distance, above that. */
const STRAYED_AT = 0.8
const [NEAR, FAR] = [0.08, 0.5]

/**
 * Marks of a discussion that is too long for single comments, from its hours: two for each stretch of time, one for what
 * kept to the article and one for what strayed. Stretches hold about as many comments each.
 */
export function drawOverview(hours: readonly HourPoint[]): DriftMark[] {
  const total = hours.reduce((sum, hour) => sum + hour.comments, 0)
  const full = Math.max(1, total / MOST_COLUMNS)
  const columns: HourPoint[][] = []
  let held = Infinity
  for (const hour of hours) {
    if (held >= full) {
      columns.push([])
      held = 0
    }
    columns.at(-1)?.push(hour)
    held += hour.comments
  }
  return columns.flatMap(drawColumn)
}

function drawColumn(hours: readonly HourPoint[]): DriftMark[] {
  const [first, last] = [hours[0], hours.at(-1)]
  if (!first || !last) return []
  const add = (pick: (hour: HourPoint) => number) => hours.reduce((sum, hour) => sum + pick(hour), 0)
  const comments = add((hour) => hour.comments)
  const strayed = Math.min(
    comments,
    add((hour) => hour.strayed),
  )
  const heated = Math.min(1, add((hour) => hour.heated) / comments)
  const mean = add((hour) => (hour.offTopic ?? 0) * hour.comments) / comments
  const kept = comments - strayed
  const [from, to] = [Date.parse(first.at), Date.parse(last.at) + HOUR - 1]
  const nearness = kept === 0 ? FAR : Math.min(FAR, Math.max(NEAR, (mean * comments - STRAYED_AT * strayed) / kept))
  const part = (key: string, size: number, drift: number, offTopic: number): DriftMark[] => {
    if (size === 0) return []
    const uncivil = Math.round(heated * size)
    const tone = offTopic > 0 && toneOf(size, 0, uncivil) === 'calm' ? 'off_topic' : toneOf(size, 0, uncivil)
    return [
      {
        key: `${first.at}/${key}`,
        parentKey: null,
        commentId: '',
        threadId: null,
        at: (from + to) / 2,
        from,
        to,
        drift,
        tone,
        comments: size,
        offTopic,
        uncivil,
      },
    ]
  }
  return [...part('kept', kept, nearness, 0), ...part('strayed', strayed, STRAYED_AT, strayed)]
}

/** Threads by how much of them strayed or heated up, the most first. */
export interface DriftingThread {
  id: string
  commenterName: string | null
  comments: number
  offTopic: number
  uncivil: number
}

/** The threads that left the article or heated up the most: three comments that did so, at least. */
export function listDriftingThreads(map: Pick<DriftMap, 'nodes'>, tops: ReadonlyMap<string, string>, most: number): DriftingThread[] {
  const threads = new Map<string, DriftingThread>()
  for (const node of map.nodes) {
    const id = tops.get(node.id) ?? node.id
    const thread = threads.get(id) ?? { id, commenterName: null, comments: 0, offTopic: 0, uncivil: 0 }
    const tone = toneOfNode(node)
    threads.set(id, {
      ...thread,
      commenterName: node.id === id ? node.commenterName : thread.commenterName,
      comments: thread.comments + 1,
      offTopic: thread.offTopic + (tone === 'off_topic' ? 1 : 0),
      uncivil: thread.uncivil + (tone === 'uncivil' ? 1 : 0),
    })
  }
  const weight = (thread: DriftingThread) => thread.offTopic + thread.uncivil
  return [...threads.values()]
    .filter((thread) => weight(thread) >= 3)
    .sort((a, b) => weight(b) - weight(a) || b.comments - a.comments)
    .slice(0, most)
}
