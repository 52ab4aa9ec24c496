import { hash, verify } from '@node-rs/argon2'

/**
 * argon2id with 19 MiB, two passes, one lane: the second of the equivalent settings in OWASP's password storage cheat
 * sheet. argon2id is the package's default algorithm.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash to store, in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST)
}

let decoy: Promise<string> | undefined

/**
 * Whether the password is the one behind the hash. Without a hash (nobody has that email, or they sign in by OIDC) it
 * does the same work and says no, so that the time taken gives nothing away.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  decoy ??= hashPassword(crypto.randomUUID())
  const against = stored ?? (await decoy)
  return (await verify(against, password.normalize('NFC'))) && stored !== null
}
