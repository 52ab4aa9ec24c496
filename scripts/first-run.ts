import { readFile, writeFile } from 'node:fs/promises'
import { dataPath, publicUrl, readEnv } from '@/lib/env'
import { hasUsers } from '@/lib/services/setup/has-users'
import { readSetupToken } from '@/lib/services/setup/token'
import { seedDemo } from '@/prisma/seed'

/**
 * Makes an empty database usable, and returns the lines that tell how to sign in. In demo mode (DEMO=1) it is filled
 * with demo data, and the generated passwords are kept in DATA_DIR/demo-sign-in.txt. Otherwise nobody has a password:
 * the first administrator is made at /setup with a one-time token.
 */
export async function prepareFirstRun(): Promise<string[]> {
  const file = dataPath('demo-sign-in.txt')
  if (await hasUsers()) {
    const demo = await readFile(file, 'utf8').catch(() => null)
    return demo === null ? [] : ['Sign in with one of the demo accounts:', ...demo.trimEnd().split('\n')]
  }
  if (!readEnv().DEMO) {
    return ['Nobody can sign in yet. Make the first administrator at', `  ${publicUrl()}/setup?token=${readSetupToken()}`]
  }
  console.log('Filling the empty database with demo data…')
  const signIns = await seedDemo(new Date())
  const lines = signIns.map(({ role, email, password }) => `  ${role.padEnd(10)} ${email.padEnd(20)} ${password}`)
  await writeFile(file, lines.join('\n') + '\n', { mode: 0o600 })
  return ['Sign in with one of the demo accounts (generated now, kept in ' + file + '):', ...lines]
}
