/** Why a sign-in did not work. They travel in an address, and `wait-90` carries the seconds. */
export const SIGN_IN_FAULTS = ['wrong', 'disabled', 'oidc_unknown', 'oidc_unverified', 'oidc_linked', 'oidc_failed'] as const
export type SignInFault = (typeof SIGN_IN_FAULTS)[number]

/** What a code of a failed sign-in means; next-auth has codes of its own, and `other` is any that is unknown. */
export function readSignInFault(code: string): SignInFault | 'other' | { waitSeconds: number } {
  const wait = /^wait-(\d{1,6})$/.exec(code)?.[1]
  if (wait !== undefined) return { waitSeconds: Number(wait) }
  if (code === 'CredentialsSignin') return 'wrong'
  if (code.startsWith('OAuth') || code === 'Callback') return 'oidc_failed'
  return SIGN_IN_FAULTS.find((known) => known === code) ?? 'other'
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
