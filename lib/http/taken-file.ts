import type { Permission } from '../domain/actor'
import { makeAdmission, whileAdmitted } from './admission'

const LET_IN_NO_LONGER = 'Whoever takes this file has been signed out meanwhile, or may no longer read it.'

/** The pieces of a file, until whoever takes it is let in no longer: the file then breaks off. It may be taken slowly, over days. */
export function whileTaken<Piece>(request: Request, permission: Permission, pieces: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  return whileAdmitted(pieces, makeAdmission(request, null, permission), LET_IN_NO_LONGER)
}
