import type { WatchedWordResource } from '../../contracts/site'
import { listWatchedWordRows, type WatchedWordRow } from '../../db/score/watched-word'
import { authorize } from '../../domain/actor'
import type { Context } from '../context'

/** The watched words of the actor's site, by term. @throws DomainError forbidden */
export async function listWatchedWords(ctx: Context): Promise<WatchedWordResource[]> {
  authorize(ctx.actor, 'configure')
  return (await listWatchedWordRows(ctx.db, ctx.actor.siteId)).map(toWatchedWordResource)
}

/** A watched word as the API shows it. */
export function toWatchedWordResource({ createdAt, ...word }: WatchedWordRow): WatchedWordResource {
  return { ...word, createdAt: createdAt.toISOString() }
}
