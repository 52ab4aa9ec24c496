/**
 * The server: database, first-run data, Next and the way down. `npm start` runs its built form, dist/serve.js;
 * `node dist/serve.js` does the same in a container.
 */
import path from 'node:path'
import next from 'next'
import { writeAlertMail } from '@/components/articles/alert-mail'
import { writeOutagePage } from '@/components/moderation/frame/outage-page'
import { describeError } from '@/lib/domain/errors'
import { publicUrl, readEnv } from '@/lib/env'
import { tameMemory } from '@/lib/memory'
import { readSecret } from '@/lib/auth/secret'
import { startCountFolder } from '@/lib/jobs/count-folder'
import { startEraser } from '@/lib/jobs/eraser'
import { startHousekeeper } from '@/lib/jobs/housekeeper'
import { startImportRunner } from '@/lib/jobs/import-runner'
import { startLearner } from '@/lib/jobs/learner'
import { startAlertMailer } from '@/lib/jobs/alert-mailer'
import { startAlertWatch } from '@/lib/jobs/alert-watch'
import { startLateScorers } from '@/lib/jobs/late-scorers'
import { startRemoteScorers } from '@/lib/jobs/remote-scorers'
import { startRescorer } from '@/lib/jobs/rescorer'
import { startStatFolder } from '@/lib/jobs/stat-folder'
import { startRuleWatch } from '@/lib/jobs/rule-watch'
import { startSecondLooks } from '@/lib/jobs/second-looks'
import { startScoring } from '@/lib/jobs/scoring'
import { startTextIndexer } from '@/lib/jobs/text-indexer'
import { startWebhookSender } from '@/lib/jobs/webhook-sender'
import { createFront, passOverUpgrades } from '@/lib/http/listener'
import { withOutagePage } from '@/lib/http/outage-page'
import { endStalled } from '@/lib/http/stalled'
import { withStaticFiles } from '@/lib/http/static-files'
import { bootDatabase } from '@/lib/services/instance/boot'
import { prepareFirstRun } from './first-run'
import { choosePort } from './port'
import { makeSignalHandler } from './stop-on-signal'

tameMemory()

const dev = process.argv.includes('--dev')
process.chdir(path.resolve(import.meta.dirname, '..'))
Object.assign(process.env, { NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' })

/** Ends the process with a sentence instead of a stack: what went wrong here is for whoever runs Parley. */
function fail(error: unknown): never {
  console.error(`\n${describeError(error)}\n`)
  process.exit(1)
}

async function serve(): Promise<void> {
  process.env['PORT'] = String(await choosePort())
  const { PORT, HOST } = readEnv()
  process.env['NEXTAUTH_URL'] ??= publicUrl()
  const database = await bootDatabase({ mayCreate: true })
  process.env['NEXTAUTH_SECRET'] ??= readSecret()
  // Development runs from source, which a thread cannot read: it scores where comments come in.
  const stopScoring = dev ? () => Promise.resolve() : startScoring(new URL('./scoring-worker.js', import.meta.url))
  const welcome = await prepareFirstRun()

  const app = next({ dev, dir: process.cwd(), hostname: HOST, port: PORT })
  await app.prepare()
  const handleByNext = withOutagePage(writeOutagePage, app.getRequestHandler())
  const server = endStalled(
    dev ? createFront(handleByNext, () => undefined) : passOverUpgrades(createFront(withStaticFiles('dist/compressed', handleByNext))),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, resolve)
  })
  const stopJobs = [
    startWebhookSender(),
    startTextIndexer(),
    startImportRunner(),
    startCountFolder(),
    startStatFolder(),
    startAlertWatch(),
    startAlertMailer(writeAlertMail),
    startHousekeeper(),
    startEraser(),
    startLearner(dev ? null : new URL('./learning-worker.js', import.meta.url)),
    startRemoteScorers(),
    startLateScorers(),
    startRescorer(),
    startSecondLooks(),
    startRuleWatch(),
  ]
  stopOnSignal(async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 3000).unref()
    try {
      await closed
      // After the last reader of the feed has gone: they share the connection that listens.
      await Promise.all(stopJobs.map((stopJob) => stopJob()))
      await stopScoring()
      await app.close()
    } finally {
      // Whatever went wrong before, the database is not left running.
      await database.stop()
    }
  })
  console.log([`\nParley is at ${publicUrl()}`, ...welcome, 'Ctrl-C stops it.\n'].join('\n'))
}

function stopOnSignal(stop: () => Promise<void>): void {
  const onSignal = makeSignalHandler({ stop, fail, exit: (code) => process.exit(code), now: () => performance.now() })
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

await serve().catch(fail)
