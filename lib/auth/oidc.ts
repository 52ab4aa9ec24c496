import type { Profile } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { DomainError } from '../domain/errors'
import { readEnv } from '../env'
import { createPublicContext } from '../services/create-context'
import { signInWithOidc, type OidcOutcome } from '../services/sign-in/with-oidc'

/** next-auth's name for the provider, part of its addresses: /api/auth/callback/oidc is what an issuer must allow. */
const OIDC_PROVIDER = 'oidc'

/** The claims we use; the issuer's signature, audience, nonce and time have been checked by then. */
const Claims = z.object({
  sub: z.string().min(1).max(500),
  email: z.email().max(300).nullish().catch(null),
  email_verified: z.literal(true).nullish().catch(null),
})

/** How the button that signs in by OIDC is labelled; null when none is configured. */
export function findOidcName(): string | null {
  const env = readEnv()
  return env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET ? env.OIDC_NAME : null
}

/** The provider that OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET describe, or null unless all three are given. */
export function makeOidcProvider(): OAuthConfig<Profile> | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = readEnv()
  if (!issuer || !clientId || !clientSecret) return null
  return {
    id: OIDC_PROVIDER,
    name,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    // Some issuers put the email into the ID token, others tell it at the userinfo endpoint only.
    userinfo: {
      request: async ({ tokens, client }) => {
        // At run time it is openid-client's TokenSet, which next-auth's types hide.
        const set = tokens as Exclude<Parameters<typeof client.userinfo>[0], string>
        const claims = set.claims()
        if (claims.email !== undefined || !client.issuer.metadata.userinfo_endpoint) return claims
        return { ...(await client.userinfo(set)), ...claims }
      },
    },
    profile: (profile) => ({ id: profile.sub ?? '' }),
  }
}

/** True when the person behind the claims may come in, else the address that tells them why not. */
export async function admitIdentity(profile: Profile | undefined): Promise<true | string> {
  const outcome = await resolveProfile(profile)
  return 'fault' in outcome ? `/sign-in?error=${outcome.fault}` : true
}

/** The user behind claims that were admitted. @throws DomainError forbidden when that has changed meanwhile */
export async function findUserIdOfProfile(profile: Profile | undefined): Promise<string> {
  const outcome = await resolveProfile(profile)
  if ('fault' in outcome) throw new DomainError('forbidden', 'This account may not sign in.')
  return outcome.userId
}

async function resolveProfile(profile: Profile | undefined): Promise<OidcOutcome> {
  const claims = Claims.safeParse(profile)
  if (!claims.success) return { fault: 'oidc_failed' }
  const { sub: subject, email, email_verified: verified } = claims.data
  // The issuer is part of the identity: another issuer's ids mean other people.
  const issuer = readEnv().OIDC_ISSUER ?? ''
  return signInWithOidc(createPublicContext(), { issuer, subject, email: email ?? null, isEmailVerified: verified === true })
}
