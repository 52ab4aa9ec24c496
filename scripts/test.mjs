// `npm test`: installs what it needs, then every check and test in turn. The last line holds the totals.
//   npm test -- types unit      only these stages
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findBrowser } from './browser.mjs'
import { assertNode, bin, build, installPackages, root } from './prepare.mjs'

assertNode()
installPackages()

const results = path.join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const node = (file, ...args) => [process.execPath, [bin(file), ...args]]
const STAGES = [
  { name: 'format', command: node('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.') },
  { name: 'types', before: [node('next/dist/bin/next', 'typegen')], command: node('typescript/bin/tsc', '--noEmit') },
  { name: 'lint', command: node('eslint/bin/eslint.js', '.') },
  { name: 'floors', command: node('dependency-cruiser/bin/dependency-cruise.mjs', 'app', 'components', 'lib', 'scripts', 'prisma') },
  { name: 'unused', command: node('knip/bin/knip.js') },
  vitest('unit'),
  vitest('architecture'),
  vitest('integration'),
  {
    name: 'browser',
    before: [build],
    env: async () => ({ CHROMIUM_PATH: await findBrowser() }),
    command: node('@playwright/test/cli.js', 'test'),
    report: 'playwright.json',
    count: countPlaywright,
  },
]

function vitest(name) {
  const report = `${name}.json`
  const command = node(
    'vitest/vitest.mjs',
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${report}`,
  )
  return {
    name,
    command,
    report,
    count: (json) => ({ passed: json.numPassedTests, failed: json.numFailedTests, skipped: json.numPendingTests }),
  }
}

function countPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
}

/** Checks that read files and nothing else go on side by side; what each says is printed in one piece. */
function runChecks(stages) {
  return Promise.all(
    stages.map(async ({ name, before = [], command }) => {
      const started = Date.now()
      let said = ''
      let isGood = true
      for (const [program, args] of [...before, command]) {
        const child = spawn(program, args, { cwd: root, env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', FORCE_COLOR: '1' } })
        for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
        isGood = isGood && (await new Promise((resolve) => child.once('close', resolve))) === 0
      }
      console.log(`\n── ${name}\n${said.trimEnd()}`)
      return { name, seconds: Math.round((Date.now() - started) / 1000), passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
    }),
  )
}

async function runStage(stage) {
  const started = Date.now()
  console.log(`\n── ${stage.name}`)
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...(stage.env ? await stage.env() : {}) }
  for (const prepare of stage.before ?? []) prepare()
  const [program, args] = stage.command
  const isGood = spawnSync(program, args, { cwd: root, stdio: 'inherit', env }).status === 0
  return { name: stage.name, seconds: Math.round((Date.now() - started) / 1000), ...readCounts(stage, isGood) }
}

/** The runner's own counts; a run that broke before it could count is one failure. */
function readCounts(stage, isGood) {
  try {
    const counts = stage.count(JSON.parse(readFileSync(path.join(results, stage.report), 'utf8')))
    return isGood || counts.failed > 0 ? counts : { ...counts, failed: 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

const wanted = process.argv.slice(2)
const chosen = STAGES.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const rows = await runChecks(chosen.filter(({ report }) => !report))
for (const stage of chosen.filter(({ report }) => report)) rows.push(await runStage(stage))

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
const skipped = sum('skipped')
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(sum('failed') === 0 ? 0 : 1)
