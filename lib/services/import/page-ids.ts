import { listStoredComments } from '../../db/comment/comment-stored'
import { idOfAddress } from '../../importers/external-ids'
import type { ImportRecord } from '../../importers/import-record'
import type { Context } from '../context'

type CommentRecord = Extract<ImportRecord, { kind: 'comment' }>

/**
 * Comments of saved pages, with ids of their own article where theirs are taken. Many systems number the comments of each
 * page anew, so that two pages have the same ids; what stands here under another article with another text is another
 * comment. One with the same text is the same, from a page that was saved at two addresses, and keeps its id.
 */
export async function tellPagesApart(ctx: Context, comments: readonly CommentRecord[]): Promise<readonly CommentRecord[]> {
  const ofPages = comments.filter(({ isPageId }) => isPageId === true)
  if (ofPages.length === 0) return comments
  const ids = new Set(ofPages.flatMap(({ input }) => [input.externalId, input.parentExternalId ?? []].flat()))
  const stored = new Map((await listStoredComments(ctx.db, ctx.actor.siteId, [...ids])).map((comment) => [comment.externalId, comment]))
  const textOf = new Map(ofPages.map(({ input }) => [keyOf(input.articleExternalId, input.externalId), input.body]))
  const isTaken = (articleExternalId: string, id: string): boolean => {
    const other = stored.get(id)
    return other !== undefined && other.articleExternalId !== articleExternalId && other.body !== textOf.get(keyOf(articleExternalId, id))
  }
  return comments.map((record) => {
    if (record.isPageId !== true) return record
    const { articleExternalId, externalId, parentExternalId } = record.input
    const rename = (id: string) => (isTaken(articleExternalId, id) ? idOfAddress(`${articleExternalId}#${id.replace(/^#/, '')}`) : id)
    const parent = typeof parentExternalId === 'string' ? { parentExternalId: rename(parentExternalId) } : {}
    return { ...record, input: { ...record.input, externalId: rename(externalId), ...parent } }
  })
}

function keyOf(articleExternalId: string, id: string): string {
  return JSON.stringify([articleExternalId, id])
}
