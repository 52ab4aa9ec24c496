import type { AuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { safeNextPath } from '../domain/sign-in'
import { DomainError } from '../domain/errors'
import { publicUrl } from '../env'
import { log } from '../log'
import { createPublicContext } from '../services/create-context'
import { closeSession } from '../services/session/close'
import { openSession, SESSION_DAYS } from '../services/session/open'
import { signInWithPassword } from '../services/sign-in/with-password'
import { readClientAddress } from './client-address'
import { admitIdentity, findUserIdOfProfile, makeOidcProvider } from './oidc'
import { readSecret } from './secret'

const SESSION_SECONDS = SESSION_DAYS * 86_400

/** How next-auth signs people in here. The token in its cookie carries the session row's id and nothing else. */
export function makeAuthOptions(): AuthOptions {
  const oidc = makeOidcProvider()
  return {
    secret: readSecret(),
    useSecureCookies: publicUrl().startsWith('https://'),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [makePasswordProvider(), ...(oidc ? [oidc] : [])],
    callbacks: {
      signIn: async ({ account, profile }) => account?.type !== 'oauth' || admitIdentity(profile),
      jwt: async ({ token, user, account, profile }) => {
        // Only a sign-in brings an account; any other call keeps the session that is there.
        if (!account) return { sid: token['sid'] }
        if (account.type !== 'oauth') return { sid: (user as SignedIn).sid }
        return { sid: await openSession(createPublicContext(), await findUserIdOfProfile(profile), null) }
      },
      redirect: ({ url, baseUrl }) => baseUrl + safeNextPath(pathWithin(url, baseUrl)),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token['sid'] === 'string') await closeSession(createPublicContext(), token['sid'])
      },
    },
    logger: {
      error: (code, metadata) => log().warn({ code, why: describeError(metadata) }, 'sign-in failed'),
      warn: (code) => log().debug({ code }, 'next-auth warns'),
      debug: () => undefined,
    },
  }
}

/** Somebody whose password was right, with their session. */
interface SignedIn extends User {
  sid: string
}

function makePasswordProvider() {
  return CredentialsProvider({
    credentials: { email: {}, password: {} },
    authorize: async (credentials, { headers }) => {
      const client = readClientAddress(headers?.['x-parley-client'] as string | undefined)
      try {
        const context = createPublicContext()
        const { id, passwordHash } = await signInWithPassword(context, {
          email: credentials?.email,
          password: credentials?.password,
          client,
        })
        return { id, sid: await openSession(context, id, passwordHash) } satisfies SignedIn
      } catch (error) {
        // next-auth puts the message into an address, so it may only be one of our codes.
        throw new Error(toFaultCode(error))
      }
    },
  })
}

/** The code that lib/contracts/sign-in.ts turns into words. */
function toFaultCode(error: unknown): string {
  if (!(error instanceof DomainError)) {
    log().error({ why: describeError(error) }, 'sign-in broke')
    return 'fault'
  }
  if (error.code === 'rate_limited') return `wait-${error.detail.retryAfterSeconds ?? 60}`
  return error.code === 'forbidden' ? 'disabled' : 'wrong'
}

/** The path of an address on this server; null for one elsewhere. */
function pathWithin(url: string, baseUrl: string): string | null {
  if (url.startsWith('/')) return url
  if (!URL.canParse(url)) return null
  const { origin, pathname, search } = new URL(url)
  return origin === baseUrl ? pathname + search : null
}

function describeError(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`
  if (typeof value === 'object' && value !== null && 'error' in value) return describeError(value.error)
  return 'unknown'
}
