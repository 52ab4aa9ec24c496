import { uuidv7 } from 'uuidv7'
import { parseInput } from '../../contracts/parse'
import { NoteInput, type Note } from '../../contracts/teamwork'
import { insertNote } from '../../db/queue/teamwork'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'

/** Writes a note about a comment or a commenter, for colleagues. It stays. @throws DomainError forbidden, invalid_input, not_found */
export async function addNote(ctx: Context, input: NoteInput): Promise<Note> {
  authorize(ctx.actor, 'decide')
  const { about, text } = parseInput(NoteInput, input)
  const isAboutComment = 'commentId' in about
  const id = uuidv7()
  const at = ctx.now()
  const note = {
    siteId: ctx.actor.siteId,
    id,
    commentId: isAboutComment ? about.commentId : null,
    commenterId: isAboutComment ? null : about.commenterId,
    byId: 'id' in ctx.actor ? ctx.actor.id : null,
    byName: ctx.actor.name,
    text,
    at,
  }
  if (!(await insertNote(ctx.db, note))) throw new DomainError('not_found', `There is no such ${isAboutComment ? 'comment' : 'commenter'}.`)
  return { id, about: isAboutComment ? 'comment' : 'commenter', by: ctx.actor.name, text, at: at.toISOString() }
}
