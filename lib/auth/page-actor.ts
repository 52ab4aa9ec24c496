import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { findSessionActor, type UserActor } from './session-actor'

export type { UserActor }

/** Set by proxy.ts on every page request: the path and query that were asked for. */
const PATH_HEADER = 'x-parley-path'

/** The user who asks for this page, or null when nobody is signed in. Looked up once a request. */
export const findPageActor = cache(async (): Promise<UserActor | null> => {
  return findSessionActor((await headers()).get('cookie') ?? '')
})

/** The user who asks for this page. A visitor who is signed out is sent to /sign-in and brought back afterwards. */
export async function requirePageActor(): Promise<UserActor> {
  const actor = await findPageActor()
  if (actor) return actor
  const path = (await headers()).get(PATH_HEADER) ?? '/'
  redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`)
}
