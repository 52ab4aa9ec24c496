import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readByteLines } from './byte-lines'
import { type ImportRecord } from './import-record'

export type CommentRecord = Extract<ImportRecord, { kind: 'comment' }>

const PIECE_LENGTH = 64 * 1024
/** No importer takes in longer pieces of a file. */
const MAX_RECORD_BYTES = 256 * 1024 * 1024

/**
 * Comments that cannot be told yet because the file names their authors only at its end. They wait on disk, in a file
 * that only this account can read, so that memory stays flat however many there are.
 */
export class Spool<Waiting = CommentRecord> {
  #folder: string | null = null
  #file: FileHandle | null = null
  #waiting = ''

  async add(record: Waiting): Promise<void> {
    this.#waiting += `${JSON.stringify(record)}\n`
    if (this.#waiting.length >= PIECE_LENGTH) await this.#write()
  }

  /** What was added, in its order. */
  async *read(): AsyncGenerator<Waiting> {
    await this.#write()
    const file = this.#file
    if (file === null) return
    const source = file.createReadStream({ start: 0, autoClose: false }) as AsyncIterable<Uint8Array>
    for await (const { bytes } of readByteLines(source, MAX_RECORD_BYTES)) {
      if (bytes !== null) yield JSON.parse(bytes.toString('utf8')) as Waiting
    }
  }

  async close(): Promise<void> {
    await this.#file?.close()
    if (this.#folder !== null) await rm(this.#folder, { recursive: true, force: true })
    this.#file = null
    this.#folder = null
  }

  async #write(): Promise<void> {
    if (this.#waiting === '') return
    this.#folder ??= await mkdtemp(path.join(tmpdir(), 'parley-import-'))
    this.#file ??= await open(path.join(this.#folder, 'comments'), 'w+', 0o600)
    await this.#file.appendFile(this.#waiting)
    this.#waiting = ''
  }
}
