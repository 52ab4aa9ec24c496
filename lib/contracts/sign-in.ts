import { z } from 'zod'

/** What somebody types to sign in. Longer than any real password is refused before it costs a hash. */
export const SignInInput = z.object({ email: z.string().trim().toLowerCase().max(300), password: z.string().min(1).max(200) })
export type SignInInput = z.infer<typeof SignInInput>

/** Why a sign-in did not work. They travel in an address, and `wait-90` carries the seconds. */
export const SIGN_IN_FAULTS = ['wrong', 'disabled', 'oidc_unknown', 'oidc_unverified', 'oidc_linked', 'oidc_failed'] as const
export type SignInFault = (typeof SIGN_IN_FAULTS)[number]

const MESSAGES: Record<SignInFault, string> = {
  wrong: 'That email and password do not belong together.',
  disabled: 'This account is disabled. Ask an administrator of your newsroom.',
  oidc_unknown: 'Nobody here has the email of that account. Ask an administrator to add you, then sign in again.',
  oidc_unverified: 'Your identity provider does not vouch for the email of that account, so it cannot be used here.',
  oidc_linked: 'Somebody with your email already signs in with another account of that provider. Ask an administrator.',
  oidc_failed: 'Signing in with your identity provider did not work. Nothing was changed; try again.',
}

/** A fault in words; unknown codes, next-auth's own among them, become the general one. */
export function describeSignInFault(code: string): string {
  const wait = /^wait-(\d{1,6})$/.exec(code)?.[1]
  if (wait !== undefined) return `Too many attempts. Try again in ${describeWait(Number(wait))}.`
  const fault = SIGN_IN_FAULTS.find((known) => known === code)
  if (fault) return MESSAGES[fault]
  if (code === 'CredentialsSignin') return MESSAGES.wrong
  return code.startsWith('OAuth') || code === 'Callback' ? MESSAGES.oidc_failed : 'Signing in did not work. Nothing was changed; try again.'
}

/** Whole minutes, or seconds when it is less than two of them. */
export function describeWait(seconds: number): string {
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

/**
 * Where to go after signing in: a path of this desk, else `/`. Anything that a browser could read as another host
 * (`//host`, `/\host`, control characters) is not followed.
 */
export function safeNextPath(next: string | null | undefined): string {
  if (!next || next.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next) || next.includes('\\')) return '/'
  return /^\/(sign-in|setup|api)(?=[/?#]|$)/.test(next) ? '/' : next
}
