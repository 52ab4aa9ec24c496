import { afterAll, inject } from 'vitest'
import { disconnect } from '@/lib/db/connection'
import { runOn, withDatabase } from './postgres'

// Each test file works on a copy of the migrated template, so that files cannot see each other's rows.
const name = `${inject('templateName')}_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
// Copied as files it takes a tenth of the time.
await runOn(inject('serverUrl'), `CREATE DATABASE ${name} TEMPLATE ${inject('templateName')} STRATEGY FILE_COPY`)
process.env['DATABASE_URL'] = withDatabase(inject('serverUrl'), name)
process.env['NEXTAUTH_SECRET'] ??= 'a secret for tests only, long enough for the check'
process.env['LOG_LEVEL'] ??= 'silent'

afterAll(async () => {
  await disconnect()
  await runOn(inject('serverUrl'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
})
