import type { CommentContext } from '../../contracts/queue'
import type { Context } from '../context'

/** Everything the right pane shows of a comment. @throws DomainError forbidden, not_found */
export function getCommentContext(_ctx: Context, _id: string): Promise<CommentContext> {
  return Promise.reject(new Error('The context is not built yet.'))
}
