import { parseInput } from '../../contracts/parse'
import {
  SavedViewsQuery,
  type AssignmentInput,
  type AssignmentsInput,
  type NamedComments,
  type NoteInput,
  type SavedViewInput,
} from '../../contracts/teamwork'
import { assignComment, assignComments, listDeciders, unassignComment, unassignComments } from '../../services/teamwork/assign'
import { claimComment, releaseClaim } from '../../services/teamwork/claim'
import { countViews } from '../../services/teamwork/count-views'
import { addNote } from '../../services/teamwork/note'
import { listSavedViews, removeView, saveView } from '../../services/teamwork/views'
import { readJson } from '../body'
import { handle, json, segmentAfter } from '../handler'

/** `PUT /api/v1/desk/comments/{id}/claim`: holds the comment for a minute, and says who holds it. */
export const putClaim = handle(async (ctx, request) => json(await claimComment(ctx, segmentAfter(request, 'comments'))))

/** `DELETE /api/v1/desk/comments/{id}/claim`: lets go. */
export const deleteClaim = handle(async (ctx) => {
  await releaseClaim(ctx)
  return new Response(null, { status: 204 })
})

/** `PUT /api/v1/desk/comments/{id}/assignment`: hands the comment to somebody. */
export const putAssignment = handle(async (ctx, request) =>
  json(await assignComment(ctx, segmentAfter(request, 'comments'), (await readJson(request)) as AssignmentInput)),
)

/** `DELETE /api/v1/desk/comments/{id}/assignment`: takes it from them. */
export const deleteAssignment = handle(async (ctx, request) => {
  await unassignComment(ctx, segmentAfter(request, 'comments'))
  return new Response(null, { status: 204 })
})

/** `PUT /api/v1/desk/assignments`: hands several comments over as one. */
export const putAssignments = handle(async (ctx, request) => json(await assignComments(ctx, (await readJson(request)) as AssignmentsInput)))

/** `DELETE /api/v1/desk/assignments`: takes several back. */
export const deleteAssignments = handle(async (ctx, request) => {
  await unassignComments(ctx, (await readJson(request)) as NamedComments)
  return new Response(null, { status: 204 })
})

/** `GET /api/v1/desk/people`: who comments can be handed to. */
export const getPeople = handle(async (ctx) => json({ people: await listDeciders(ctx) }))

/** `POST /api/v1/desk/notes`: writes a note about a comment or a commenter. */
export const postNote = handle(async (ctx, request) => json(await addNote(ctx, (await readJson(request)) as NoteInput), 201))

/** `GET /api/v1/desk/views?place=`: the caller's saved views of a page and the shared ones. */
export const getViews = handle(async (ctx, request) => {
  const { place } = parseInput(SavedViewsQuery, Object.fromEntries(new URL(request.url).searchParams))
  return json({ views: await listSavedViews(ctx, place) })
})

/** `GET /api/v1/desk/views/counts`: those of the queue, and how many comments each of them holds. */
export const getViewCounts = handle(async (ctx) => json(await countViews(ctx)))

/** `POST /api/v1/desk/views`: keeps a view. */
export const postView = handle(async (ctx, request) =>
  json({ views: await saveView(ctx, (await readJson(request)) as SavedViewInput) }, 201),
)

/** `DELETE /api/v1/desk/views/{id}`: removes a view. */
export const deleteView = handle(async (ctx, request) => json({ views: await removeView(ctx, segmentAfter(request, 'views')) }))
