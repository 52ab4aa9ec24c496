import { lockDiscussedArticles, type DiscussedArticle } from '../../db/article'
import { listStoredComments, type StoredComment } from '../../db/comment-stored'
import { listMovableTrees } from '../../db/comment-tree'
import type { Db } from '../../db/connection'
import { listTombstones, type Tombstone } from '../../db/tombstone'
import type { SentComment } from './parse-items'

/** A stored tree that this request may hang under a parent. */
export interface MovableTree {
  topId: string
  topKey: string
  /** The parent its top waits for; null when the top named none so far. */
  awaitedKey: string | null
  height: number
  /** Every node with its depth below the top. */
  nodes: { id: string; key: string; depth: number }[]
}

/** All that a request touches, by external id. */
export interface Loaded {
  articles: Map<string, DiscussedArticle>
  stored: Map<string, StoredComment>
  trees: MovableTree[]
  /** Deletions that came before their comments. */
  tombstones: Map<string, Tombstone>
}

/**
 * Reads set-wise everything that a request's comments touch, and locks the discussions they belong to: five statements
 * at most, however many comments there are.
 */
export async function loadBatch(db: Db, siteId: string, sent: readonly SentComment[]): Promise<Loaded> {
  const articles = byExternalId(await lockDiscussedArticles(db, siteId, unique(sent.map((item) => item.articleExternalId))))
  const named = unique(
    sent.flatMap((item) => (item.parentExternalId === null ? [item.externalId] : [item.externalId, item.parentExternalId])),
  )
  const stored = byExternalId(await listStoredComments(db, siteId, named))
  const trees = await loadTrees(db, siteId, sent, articles, stored)
  // An edit seldom repeats whom it replies to, and the parent's text is needed to score it.
  const parents = sent.map((item) => stored.get(item.externalId)).filter((comment) => comment !== undefined && comment.parentId !== null)
  const missing = unique(parents.flatMap((comment) => comment?.parentExternalId ?? [])).filter((key) => !stored.has(key))
  if (missing.length > 0) for (const [key, comment] of byExternalId(await listStoredComments(db, siteId, missing))) stored.set(key, comment)
  const arrivals = unique(sent.map((item) => item.externalId)).filter((key) => !stored.has(key))
  const tombstones = arrivals.length > 0 ? byExternalId(await listTombstones(db, siteId, arrivals)) : new Map<string, Tombstone>()
  return { articles, stored, trees, tombstones }
}

async function loadTrees(
  db: Db,
  siteId: string,
  sent: readonly SentComment[],
  articles: Loaded['articles'],
  stored: Loaded['stored'],
): Promise<MovableTree[]> {
  const arrivals = new Map<string, string>()
  const tops = new Set<string>()
  for (const { externalId, articleExternalId, parentExternalId } of sent) {
    const comment = stored.get(externalId)
    const article = articles.get(articleExternalId)
    if (!comment && article && !arrivals.has(externalId)) arrivals.set(externalId, article.id)
    if (comment?.parentExternalId === null && parentExternalId !== null) tops.add(comment.id)
  }
  if (arrivals.size + tops.size === 0) return []
  const parents = [...arrivals].map(([externalId, articleId]) => ({ externalId, articleId }))
  const trees = new Map<string, MovableTree>()
  for (const { topId, id, externalId, depth, awaitedExternalId } of await listMovableTrees(db, siteId, parents, [...tops])) {
    let tree = trees.get(topId)
    if (!tree) trees.set(topId, (tree = { topId, topKey: externalId, awaitedKey: null, height: 0, nodes: [] }))
    if (id === topId) Object.assign(tree, { topKey: externalId, awaitedKey: awaitedExternalId })
    tree.height = Math.max(tree.height, depth)
    tree.nodes.push({ id, key: externalId, depth })
  }
  return [...trees.values()]
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)]
}

function byExternalId<Row extends { externalId: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.externalId, row]))
}
