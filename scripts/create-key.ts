/**
 * npm run key -- --name "CMS" [--site slug] [--scopes ingest,read,score]
 *
 * Makes an API key for a site and prints it, once: only its hash is kept.
 */
import { parseArgs } from 'node:util'
import type { ApiKeyInput } from '@/lib/contracts/settings'
import { describeError, DomainError } from '@/lib/domain/errors'
import { createApiKey } from '@/lib/services/api-key/create'
import { createContext } from '@/lib/services/create-context'
import { bootDatabase } from '@/lib/services/instance/boot'
import { findSite } from '@/lib/services/site/find'

const USAGE = 'npm run key -- --name "CMS" [--site slug] [--scopes ingest,read,score]'

class UsageError extends Error {}

function readArguments() {
  const options = {
    name: { type: 'string' },
    site: { type: 'string' },
    scopes: { type: 'string', default: 'ingest,read' },
    help: { type: 'boolean', short: 'h' },
  } as const
  try {
    return parseArgs({ options }).values
  } catch (error) {
    throw new UsageError(describeError(error))
  }
}

async function main(): Promise<void> {
  const { name, site: slug, scopes, help } = readArguments()
  if (help) return console.log(USAGE)
  if (name === undefined) throw new UsageError('Give the key a name, such as the system that will use it.')
  const database = await bootDatabase()
  try {
    const site = await findSite(slug)
    const ctx = createContext({ kind: 'system', name: 'create-key', siteId: site.id })
    // Words that are no scopes are refused by the service, by name.
    const input = { name, scopes: scopes.split(',').map((scope) => scope.trim()) } as ApiKeyInput
    const { key, resource } = await createApiKey(ctx, input)
    console.log(`A key for ${site.name} (${resource.scopes.join(', ')}). It is shown this once; keep it safe:\n\n${key}\n`)
  } finally {
    await database.stop()
  }
}

try {
  await main()
} catch (error) {
  if (error instanceof UsageError) console.error(`${error.message}\n${USAGE}`)
  else if (error instanceof DomainError) console.error(`No key was made. ${error.message}\n${USAGE}`)
  else console.error(`No key was made. ${describeError(error)}`)
  process.exitCode = 1
}
