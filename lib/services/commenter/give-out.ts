import { parseId } from '../../contracts/id'
import { CommenterDataQuery, type CommenterData } from '../../contracts/commenter-data'
import { parseInput } from '../../contracts/parse'
import { ExternalId } from '../../contracts/text'
import { listGivenComments, type GivenPlace } from '../../db/commenter-data/given-comments'
import { findGivenPerson, listReportsBy } from '../../db/commenter-data/given-person'
import { findPerson, findPersonById, type KnownPerson } from '../../db/erasure/person'
import { findSite } from '../../db/site'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { noteChange } from '../audit/note'
import type { Context } from '../context'

/** Comments, or reports, of one piece of the answer. */
const PAGE = 200

/**
 * Everything kept about a commenter, by the source's id of them, as one JSON document in pieces, however large. It has no names of
 * moderators and nothing about who reported; notes by colleagues only if they are asked for. The export is recorded in the audit
 * log.
 *
 * @throws DomainError forbidden, invalid_input, not_found, before the first piece
 */
export async function giveOutCommenter(ctx: Context, externalId: string, asked: unknown): Promise<AsyncGenerator<string>> {
  authorize(ctx.actor, 'privacy')
  const key = parseInput(ExternalId, externalId, 'The external id')
  return giveOut(ctx, await findPerson(ctx.db, ctx.actor.siteId, key), asked)
}

/** The same by our own id, as the desk knows people, with the same refusals. */
export async function giveOutKnownCommenter(ctx: Context, id: string, asked: unknown): Promise<AsyncGenerator<string>> {
  authorize(ctx.actor, 'privacy')
  return giveOut(ctx, await findPersonById(ctx.db, ctx.actor.siteId, parseId(id, 'commenter')), asked)
}

async function giveOut(ctx: Context, person: KnownPerson | null, asked: unknown): Promise<AsyncGenerator<string>> {
  const { db, actor } = ctx
  const hasNotes = parseInput(CommenterDataQuery, asked).notes === 'true'
  const commenter = person && (await findGivenPerson(db, actor.siteId, person.id, hasNotes))
  const site = await findSite(db, actor.siteId)
  if (!person || !commenter || !site) throw new DomainError('not_found', 'There is no such commenter.')
  await noteChange(ctx, db, 'commenter.give_out', person)
  return write(ctx, person, { site: site.name, madeAt: ctx.now().toISOString(), commenter }, hasNotes)
}

async function* write(
  { db, actor }: Context,
  person: KnownPerson,
  head: Pick<CommenterData, 'site' | 'madeAt' | 'commenter'>,
  hasNotes: boolean,
): AsyncGenerator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"reportsMade":[`
  yield* writeItems(async (after: string | null) => {
    const { reports, last } = await listReportsBy(db, actor.siteId, person.externalId, after, PAGE)
    return { items: reports, last }
  })
  yield '],"comments":['
  yield* writeItems(async (after: GivenPlace | null) => {
    const { comments, last } = await listGivenComments(db, actor.siteId, person.id, { after, limit: PAGE, hasNotes })
    return { items: comments, last }
  })
  yield ']}\n'
}

/** Items page by page, as what stands between the brackets of a list. */
async function* writeItems<Place>(read: (after: Place | null) => Promise<{ items: object[]; last: Place | null }>): AsyncGenerator<string> {
  let [after, isFirst]: [Place | null, boolean] = [null, true]
  do {
    const { items, last } = await read(after)
    if (items.length > 0) yield (isFirst ? '' : ',') + items.map((item) => JSON.stringify(item)).join(',\n')
    isFirst = false
    after = last
  } while (after !== null)
}
