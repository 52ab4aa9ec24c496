import type { Actor } from '../../domain/actor'
import { DomainError } from '../../domain/errors'

/** What has to be known of a decision, whatever it was on, to tell who may undo it. */
interface UndoneDecision {
  kind: string
  actorKind: Actor['kind']
  actorId: string | null
  actorName: string
  /** Who has undone it already. */
  undoneBy: string | null
}

/** @throws DomainError forbidden for somebody else's decision (admins may), not_allowed when it was undone already or is an undo */
export function assertMayUndo(actor: Actor, undone: UndoneDecision): void {
  const isOwn = actor.kind === 'user' && undone.actorKind === 'user' && actor.id === undone.actorId
  const isAdmin = actor.kind === 'user' && actor.role === 'admin'
  if (!isOwn && !isAdmin) {
    throw new DomainError('forbidden', `This decision is ${undone.actorName}'s. They or an admin can undo it; you can decide anew.`)
  }
  if (undone.kind === 'undo') throw new DomainError('not_allowed', 'An undo cannot be undone. Decide again instead.')
  if (undone.undoneBy !== null) throw new DomainError('not_allowed', `${undone.undoneBy} has undone this decision already.`)
}
