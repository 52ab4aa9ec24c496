import { parseInput } from '../../contracts/parse'
import { PreferencesInput } from '../../contracts/preferences'
import { readPreferences, writePreferences } from '../../db/queue/preferences'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import { DEFAULT_PREFERENCES, resolveKeys, type Preferences } from '../../domain/preferences'
import type { Context } from '../context'
import { expectUser } from '../teamwork/claim'

/** How the desk looks and behaves for the caller. What a later version would not understand counts as not set. @throws DomainError forbidden, for keys too */
export async function getPreferences(ctx: Context): Promise<Preferences> {
  authorize(ctx.actor, 'read')
  const stored = PreferencesInput.safeParse(await readPreferences(ctx.db, expectUser(ctx.actor).id))
  return stored.success ? stored.data : DEFAULT_PREFERENCES
}

/** @throws DomainError forbidden; invalid_input when one key is to do two things */
export async function setPreferences(ctx: Context, input: unknown): Promise<Preferences> {
  authorize(ctx.actor, 'read')
  const preferences = parseInput(PreferencesInput, input)
  const keys = Object.values(resolveKeys(preferences))
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice !== undefined) {
    const message = `${twice} is to do two things`
    throw new DomainError('invalid_input', message, { problems: [{ path: ['keys'], message }] })
  }
  await writePreferences(ctx.db, expectUser(ctx.actor).id, preferences)
  return preferences
}
