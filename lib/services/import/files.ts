import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isId } from '../../contracts/id'
import { describeError, DomainError } from '../../domain/errors'
import { dataPath, readEnv } from '../../env'
import type { ByteSource } from '../../importers/import-record'
import { log } from '../../log'

const FOLDER = 'imports'
const PART = '.part'

/** The file of a run; no part of its name comes from the sender. */
function pathOf(id: string): string {
  return dataPath(FOLDER, id)
}

/**
 * Keeps an uploaded file for its run, as it comes in; memory stays flat.
 *
 * @returns its size in bytes
 * @throws DomainError too_large (IMPORT_MAX_MB, or a disk that is full), invalid_input when it is empty; nothing is kept then
 */
export async function keepFile(id: string, source: ByteSource): Promise<number> {
  const limit = readEnv().IMPORT_MAX_MB * 1024 * 1024
  await mkdir(dataPath(FOLDER), { recursive: true, mode: 0o700 })
  const part = pathOf(id) + PART
  let size = 0
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of source) {
      size += piece.length
      if (size > limit) throw new DomainError('too_large', `The file is larger than ${readEnv().IMPORT_MAX_MB} MB. Split it.`)
      yield piece
    }
  }
  try {
    await pipeline(Readable.from(counted()), createWriteStream(part, { mode: 0o600 }))
    if (size === 0) throw new DomainError('invalid_input', 'This file is empty. Nothing was imported.')
    await rename(part, pathOf(id))
    return size
  } catch (error) {
    await rm(part, { force: true })
    if (!isDiskFull(error)) throw error
    log().error({ err: describeError(error) }, 'there is no room for a file that was sent')
    throw new DomainError('too_large', 'There is no room left for this file where Parley runs. Nothing of it was kept.')
  }
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
}

/** What there is to say of a file that lies here no more, or on another server. */
export const FILE_GONE = 'The file of this import is no longer here. Send it again.'

/** The file's bytes; `onRead` is told how many have been read. @throws DomainError not_found */
export async function* openFile(id: string, onRead: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  if (!(await hasFile(id))) throw new DomainError('not_found', FILE_GONE)
  let read = 0
  for await (const piece of createReadStream(pathOf(id)) as AsyncIterable<Uint8Array>) {
    read += piece.length
    onRead(read)
    yield piece
  }
}

/** Whether the file of a run lies here still: it goes once it is in, after some days, or with the server it lay on. */
export async function hasFile(id: string): Promise<boolean> {
  return stat(pathOf(id)).then(
    () => true,
    () => false,
  )
}

export async function deleteFile(id: string): Promise<void> {
  await rm(pathOf(id), { force: true })
}

/** What lies here and was written to before `before` the last time: the files of runs, by their ids, and what is left of uploads that broke off. */
export async function listFiles(before: Date): Promise<{ ids: string[]; leftovers: string[] }> {
  const names = await readdir(dataPath(FOLDER)).catch(() => [])
  const old = await Promise.all(names.map((name) => isOld(name, before)))
  const found = names.filter((_, at) => old[at])
  return { ids: found.filter(isId), leftovers: found.filter((name) => name.endsWith(PART)) }
}

async function isOld(name: string, before: Date): Promise<boolean> {
  return stat(pathOf(name)).then(
    ({ mtime }) => mtime < before,
    () => false,
  )
}
