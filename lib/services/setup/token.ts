import { createHash, timingSafeEqual } from 'node:crypto'
import { rmSync } from 'node:fs'
import { dataPath } from '../../env'
import { findSecret, readOrCreateSecret } from './secret-file'

const tokenFile = () => dataPath('setup-token')

/**
 * The one-time token by which the first administrator is made: whoever can read the server's terminal or its DATA_DIR
 * may make one. Made when first asked for (DATA_DIR/setup-token, mode 600) and gone after use.
 */
export function readSetupToken(): string {
  return readOrCreateSecret(tokenFile())
}

/** Compares in a time that does not depend on what is given. False when no token was made. */
export function isSetupToken(given: string): boolean {
  const token = findSecret(tokenFile())
  return token !== null && timingSafeEqual(digest(given.trim()), digest(token))
}

/** The token works no more. */
export function removeSetupToken(): void {
  rmSync(/*turbopackIgnore: true*/ tokenFile(), { force: true })
}

const digest = (text: string) => createHash('sha256').update(text).digest()
