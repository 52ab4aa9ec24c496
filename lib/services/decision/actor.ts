import type { DecidedAct } from '../../db/decision/decision'
import type { Actor } from '../../domain/actor'

/** The actor as the decision log keeps them: by name, so that the log reads the same after people leave. */
export function describeActor(actor: Actor): DecidedAct['actor'] {
  return { kind: actor.kind, id: 'id' in actor ? actor.id : null, name: actor.name }
}
