import { uuidv7 } from 'uuidv7'
import { attachToParents, updateDepths } from '../../db/comment-tree'
import { lockStandings } from '../../db/comment-stored'
import { noteTexts } from '../../db/comment-document'
import { fillFacts, insertComments, replaceTexts, type JudgedText } from '../../db/comment-write'
import { insertCommenters, listCommenters, renameCommenters, type CommenterRow } from '../../db/commenter'
import type { Db } from '../../db/connection'
import { insertRevisions } from '../../db/revision'
import { deleteScores, insertScores } from '../../db/score'
import { deleteTombstones } from '../../db/tombstone'
import type { CommentStatus } from '../../domain/comment'
import { statusAfterEdit, type CommentStanding } from '../../domain/edit'
import { DomainError } from '../../domain/errors'
import type { Judgement } from './judge-batch'
import type { Loaded } from './load-batch'
import type { Draft, Plan } from './plan-batch'

/** Finds or adds the writers of the drafts, renames those who have a new name, and gives their ids by comment. */
export async function storeCommenters(db: Db, siteId: string, plan: Plan, now: Date): Promise<Map<string, string>> {
  const names = new Map<string, string | null>()
  for (const { author } of plan.drafts.values())
    if (author) names.set(author.externalId, author.name ?? names.get(author.externalId) ?? null)
  if (names.size === 0) return new Map()
  const found = byExternalId(await listCommenters(db, siteId, [...names.keys()]))
  const missing = [...names].filter(([externalId]) => !found.has(externalId))
  const added = missing.map(([externalId, name]): CommenterRow => ({ id: uuidv7(), externalId, name: name ?? externalId }))
  if (added.length > 0) {
    await insertCommenters(db, siteId, added.sort(compareBy('externalId')), now)
    // Read back, because another request may have added some of them first.
    const keys = added.map((commenter) => commenter.externalId)
    for (const [key, commenter] of byExternalId(await listCommenters(db, siteId, keys))) found.set(key, commenter)
  }
  const renamed = [...found.values()].flatMap((commenter) => {
    const name = names.get(commenter.externalId) ?? commenter.name
    return name === commenter.name ? [] : [{ ...commenter, name }]
  })
  if (renamed.length > 0) await renameCommenters(db, siteId, renamed.sort(compareBy('id')))
  const ids = new Map<string, string>()
  for (const { externalId, author } of plan.drafts.values()) {
    const commenter = author && found.get(author.externalId)
    if (commenter) ids.set(externalId, commenter.id)
  }
  return ids
}

/** What is written, ready for the statements. */
interface Writing {
  plan: Plan
  loaded: Loaded
  judgements: ReadonlyMap<string, Judgement>
  commenterIds: ReadonlyMap<string, string>
  now: Date
}

/**
 * Writes a planned and judged request: a handful of statements, each for all comments at once. Returns the final status
 * of edited comments by external id.
 *
 * @throws DomainError conflict when another transaction has added one of the new comments meanwhile
 */
export async function storeBatch(db: Db, siteId: string, writing: Writing): Promise<Map<string, CommentStatus>> {
  const drafts = [...writing.plan.drafts.values()]
  const changed = drafts.filter((draft) => draft.stored !== null)
  const moved = findMoved(writing)
  const touched = [...changed.map((draft) => draft.id), ...moved.depths.map(({ id }) => id)]
  const current = touched.length > 0 ? await lockStandings(db, siteId, touched) : new Map<string, CommentStanding>()

  await storeNew(
    db,
    siteId,
    writing,
    drafts.filter((draft) => draft.stored === null),
  )
  const statuses = await storeChanged(db, siteId, writing, changed, current)
  if (moved.links.length > 0) {
    await attachToParents(db, siteId, moved.links)
    await updateDepths(db, siteId, moved.depths)
  }
  const replaced = drafts.flatMap((draft) => draft.replaced.map((text) => ({ ...text, commentId: draft.id })))
  if (replaced.length > 0) await insertRevisions(db, siteId, replaced, writing.now)
  const rescored = changed.filter((draft) => draft.isToJudge).map((draft) => draft.id)
  if (rescored.length > 0) await deleteScores(db, siteId, rescored)
  const scores = [...writing.judgements.values()].flatMap((judgement) => judgement.scores)
  if (scores.length > 0) await insertScores(db, siteId, scores, writing.now)
  const rewritten = drafts.filter((draft) => draft.isToJudge).map((draft) => draft.id)
  if (rewritten.length > 0) await noteTexts(db, siteId, rewritten)
  return statuses
}

/** How a comment is stored that was deleted before it arrived: nothing is proposed about it. */
const REMOVED = { status: 'removed' as const, suggestions: { offTopic: null, uncivil: null }, findings: [] }

async function storeNew(db: Db, siteId: string, { plan, loaded, judgements, commenterIds, now }: Writing, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const rows = drafts.sort(compareBy('externalId')).map((draft) => {
    const place = plan.places.get(draft.externalId) ?? { parentKey: null, depth: 0 }
    return {
      ...draft,
      ...expectJudged(judgements, draft),
      ...(draft.isRemoved ? REMOVED : {}),
      articleId: draft.article.id,
      commenterId: commenterIds.get(draft.externalId) ?? null,
      parentId: place.parentKey === null ? null : findId(place.parentKey, plan, loaded),
      depth: place.depth,
    }
  })
  const buried = drafts.filter((draft) => loaded.tombstones.has(draft.externalId)).map((draft) => draft.externalId)
  if (buried.length > 0) await deleteTombstones(db, siteId, buried)
  if ((await insertComments(db, siteId, rows, now)) === rows.length) return
  throw new DomainError(
    'conflict',
    'Another request was sending the same comments at the same time. Nothing of this one was kept: send it again.',
  )
}

async function storeChanged(
  db: Db,
  siteId: string,
  { judgements, commenterIds }: Writing,
  drafts: Draft[],
  current: ReadonlyMap<string, CommentStanding>,
): Promise<Map<string, CommentStatus>> {
  const statuses = new Map<string, CommentStatus>()
  const edited = drafts
    .filter((draft) => draft.isToJudge)
    .map((draft): Draft & JudgedText => {
      const judged = expectJudged(judgements, draft)
      const status = statusAfterEdit(current.get(draft.id) ?? { status: 'pending', isReviewed: false }, judged.status)
      statuses.set(draft.externalId, status)
      return { ...draft, ...judged, status }
    })
  if (edited.length > 0) await replaceTexts(db, siteId, edited)
  const facts = drafts.map((draft) => ({ ...draft, commenterId: commenterIds.get(draft.externalId) ?? null }))
  if (facts.length > 0) await fillFacts(db, siteId, facts)
  return statuses
}

/** The stored trees that now hang under a parent, with the new depth of every comment in them. */
function findMoved({ plan, loaded }: Writing): { links: { id: string; parentId: string }[]; depths: { id: string; depth: number }[] } {
  const links: { id: string; parentId: string }[] = []
  const depths: { id: string; depth: number }[] = []
  for (const tree of loaded.trees) {
    const place = plan.places.get(tree.topKey)
    if (!place || place.parentKey === null) continue
    links.push({ id: tree.topId, parentId: findId(place.parentKey, plan, loaded) })
    for (const node of tree.nodes) depths.push({ id: node.id, depth: place.depth + node.depth })
  }
  return { links, depths }
}

function findId(key: string, plan: Plan, loaded: Loaded): string {
  const id = plan.drafts.get(key)?.id ?? loaded.stored.get(key)?.id
  if (id === undefined) throw new Error('A comment was placed under a parent that is not there.')
  return id
}

function expectJudged(judgements: ReadonlyMap<string, Judgement>, draft: Draft): Judgement {
  const judged = judgements.get(draft.externalId)
  if (!judged) throw new Error('A text was to be written that nobody had judged.')
  return judged
}

function byExternalId(rows: readonly CommenterRow[]): Map<string, CommenterRow> {
  return new Map(rows.map((row) => [row.externalId, row]))
}

/** One order for everybody, whatever the locale. */
function compareBy<Key extends string>(key: Key): (a: Record<Key, string>, b: Record<Key, string>) => number {
  return (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0)
}
