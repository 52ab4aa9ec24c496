import { endLinesInLineFeeds, peekBytes, readByteLines } from './byte-lines'
import { CoralReader } from './coral-records'
import { readCoralRow } from './coral-table'
import { readCsvRows } from './csv-rows'
import type { ByteSource, ImportOptions, ImportRecord } from './import-record'
import { readJsonLists } from './json-lists'
import { DAMAGED_TEXT, LineDecoder } from './line-decoder'

const MAX_ITEM_BYTES = 4 * 1024 * 1024
const HEAD_BYTES = 1024
const ID_AND_COMMA = /^"?[^",;|\s]+"?,/

/**
 * Coral's collections, as its importer takes them and as MongoDB exports them (Talk's too, coral-legacy.ts): comments, stories and users, each object
 * on a line or all in one array, alone or in one file after another (`cat stories.json users.json comments.json`); or
 * the importer's tables `comments.csv` and `stories.csv`, with or without their header.
 *
 * A comment keeps its id and its newest text; its story is its article, by Coral's id of it. Comments that are rejected
 * or wait for approval, and deleted ones, are left out and counted. Stories and users may stand after the comments: the
 * comments wait for them on disk.
 */
export async function* readCoral(source: ByteSource, _options: ImportOptions): AsyncGenerator<ImportRecord> {
  const { head, source: whole } = await peekBytes(endLinesInLineFeeds(source), HEAD_BYTES)
  const text = head.toString('utf8').trimStart()
  const first = text[0]
  const reader = new CoralReader()
  try {
    const objects = first === '[' ? readArray(whole) : first === '{' ? readLines(whole) : readTable(whole, ID_AND_COMMA.test(text))
    for await (const item of objects) {
      if ('message' in item) yield { kind: 'problem', ...item }
      else yield* await reader.add(item.line, item.value)
    }
    yield* reader.tellAll()
  } finally {
    await reader.close()
  }
}

type CoralObject = { line: number; value: unknown } | { line: number; message: string; isLost: boolean }

async function* readLines(source: ByteSource): AsyncGenerator<CoralObject> {
  const decoder = new LineDecoder()
  for await (const { number: line, bytes } of readByteLines(source, MAX_ITEM_BYTES)) {
    if (bytes === null) yield { line, message: 'This line is too long.', isLost: true }
    else if (bytes.length > 0) yield* parse(line, decoder.decode(bytes))
  }
}

async function* readArray(source: ByteSource): AsyncGenerator<CoralObject> {
  const decoder = new LineDecoder()
  for await (const part of readJsonLists(source, MAX_ITEM_BYTES)) {
    if (part.kind === 'problem') yield part
    else if (part.kind === 'item') yield* parse(part.line, decoder.decode(part.bytes))
  }
}

function* parse(line: number, { text, isDamaged }: { text: string; isDamaged: boolean }): Generator<CoralObject> {
  const value = text.trim() === '' ? null : parseJson(text)
  if (value === undefined) yield { line, message: 'What begins here is not JSON.', isLost: true }
  else {
    if (isDamaged) yield { line, message: DAMAGED_TEXT, isLost: false }
    yield { line, value }
  }
}

/** Undefined when it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The importer's own tables have commas, and a program that saved one anew may have put another sign there. */
async function* readTable(source: ByteSource, isOfCommas: boolean): AsyncGenerator<CoralObject> {
  for await (const row of readCsvRows(source, isOfCommas ? ',' : undefined)) {
    if ('problem' in row) yield { line: row.line, message: row.problem, isLost: row.isLost }
    else yield readCoralRow(row.line, row.cells)
  }
}
