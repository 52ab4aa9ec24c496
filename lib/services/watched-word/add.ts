import { uuidv7 } from 'uuidv7'
import { parseInput } from '../../contracts/parse'
import { WatchedWordInput } from '../../contracts/policy'
import type { WatchedWordResource } from '../../contracts/site'
import { insertWatchedWord } from '../../db/score/watched-word'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'
import { toWatchedWordResource } from './list'

/** Watches a word from now on; comments that are here stay as they are. @throws DomainError forbidden, invalid_input, conflict */
export async function addWatchedWord(ctx: Context, input: WatchedWordInput): Promise<WatchedWordResource> {
  authorize(ctx.actor, 'configure')
  const { term, kind, isHeld } = parseInput(WatchedWordInput, input)
  const word = { id: uuidv7(), term: term.trim().normalize('NFC'), kind, isHeld, createdAt: ctx.now() }
  return ctx.db.transaction(async (db) => {
    const row = await insertWatchedWord(db, ctx.actor.siteId, word)
    if (row === null) throw new DomainError('conflict', `“${word.term}” is on the list already. Remove it first to change it.`)
    await noteChange(ctx, db, 'watched_word.create', { id: row.id, name: row.term })
    return toWatchedWordResource(row)
  })
}
