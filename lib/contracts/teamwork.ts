import { z } from 'zod'
import type { CommentStatus, MarkName, UncivilKind } from '../domain/comment'
import type { HistoryEntry } from './decision'
import { filledText, storableText } from './text'

/** Who holds a comment, and until when. */
export interface Claim {
  commentId: string
  userId: string
  userName: string
  expiresAt: string
}

/** Somebody at the desk of this site. */
export interface Present {
  id: string
  name: string
}

/** Body of `PUT /api/v1/desk/comments/{id}/assignment`: to a person, or with `leads` to whoever leads. */
export const AssignmentInput = z.strictObject({ to: z.union([z.uuid(), z.literal('leads')]), note: storableText(2000).optional() })
export type AssignmentInput = z.infer<typeof AssignmentInput>

/** Comments that are handed over, or taken back, as one. */
export const NamedComments = z.strictObject({ commentIds: z.array(z.uuid()).min(1).max(5000) })
export type NamedComments = z.infer<typeof NamedComments>

/** Body of `PUT /api/v1/desk/assignments`: several comments at once, to one person or the leads, with one note. */
export const AssignmentsInput = z.strictObject({ ...NamedComments.shape, ...AssignmentInput.shape })
export type AssignmentsInput = z.infer<typeof AssignmentsInput>

/** Which of them were handed over: those that are there and that nobody has decided. */
export interface AssignmentsAnswer {
  handed: string[]
}

/** Who a comment was handed to: a person, or whoever leads. */
export type HandedTo = { id: string; name: string } | 'leads'

/** To whom a comment was handed. `to` is null for the leads. */
export interface Assignment {
  to: { id: string; name: string } | null
  by: string
  /** Null where it was no user. */
  byId: string | null
  note: string | null
  at: string
}

/** Body of `POST /api/v1/desk/notes`. */
export const NoteInput = z.strictObject({
  about: z.union([z.strictObject({ commentId: z.uuid() }), z.strictObject({ commenterId: z.uuid() })]),
  text: filledText(2000),
})
export type NoteInput = z.infer<typeof NoteInput>

export interface Note {
  id: string
  about: 'comment' | 'commenter'
  by: string
  text: string
  at: string
}

/** The pages whose views can be saved. */
const VIEW_PLACES = ['queue', 'articles'] as const
export type ViewPlace = (typeof VIEW_PLACES)[number]

/** Query of `GET /api/v1/desk/views`. */
export const SavedViewsQuery = z.strictObject({ place: z.enum(VIEW_PLACES).default('queue') })

/** Body of `POST /api/v1/desk/views`. The address is the query of the page, without its question mark. */
export const SavedViewInput = z.strictObject({
  name: filledText(60),
  address: z.string().max(1000),
  isShared: z.boolean().default(false),
  place: z.enum(VIEW_PLACES).default('queue'),
})
export type SavedViewInput = z.input<typeof SavedViewInput>

export interface SavedView {
  id: string
  name: string
  address: string
  isShared: boolean
  isOwn: boolean
  /** Their own; or a shared one, for those who lead. */
  canRemove: boolean
  by: string
}

/** How many comments a saved view holds; a lower bound when it is capped. */
export interface ViewCount {
  id: string
  count: number
  isCapped: boolean
}

/** What the queue shows of the caller's saved views: those there are by now, and how many comments each holds. */
export interface CountedViews {
  views: SavedView[]
  counts: ViewCount[]
}

/** A decision as the desk's other browsers receive it. */
export interface DeskDecision {
  commentId: string
  /** The comment's version after it. */
  version: number
  by: string
  byId: string | null
  kind: HistoryEntry['kind']
  reason: string | null
  mark: MarkName | null
  markKind: UncivilKind | null
  status: CommentStatus
  at: string
}
