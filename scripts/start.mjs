// `npm start` (and `npm run dev` with --dev): everything from a fresh clone to a running server, in one command.
import { spawn } from 'node:child_process'
import { assertNode, bin, build, installPackages, root } from './prepare.mjs'

const dev = process.argv.includes('--dev')
assertNode()
installPackages()
if (!dev) build()

// An empty embedded database is filled with demo data; a database of yours is not, unless DEMO=1 says so.
const DEMO = process.env.DEMO ?? (process.env.DATABASE_URL ? '0' : '1')
const entry = dev ? ['--import', bin('tsx/dist/esm/index.mjs'), 'scripts/serve.ts', '--dev'] : ['dist/serve.js']
// glibc gives each thread a heap of its own and keeps what is free in it: 60 MB of 420 under a bulk load. Other systems pass these over.
const ALLOCATOR = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '262144' }
const server = spawn(process.execPath, entry, { cwd: root, stdio: 'inherit', env: { ...ALLOCATOR, ...process.env, DEMO } })

// Ctrl-C reaches the server by itself, since it shares our terminal; other signals are passed on.
process.on('SIGINT', () => undefined)
let isToldToStop = false
function tellToStop() {
  isToldToStop = true
  server.kill('SIGTERM')
}
process.on('SIGTERM', tellToStop)
// npm, when it is ended, ends the shell between it and us and no more: with that shell gone nobody could stop the server.
if (process.env.npm_lifecycle_event !== undefined) {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    // Where all of us were told at once, that is done already: told anew, the server would end without stopping its database.
    if (!isToldToStop) tellToStop()
  }, 1000)
}
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
