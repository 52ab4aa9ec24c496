import { dataPath, readEnv } from '../env'
import { readOrCreateSecret } from '../services/setup/secret-file'

let secret: string | undefined

/** What encrypts session cookies: NEXTAUTH_SECRET, else one made once and kept in DATA_DIR/secret (mode 600). */
export function readSecret(): string {
  secret ??= readEnv().NEXTAUTH_SECRET ?? readOrCreateSecret(dataPath('secret'))
  return secret
}
