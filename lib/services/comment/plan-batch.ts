import { uuidv7 } from 'uuidv7'
import type { IngestOutcome } from '../../contracts/ingest'
import type { DiscussedArticle } from '../../db/article/article'
import type { StoredComment } from '../../db/comment/comment-stored'
import { MAX_DEPTH } from '../../domain/comment'
import { judgeRevision } from '../../domain/edit'
import type { InputProblem } from '../../domain/errors'
import { Forest, type Place } from '../../domain/forest'
import type { Tombstone } from '../../db/comment/tombstone'
import { emptyDraft, isFinal, isFromErased } from './erased-writers'
import type { Loaded } from './load-batch'
import type { ParsedItem, SentComment } from './parse-items'

/** A comment that is to be written: a new one, or a stored one that a newer message changes. */
export interface Draft {
  id: string
  externalId: string
  article: DiscussedArticle
  /** The row as it was found; null for a new comment. */
  stored: StoredComment | null
  parentExternalId: string | null
  author: SentComment['author']
  body: string
  language: string | null
  postedAt: Date | null
  sourceRevision: number
  revision: number
  /** The texts that were replaced on the way to `body`. */
  replaced: { number: number; body: string; sourceRevision: number }[]
  /** New, edited, or back from a deletion: scored and put to the policy. */
  isToJudge: boolean
  /** New, and deleted at its source before it arrived. */
  isRemoved: boolean
  /** Its text was erased, or its writer before it arrived. */
  isErased: boolean
}

export type PlannedItem =
  | { outcome: Exclude<IngestOutcome, 'invalid'>; externalId: string }
  | { outcome: 'invalid'; externalId: string | null; problems: InputProblem[] }

/** What a request comes to, before anything is written. */
export interface Plan {
  /** In the order of the request. */
  items: PlannedItem[]
  /** By external id, in the order of the request. */
  drafts: Map<string, Draft>
  /** Where new comments and moved trees stand, by external id. */
  places: Map<string, Place>
}

/** Works out, item by item in the order of the request, what each does to what is stored and to the items before it. */
export function planBatch(parsed: readonly ParsedItem[], loaded: Loaded): Plan {
  const forest = plantForest(loaded)
  const drafts = new Map<string, Draft>()
  const articleOfArrival = new Map<string, string>()
  for (const item of parsed) {
    // What is sent under an unknown article does not arrive, and must take no reply with it.
    if ('sent' in item && loaded.articles.has(item.sent.articleExternalId) && !articleOfArrival.has(item.sent.externalId))
      articleOfArrival.set(item.sent.externalId, item.sent.articleExternalId)
  }
  const scene: Scene = { loaded, forest, drafts, articleOfArrival }
  const items = parsed.map((item): PlannedItem => {
    if ('problems' in item) return { outcome: 'invalid', ...item }
    const { externalId } = item.sent
    const result = planItem(item.sent, scene)
    return typeof result === 'string' ? { outcome: result, externalId } : { outcome: 'invalid', externalId, problems: [result] }
  })
  const { places, tooDeep } = forest.place()
  for (const key of tooDeep) drafts.delete(key)
  return { items: items.map((item) => refuseTooDeep(item, tooDeep)), drafts, places }
}

interface Scene {
  loaded: Loaded
  forest: Forest
  drafts: Map<string, Draft>
  /** The article of each comment in the request, by external id. */
  articleOfArrival: Map<string, string>
}

function plantForest({ stored, trees }: Loaded): Forest {
  const forest = new Forest()
  const topOf = new Map(trees.flatMap((tree) => tree.nodes.map((node) => [node.key, { topKey: tree.topKey, depth: node.depth }] as const)))
  for (const { topKey, height, awaitedKey } of trees) forest.addMovable(topKey, height, awaitedKey)
  for (const { externalId, depth } of stored.values()) {
    const top = topOf.get(externalId)
    if (top?.topKey === externalId) continue
    forest.addStanding({ key: externalId, depth: top?.depth ?? depth, topKey: top?.topKey ?? null })
  }
  return forest
}

type Outcome = Exclude<IngestOutcome, 'invalid'>

/** As whoever writes against the API needs to hear it. */
export const UNKNOWN_ARTICLE = 'is not known here. Send the article first: PUT /api/v1/articles/{externalId}'

export const OTHER_PARENT = 'is a comment under another article'
/** Of a reply to one that replies to it. */
export const CIRCLE = 'replies to this comment, directly or through others: that would close a circle'
export const OTHER_ARTICLE = 'is not the article this comment stands under. A comment does not move to another one'

function planItem(item: SentComment, scene: Scene): Outcome | InputProblem {
  const { loaded, drafts, forest } = scene
  const isErased = isFromErased(item, loaded.erasedAt)
  const sent = isErased ? { ...item, author: null } : item
  const article = loaded.articles.get(sent.articleExternalId)
  if (!article) return problem('articleExternalId', UNKNOWN_ARTICLE)
  const stored = loaded.stored.get(sent.externalId) ?? null
  const draft = drafts.get(sent.externalId) ?? (stored && draftFromStored(stored, article))
  if (!draft) {
    const refusal = sent.parentExternalId === null ? null : refuseParent(sent.parentExternalId, sent, scene)
    if (refusal) return refusal
    if (!forest.join(sent.externalId, sent.parentExternalId)) return circle()
    const fresh = draftFromSent(sent, article)
    drafts.set(sent.externalId, bury(isErased ? emptyDraft(fresh) : fresh, sent, loaded.tombstones.get(sent.externalId)))
    return 'created'
  }
  if (isFinal(draft, sent)) return 'stale'
  if ((draft.stored?.articleExternalId ?? draft.article.externalId) !== article.externalId) {
    return problem('articleExternalId', OTHER_ARTICLE)
  }
  const isRemoved = draft.isRemoved || (draft.stored?.status === 'removed' && !draft.isToJudge)
  const judged = judgeRevision({ body: draft.body, sourceRevision: draft.sourceRevision, isRemoved }, sent)
  if (judged.outcome !== 'updated' && !addsFacts(draft, sent)) return judged.outcome
  if (draft.parentExternalId === null && sent.parentExternalId !== null) {
    const refusal = refuseParent(sent.parentExternalId, sent, scene)
    if (refusal) return refusal
    if (!forest.join(sent.externalId, sent.parentExternalId)) return circle()
  }
  const isUpdate = judged.outcome === 'updated'
  drafts.set(sent.externalId, isUpdate ? update(draft, sent, judged.sourceRevision, isRemoved) : addFacts(draft, sent))
  return judged.outcome
}

function refuseParent(parentKey: string, sent: SentComment, { loaded, articleOfArrival }: Scene): InputProblem | null {
  if (parentKey === sent.externalId) return problem('parentExternalId', 'is the comment itself')
  const articleKey = loaded.stored.get(parentKey)?.articleExternalId ?? articleOfArrival.get(parentKey)
  if (articleKey === undefined || articleKey === sent.articleExternalId) return null
  return problem('parentExternalId', OTHER_PARENT)
}

/** Field by field: V8 makes a slow dictionary of three kilobytes of what is spread into an object of so many. */
function draftFromSent(sent: SentComment, article: DiscussedArticle): Draft {
  return {
    id: uuidv7(),
    externalId: sent.externalId,
    article,
    stored: null,
    parentExternalId: sent.parentExternalId,
    author: sent.author,
    body: sent.body,
    language: sent.language,
    postedAt: sent.postedAt,
    sourceRevision: sent.sourceRevision ?? 0,
    revision: 1,
    replaced: [],
    isToJudge: true,
    isRemoved: false,
    isErased: false,
  }
}

function draftFromStored(stored: StoredComment, article: DiscussedArticle): Draft {
  const { id, externalId, parentExternalId, body, language, postedAt, sourceRevision, revision, isErased } = stored
  const facts = { id, externalId, parentExternalId, body, language, postedAt, sourceRevision, revision, isErased }
  return { ...facts, author: null, article, stored, replaced: [], isToJudge: false, isRemoved: false }
}

/** A comment does not change hands, time or place: those are taken from the first message that names them. */
function update(draft: Draft, sent: SentComment, sourceRevision: number, isRemoved: boolean): Draft {
  const isSameText = sent.body === draft.body
  const { revision: number, body, sourceRevision: oldSourceRevision } = draft
  const known = draft.stored?.commenterExternalId ?? draft.author?.externalId ?? null
  const isSamePerson = known === null || known === sent.author?.externalId
  return {
    ...draft,
    sourceRevision,
    parentExternalId: draft.parentExternalId ?? sent.parentExternalId,
    author: isSamePerson && sent.author ? { ...sent.author, name: sent.author.name ?? draft.author?.name ?? null } : draft.author,
    postedAt: draft.postedAt ?? sent.postedAt,
    language: sent.language ?? draft.language,
    body: sent.body,
    revision: isSameText ? number : number + 1,
    replaced: isSameText || draft.isErased ? draft.replaced : [...draft.replaced, { number, body, sourceRevision: oldSourceRevision }],
    isToJudge: draft.isToJudge || !isSameText || isRemoved,
    isRemoved: false,
    isErased: false,
  }
}

/** A new comment whose deletion came first is stored as removed, unless its revision is newer than the deletion's. */
function bury(draft: Draft, sent: SentComment, tombstone: Tombstone | undefined): Draft {
  if (!tombstone) return draft
  const { sourceRevision: deletedAt } = tombstone
  if (sent.sourceRevision !== null && deletedAt !== null && sent.sourceRevision > deletedAt) return draft
  return { ...draft, isRemoved: true, sourceRevision: Math.max(draft.sourceRevision, deletedAt ?? 0) }
}

/**
 * Whether a message whose text is too old, or known, still names who, when or under which parent where that was unknown.
 * Those never change, so it does not matter which message names them: only then is every order of messages the same.
 */
function addsFacts(draft: Draft, sent: SentComment): boolean {
  const hasAuthor = draft.author !== null || (draft.stored?.commenterExternalId ?? null) !== null
  return (
    (draft.parentExternalId === null && sent.parentExternalId !== null) ||
    (draft.postedAt === null && sent.postedAt !== null) ||
    (draft.language === null && sent.language !== null) ||
    (!hasAuthor && sent.author !== null)
  )
}

function addFacts(draft: Draft, sent: SentComment): Draft {
  const { parentExternalId, postedAt, language, author } = draft
  const knownAuthor = author ?? ((draft.stored?.commenterExternalId ?? null) === null ? sent.author : null)
  return {
    ...draft,
    author: knownAuthor,
    parentExternalId: parentExternalId ?? sent.parentExternalId,
    postedAt: postedAt ?? sent.postedAt,
    language: language ?? sent.language,
  }
}

function refuseTooDeep(item: PlannedItem, tooDeep: Set<string>): PlannedItem {
  if (item.externalId === null || item.outcome === 'invalid' || !tooDeep.has(item.externalId)) return item
  const detail = `is too deep: a comment may stand below at most ${MAX_DEPTH.toLocaleString('en')} others`
  return { outcome: 'invalid', externalId: item.externalId, problems: [problem('parentExternalId', detail)] }
}

function circle(): InputProblem {
  return problem('parentExternalId', CIRCLE)
}

function problem(field: string, message: string): InputProblem {
  return { path: [field], message }
}
