// `npm test`: installs what it needs, then every check and test. The last line holds the totals.
//   npm test -- types+lint unit      only these stages
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { findBrowser } from './browser.mjs'
import { assertNode, bin, installPackages, root } from './prepare.mjs'

assertNode()
installPackages()

const results = path.join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const node = (file, ...args) => [process.execPath, [bin(file), ...args]]
/**
 * They go on side by side, as many as there are processors, in this order: what one leaves of a processor while it waits, for a page or its
 * database say, the others have. A browser waits for much of its time, so it begins as soon as there is something to open in it.
 */
const STAGES = [
  // A Chromium, and what it is to open.
  { name: 'build', commands: ['browser', 'build'].map((name) => [process.execPath, [`scripts/${name}.mjs`]]) },
  vitest('integration'),
  playwright('browser'),
  // Building writes the types of routes, too. With more room for what is young, a third less of the time goes into clearing it away.
  {
    name: 'types+lint',
    after: 'build',
    commands: [node('next/dist/bin/next', 'typegen'), [process.execPath, ['--max-semi-space-size=64', 'scripts/types-and-lint.mjs']]],
  },
  // Two browsers at once are in each other's way.
  { ...playwright('axe'), after: 'browser' },
  vitest('unit', 'components'),
  { name: 'format', commands: [node('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')] },
  { name: 'unused', commands: [node('knip/bin/knip.js')] },
  vitest('architecture'),
  { name: 'floors', commands: [node('dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'components', 'lib', 'scripts', 'prisma')] },
]

/** The tests of one project of vitest.config.ts, and of others that belong to it. */
function vitest(name, ...others) {
  const report = `${name}.json`
  const command = node(
    'vitest/vitest.mjs',
    'run',
    ...[name, ...others].flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${report}`,
  )
  return {
    name,
    commands: [command],
    report,
    count: ({ numPassedTests, numFailedTests, numPendingTests, testResults }) => ({
      ...{ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests },
      secondTry: listTests(testResults, ({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0).map(
        nameFailure,
      ),
      broken: listTests(testResults, ({ status }) => status === 'failed').map(nameFailure),
    }),
  }
}

/** The tests of one project of playwright.config.ts, with a server and a database of their own. */
function playwright(name) {
  const report = `${name}.json`
  return {
    name,
    needs: 'build',
    commands: [node('@playwright/test/cli.js', 'test', '--project', name, '--output', `test-results/${name}`)],
    env: async () => ({ CHROMIUM_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_NAME: `test-results/${report}` }),
    report,
    count: ({ stats, suites }) => ({
      ...{ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped },
      secondTry: suites.flatMap((suite) => listTitles(suite, 'flaky')),
      broken: suites.flatMap((suite) => listTitles(suite, 'unexpected')),
    }),
  }
}

/** The titles of a suite's tests that ended so: `flaky` are those that passed only when they were tried again. */
function listTitles({ file, specs = [], suites = [] }, ended) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === ended)).map(({ title }) => `${file}: ${title}`)
  return [...own, ...suites.flatMap((suite) => listTitles(suite, ended))]
}

const listTests = (files, isMeant) => files.flatMap(({ assertionResults }) => assertionResults.filter(isMeant))
const nameFailure = ({ fullName, failureMessages }) => `${fullName}: ${failureMessages[0]?.split('\n')[0]}`

/** Runs a stage. Where others go on beside it, it says what it has to say in one piece, at its end. */
async function runStage(stage, isAlone) {
  const started = Date.now()
  console.log(isAlone ? `\n── ${stage.name}` : `started: ${stage.name}`)
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    ...(stage.env ? await stage.env() : {}),
    ...(isAlone ? {} : { FORCE_COLOR: '1' }),
  }
  let said = ''
  let isGood = true
  for (const [program, args] of stage.commands) {
    const child = spawn(program, args, { cwd: root, env, stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
    isGood = (await new Promise((resolve) => child.once('close', resolve))) === 0 && isGood
  }
  if (!isAlone) console.log(`\n── ${stage.name}\n${said.trimEnd()}`)
  return { name: stage.name, seconds: Math.round((Date.now() - started) / 1000), ...readCounts(stage, isGood) }
}

/** Runs stages side by side, one for each processor. @returns their rows, in the order of the stages */
async function runStages(stages) {
  const rows = []
  const unfinished = new Set(stages.map(({ name }) => name))
  let waiting = [...stages.entries()]
  let free = availableParallelism()
  const run = async ([at, stage]) => {
    rows[at] = await runStage(stage, unfinished.size === 1)
    unfinished.delete(stage.name)
    // Without the build there is no browser, or nothing to open in it.
    if (rows[at].failed > 0) waiting = waiting.filter(([, { needs }]) => needs !== stage.name)
    free += 1
    await goOn()
  }
  const goOn = () => {
    const begun = []
    for (; free > 0; free -= 1) {
      const at = waiting.findIndex(([, { after, needs }]) => !unfinished.has(after) && !unfinished.has(needs))
      if (at === -1) break
      begun.push(...waiting.splice(at, 1))
    }
    return Promise.all(begun.map(run))
  }
  await goOn()
  return rows.flat()
}

/** The runner's own counts; a run that broke before it could count is one failure. */
function readCounts(stage, isGood) {
  if (!stage.report) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
  try {
    const counts = stage.count(JSON.parse(readFileSync(path.join(results, stage.report), 'utf8')))
    return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const wanted = process.argv.slice(2).flatMap((name) => name.split('+'))
const isWanted = ({ name }) => wanted.length === 0 || name.split('+').some((part) => wanted.includes(part))
const needsBuild = STAGES.some((stage) => stage.needs && isWanted(stage))
const rows = await runStages(STAGES.filter((stage) => isWanted(stage) || (stage.name === 'build' && needsBuild)))

const sum = (key) => rows.reduce((total, row) => total + row[key], 0)
console.log(`\n${'stage'.padEnd(14)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'skipped'.padStart(9)}${'seconds'.padStart(9)}`)
for (const row of rows) {
  console.log(
    row.name.padEnd(14) +
      [row.passed, row.failed].map((n) => String(n).padStart(8)).join('') +
      String(row.skipped).padStart(9) +
      String(row.seconds).padStart(9),
  )
}
for (const title of rows.flatMap(({ broken = [] }) => broken)) console.log(`\nFailed: ${title}`)
for (const title of rows.flatMap(({ secondTry = [] }) => secondTry)) console.log(`\nPassed only at the second try: ${title}`)
const skipped = sum('skipped')
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(sum('failed') === 0 ? 0 : 1)
