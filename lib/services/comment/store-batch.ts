import { uuidv7 } from 'uuidv7'
import { attachToParents, updateDepths } from '../../db/comment/comment-tree'
import { lockStandings, type VersionedStanding } from '../../db/comment/comment-stored'
import { noteTexts } from '../../db/comment/comment-document'
import { fillFacts, insertComments, isStoredTwice, markGone, replaceTexts, type JudgedText } from '../../db/comment/comment-write'
import { insertCommenters, listCommenters, renameCommenters, type CommenterRow } from '../../db/commenter'
import type { Db } from '../../db/connection'
import { insertRevisions } from '../../db/comment/revision'
import { deleteScores, insertScores } from '../../db/score/score'
import { deleteTombstones } from '../../db/comment/tombstone'
import type { CommentStatus } from '../../domain/comment'
import { findingsAfterEdit, statusAfterEdit } from '../../domain/edit'
import { DomainError } from '../../domain/errors'
import type { Finding } from '../../domain/policy'
import { noteDeeds } from '../rule/deeds'
import { toScoreRows, type Judgement } from './judge-batch'
import type { Loaded } from './load-batch'
import type { Draft, Plan } from './plan-batch'

/** Adds the writers of the drafts that are not known, renames those who have a new name, and gives their ids by comment. */
export async function storeCommenters(
  db: Db,
  siteId: string,
  plan: Plan,
  known: Loaded['commenters'],
  now: Date,
): Promise<Map<string, string>> {
  const names = new Map<string, string | null>()
  for (const { author } of plan.drafts.values())
    if (author) names.set(author.externalId, author.name ?? names.get(author.externalId) ?? null)
  const missing = [...names].filter(([externalId]) => !known.has(externalId))
  const added = missing.map(([externalId, name]): CommenterRow => ({ id: uuidv7(), externalId, name: name ?? externalId, isHeld: false }))
  const found = new Map([...known].filter(([externalId]) => names.has(externalId)))
  for (const commenter of added) found.set(commenter.externalId, commenter)
  if (added.length > 0 && (await insertCommenters(db, siteId, added.sort(compareBy('externalId')), now)) < added.length) {
    // Another request has added some of them first.
    const keys = added.map((commenter) => commenter.externalId)
    for (const commenter of await listCommenters(db, siteId, keys)) found.set(commenter.externalId, commenter)
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

/** How a comment stands that was there before. */
export interface Standing {
  status: CommentStatus
  findings: Finding[]
  version: number
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
 * Writes a planned and judged request: a handful of statements, each for all comments at once. Returns how edited comments
 * stand then, by external id. When it is the last that its transaction writes, it goes out with the COMMIT.
 *
 * @throws DomainError conflict when another transaction has added one of the new comments meanwhile
 */
export async function storeBatch(
  db: Db,
  siteId: string,
  { isLast, ...writing }: Writing & { isLast: boolean },
): Promise<Map<string, Standing>> {
  const drafts = [...writing.plan.drafts.values()]
  const changed = drafts.filter((draft) => draft.stored !== null)
  const moved = findMoved(writing)
  const touched = [...changed.map((draft) => draft.id), ...moved.depths.map(({ id }) => id)]
  const current = touched.length > 0 ? await lockStandings(db, siteId, touched) : new Map<string, VersionedStanding>()

  const { rows, standings } = judgeChanged(writing, changed, current)
  const replaced = drafts.flatMap((draft) => draft.replaced.map((text) => ({ ...text, commentId: draft.id })))
  const judged = drafts.filter((draft) => draft.isToJudge)
  const gone = drafts.filter((draft) => draft.stored === null && draft.isRemoved)
  const rescored = changed.filter((draft) => draft.isToJudge).map((draft) => draft.id)
  // All in one round trip, done in this order.
  const write = () =>
    settleInOrder([
      storeNew(
        db,
        siteId,
        writing,
        drafts.filter((draft) => draft.stored === null),
      ),
      gone.length > 0 && markGone(db, siteId, ...parted(gone), writing.now),
      rescored.length > 0 && replaceTexts(db, siteId, rows),
      changed.length > 0 && fillFacts(db, siteId, listFacts(writing, changed)),
      moved.links.length > 0 && attachToParents(db, siteId, moved.links),
      moved.links.length > 0 && updateDepths(db, siteId, moved.depths),
      replaced.length > 0 && insertRevisions(db, siteId, replaced, writing.now),
      rescored.length > 0 && deleteScores(db, siteId, rescored),
      storeScores(db, siteId, writing, judged),
      judged.length > 0 &&
        noteTexts(
          db,
          siteId,
          judged.map((draft) => draft.id),
        ),
      isLast && noteDeeds(db, siteId, writing, standings),
    ])
  await (isLast ? db.finish(write) : write())
  return standings
}

/** All of them, and those whose writer was erased. */
const parted = (gone: readonly Draft[]): [string[], string[]] => [
  gone.map((draft) => draft.id),
  gone.filter((draft) => draft.isErased).map((draft) => draft.id),
]

async function storeScores(db: Db, siteId: string, { judgements, now }: Writing, drafts: Draft[]): Promise<void> {
  const scores = drafts.flatMap((draft) => toScoreRows(draft.id, expectJudged(judgements, draft).results))
  if (scores.length > 0) await insertScores(db, siteId, scores, now)
}

/**
 * Waits for statements that were sent together. Of several that failed, the first is the reason: the later ones may have
 * failed for want of what it was to write.
 */
async function settleInOrder(sent: unknown[]): Promise<void> {
  for (const result of await Promise.allSettled(sent)) if (result.status === 'rejected') throw result.reason
}

/** How a comment is stored that was deleted before it arrived: nothing is proposed about it. */
const REMOVED = { status: 'removed' as const, suggestions: { offTopic: null, uncivil: null }, findings: [] }

async function storeNew(db: Db, siteId: string, { plan, loaded, judgements, commenterIds, now }: Writing, drafts: Draft[]): Promise<void> {
  if (drafts.length === 0) return
  const rows = drafts.sort(compareBy('externalId')).map((draft) => {
    const place = plan.places.get(draft.externalId) ?? { parentKey: null, depth: 0 }
    const judged = expectJudged(judgements, draft)
    const { status, suggestions, findings } = draft.isRemoved ? REMOVED : judged
    return {
      id: draft.id,
      externalId: draft.externalId,
      articleId: draft.article.id,
      commenterId: commenterIds.get(draft.externalId) ?? null,
      parentId: place.parentKey === null ? null : findId(place.parentKey, plan, loaded),
      parentExternalId: draft.parentExternalId,
      depth: place.depth,
      sourceRevision: draft.sourceRevision,
      revision: draft.revision,
      body: draft.body,
      language: draft.language,
      postedAt: draft.postedAt,
      status,
      suggestions,
      findings,
      incivility: judged.incivility,
      distance: judged.distance,
    }
  })
  const buried = drafts.filter((draft) => loaded.tombstones.has(draft.externalId)).map((draft) => draft.externalId)
  try {
    await Promise.all([buried.length > 0 && deleteTombstones(db, siteId, buried), insertComments(db, siteId, rows, now)])
  } catch (error) {
    if (!isStoredTwice(error)) throw error
    throw new DomainError(
      'conflict',
      'Another request was sending the same comments at the same time. Nothing of this one was kept: send it again.',
    )
  }
}

/** The edited comments with the status each then has, and why. */
function judgeChanged(
  { judgements }: Writing,
  drafts: Draft[],
  current: ReadonlyMap<string, VersionedStanding>,
): { rows: (Draft & JudgedText)[]; standings: Map<string, Standing> } {
  const standings = new Map<string, Standing>()
  const rows = drafts
    .filter((draft) => draft.isToJudge)
    .map((draft): Draft & JudgedText => {
      const judged = expectJudged(judgements, draft)
      const before = current.get(draft.id) ?? { status: 'pending', isReviewed: false, version: 1 }
      const status = statusAfterEdit(before, judged.status)
      const standing = { status, findings: findingsAfterEdit(before.status, status, judged), version: before.version + 1 }
      standings.set(draft.externalId, standing)
      return { ...draft, ...judged, ...standing }
    })
  return { rows, standings }
}

function listFacts({ commenterIds }: Writing, drafts: Draft[]): (Draft & { commenterId: string | null })[] {
  return drafts.map((draft) => ({ ...draft, commenterId: commenterIds.get(draft.externalId) ?? null }))
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

/** One order for everybody, whatever the locale. */
function compareBy<Key extends string>(key: Key): (a: Record<Key, string>, b: Record<Key, string>) => number {
  return (a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0)
}
