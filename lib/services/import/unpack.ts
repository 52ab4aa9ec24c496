import { DomainError } from '../../domain/errors'
import { peekBytes } from '../../importers/byte-lines'
import { tell, type ByteSource, type ImportRecord } from '../../importers/import-record'
import { gunzip } from './gunzip'

const GZIP = Buffer.from([0x1f, 0x8b])

/** A file as it was before it was packed, should it have been. */
export interface Unpacked {
  /** Without the `.gz`, so that the rest of the name gives the format. */
  name: string
  source: ByteSource
  /** The records of the file and, where its packing ends too early, a last one that says so. */
  closing: (records: AsyncIterable<ImportRecord>) => AsyncIterable<ImportRecord>
}

/** Exports are often handed out packed with gzip: those are unpacked as they are read. */
export async function unpack(name: string, source: ByteSource): Promise<Unpacked> {
  const { head, source: whole } = await peekBytes(source, GZIP.length)
  if (!head.equals(GZIP)) return { name, source: whole, closing: (records) => records }
  const damage = { isCut: false }
  return { name: name.replace(/\.gz$/i, ''), source: untilDamage(whole, damage), closing: (records) => tellDamage(records, damage) }
}

/** @throws DomainError malformed when nothing of it can be unpacked */
async function* untilDamage(packed: ByteSource, damage: { isCut: boolean }): AsyncGenerator<Uint8Array> {
  let isBegun = false
  try {
    for await (const piece of gunzip(packed)) {
      isBegun = true
      yield piece
    }
  } catch (error) {
    if (!isBegun || !(error instanceof DomainError) || error.code !== 'malformed') throw error
    damage.isCut = true
  }
}

async function* tellDamage(records: AsyncIterable<ImportRecord>, damage: { isCut: boolean }): AsyncGenerator<ImportRecord> {
  let line = 1
  for await (const record of records) {
    line = Math.max(line, record.line)
    yield record
  }
  if (damage.isCut) yield tell(line, 'The compressed file is damaged or cut off after what begins here. More may be missing.')
}
