// What has to be there before anything runs, made only when it is missing or stale: packages, Prisma's client, the build.
// Plain JavaScript without packages, because it runs first on a fresh clone.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')
const NODE_FLOOR = [20, 19]

/** Runs a command in the project's folder with its output shown; ends this process when it fails. */
export function run(command, args, env = {}, stdio = 'inherit') {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  })
  if (status === 0) return
  console.error(`\n${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`)
  process.exit(status || 1)
}

/** The script of a package in node_modules, run by node itself: no shell, no npx. */
export const bin = (file) => path.join(root, 'node_modules', file)

export function assertNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor >= NODE_FLOOR[1])) return
  console.error(`Parley needs Node.js ${NODE_FLOOR.join('.')} or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Standard output belongs to the command that follows: some write data to it. */
const TO_STDERR = ['inherit', 2, 2]

export function installPackages() {
  ifStale('node_modules/.parley-install', ['package-lock.json', 'package.json'], () => {
    console.error('Installing packages (a minute or two the first time)…')
    run('npm', ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {}, TO_STDERR)
  })
  ifStale('lib/db/generated/.parley-generate', ['prisma/schema.prisma', 'package-lock.json'], () => {
    run(process.execPath, [bin('prisma/build/index.js'), 'generate'], {}, TO_STDERR)
  })
}

const SOURCES = [
  'app',
  'components',
  'lib',
  'public',
  'prisma',
  'scripts',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
]

export function build() {
  ifStale('.next/.parley-build', SOURCES, () => {
    console.log('Building (about a minute)…')
    run(process.execPath, [bin('next/dist/bin/next'), 'build'], { NODE_ENV: 'production' })
    run(process.execPath, [path.join(root, 'scripts/bundle.mjs')])
    run(process.execPath, [path.join(root, 'scripts/compress.mjs')])
  })
}

/** Runs `make` unless `stamp` holds the hash of these files' contents; writes it afterwards. */
function ifStale(stamp, sources, make) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const source of sources) addToHash(hash, path.join(root, source))
  const digest = hash.digest('hex')
  const file = path.join(root, stamp)
  if (existsSync(file) && readFileSync(file, 'utf8') === digest) return
  make()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, digest)
}

function addToHash(hash, file) {
  if (!existsSync(file) || file === path.join(root, 'lib/db/generated')) return
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) addToHash(hash, path.join(file, name))
  } else hash.update(path.relative(root, file)).update('\0').update(readFileSync(file))
}
