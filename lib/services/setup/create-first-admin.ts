import { uuidv7 } from 'uuidv7'
import { parseInput } from '../../contracts/parse'
import { SetupInput, type UserResource } from '../../contracts/settings'
import { recordAudit } from '../../db/audit'
import type { Db } from '../../db/connection'
import { listSiteRows, updateSiteRow } from '../../db/site'
import { hasAnyUser, insertUser, lockUsers, type UserRow } from '../../db/user'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { addSite } from '../site/add'
import { hashPassword } from '../user/password'
import { toUserResource } from '../user/resource'
import { isSetupToken, removeSetupToken } from './token'

/**
 * Makes the first administrator and names the site. Works once: with the token that the server printed, and while there
 * is no user. Of two at the same moment one wins.
 *
 * @throws DomainError forbidden for a wrong token, invalid_input, not_allowed when somebody was first
 */
export async function createFirstAdmin(ctx: Pick<Context, 'db' | 'now'>, input: unknown): Promise<UserResource> {
  if (await hasAnyUser(ctx.db)) throw refuseSecond()
  const setup = parseInput(SetupInput, input)
  if (!isSetupToken(setup.token)) {
    throw new DomainError('forbidden', 'That is not the setup token. The server prints it when it starts without any user.')
  }
  const passwordHash = await hashPassword(setup.password)
  const user = await ctx.db.transaction((db) => addSiteAndAdmin(db, { ...setup, passwordHash }, ctx.now()))
  removeSetupToken()
  return toUserResource(user)
}

async function addSiteAndAdmin(db: Db, setup: SetupInput & { passwordHash: string }, now: Date): Promise<UserRow> {
  await lockUsers(db)
  if (await hasAnyUser(db)) throw refuseSecond()
  // An import from the command line may have made the site already: it gets its name now.
  const found = (await listSiteRows(db))[0]
  const named = found && (await updateSiteRow(db, { id: found.id, name: setup.siteName.trim(), policy: found.policy as object }))
  const site = named ?? (await addSite(db, { name: setup.siteName }, now))
  const { email, name, passwordHash } = setup
  const user = await insertUser(db, { id: uuidv7(), email, name: name.trim(), role: 'admin', passwordHash, createdAt: now })
  if (user === null) throw refuseSecond()
  const entry = { siteId: site.id, actor: { kind: 'user', id: user.id, name: user.name }, at: now } as const
  await recordAudit(db, { ...entry, act: named ? 'site.update' : 'site.create', subjectId: site.id, subjectName: site.name })
  await recordAudit(db, { ...entry, act: 'user.create', subjectId: user.id, subjectName: user.name })
  return user
}

const refuseSecond = () => new DomainError('not_allowed', 'Parley is set up already. Sign in instead.')
