import { lockDiscussedArticles, type DiscussedArticle } from '../../db/article/article'
import { listStoredComments, type StoredComment } from '../../db/comment/comment-stored'
import { listMovableTrees } from '../../db/comment/comment-tree'
import { listCommenters, type CommenterRow } from '../../db/commenter'
import type { Db } from '../../db/connection'
import { listTombstones, type Tombstone } from '../../db/comment/tombstone'
import { listErasedAt } from '../../db/erasure/erasure'
import { hashAuthor } from '../erasure/author-hash'
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
  commenters: Map<string, CommenterRow>
  /** Until when those who were erased are; all others are not named. */
  erasedAt: Map<string, Date>
}

/**
 * Locks the discussions that a request's comments belong to and reads set-wise everything they touch: six statements in
 * one round trip, however many comments there are, and seldom a sixth and seventh.
 */
export async function loadBatch(db: Db, siteId: string, sent: readonly SentComment[]): Promise<Loaded> {
  const arrivals = new Map(sent.map(({ externalId, articleExternalId }) => [externalId, { externalId, articleExternalId }]))
  const keys = [...arrivals.keys()]
  const authors = unique(sent.flatMap((item) => item.author?.externalId ?? []))
  const [articleRows, storedRows, nodes, tombstones, commenters, erasedAt] = await Promise.all([
    // First: what the others read must not change until this transaction ends.
    lockDiscussedArticles(db, siteId, unique(sent.map((item) => item.articleExternalId))),
    listStoredComments(db, siteId, unique([...keys, ...sent.flatMap((item) => item.parentExternalId ?? [])])),
    listMovableTrees(db, siteId, [...arrivals.values()], []),
    listTombstones(db, siteId, keys),
    listCommenters(db, siteId, authors),
    loadErased(db, siteId, authors),
  ])
  const stored = byExternalId(storedRows)
  const trees = gatherTrees([...nodes, ...(await loadStandingTops(db, siteId, sent, stored))])
  await loadParents(db, siteId, sent, stored)
  return {
    articles: byExternalId(articleRows),
    stored,
    trees,
    tombstones: byExternalId(tombstones),
    commenters: byExternalId(commenters),
    erasedAt,
  }
}

async function loadErased(db: Db, siteId: string, authors: readonly string[]): Promise<Map<string, Date>> {
  if (authors.length === 0) return new Map()
  const times = await listErasedAt(
    db,
    siteId,
    authors.map((author) => hashAuthor(siteId, author)),
  )
  return new Map(authors.flatMap((author, at) => (times[at] ? [[author, times[at]] as const] : [])))
}

type TreeNode = Awaited<ReturnType<typeof listMovableTrees>>[number]

/** The trees of stored comments that named no parent, and do now. */
async function loadStandingTops(db: Db, siteId: string, sent: readonly SentComment[], stored: Loaded['stored']): Promise<TreeNode[]> {
  const tops = sent.flatMap(({ externalId, parentExternalId }) => {
    const comment = stored.get(externalId)
    return comment?.parentExternalId === null && parentExternalId !== null ? [comment.id] : []
  })
  return tops.length > 0 ? listMovableTrees(db, siteId, [], unique(tops)) : []
}

/** An edit seldom repeats whom it replies to, and the parent's text is needed to score it. */
async function loadParents(db: Db, siteId: string, sent: readonly SentComment[], stored: Loaded['stored']): Promise<void> {
  const replies = sent.map((item) => stored.get(item.externalId)).filter((comment) => comment !== undefined && comment.parentId !== null)
  const missing = unique(replies.flatMap((comment) => comment?.parentExternalId ?? [])).filter((key) => !stored.has(key))
  if (missing.length === 0) return
  for (const [key, comment] of byExternalId(await listStoredComments(db, siteId, missing))) stored.set(key, comment)
}

function gatherTrees(nodes: readonly TreeNode[]): MovableTree[] {
  const trees = new Map<string, MovableTree>()
  for (const { topId, id, externalId, depth, awaitedExternalId } of nodes) {
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
