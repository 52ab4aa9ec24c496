import { parseInput } from '../../contracts/parse'
import { LookShareInput, type LookShare } from '../../contracts/second-look'
import type { Db } from '../../db/connection'
import { lockSite } from '../../db/site'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/**
 * Changes a share of the site's, with its line in the audit log. Callers have authorised.
 *
 * @param put writes it, in the same transaction and with the site locked: the first time there is no setting yet to lock
 * @throws DomainError invalid_input, not_found, and what `put` throws
 */
export async function changeShare(
  ctx: Context,
  asked: unknown,
  act: 'site.second_looks' | 'site.rule_checks',
  put: (db: Db, input: LookShareInput) => Promise<void>,
): Promise<LookShare> {
  const input = parseInput(LookShareInput, asked)
  const { siteId } = ctx.actor
  return ctx.db.transaction(async (db) => {
    const site = await lockSite(db, siteId)
    if (site === null) throw new DomainError('not_found', 'This site is gone.')
    await put(db, input)
    await noteChange(ctx, db, act, { id: siteId, name: site.name })
    return { share: input.share }
  })
}

/** @throws DomainError conflict when the share is not the one that was seen */
export function assertSeen(share: number, seen: number): void {
  if (share === seen) return
  throw new DomainError('conflict', 'Somebody else changed this after you opened it. Nothing was saved; load it again.')
}
