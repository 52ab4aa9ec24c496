import { type ImportFormat } from '../contracts/import'
import { DomainError } from '../domain/errors'
import { readEncoding } from './byte-lines'
import { DELIMITER_LINE, isCsvHeader } from './csv-columns'
import { parseJsonValue } from './json-value'

/** An object that holds the list of comments, where NDJSON has an object for each. */
const COMMENTO = /^\{\s*"(?:version"\s*:\s*\d+\s*,\s*")?(?:comment(?:er)?s|pages)"\s*:\s*(?:\[|null)/

/** What every object in it has. */
const COMMENTO_KEY = /"comment(?:er)?Hex"\s*:|^[^\]]*\[\s*\]|^\{\s*"version"\s*:\s*3\b[^]*"(?:domainId|pageId)"\s*:/

/** What our own lines have, and no other system's. */
const OURS = /"(?:articleE|parentE|e)xternalId"\s*:|^\{\s*"type"\s*:\s*"(?:article|comment)"/
/** An object, or a list of them. */
const JSON_BEGINNING = /^(?:\[\s*)*(?:\{\s*["}]|\[\s*\])/

/** What every object of Coral's database carries, and those of Talk, as it was called before. */
const CORAL = /"(?:tenantID|storyID|asset_id)"\s*:\s*"|"(?:body_history|publication_date|ignoresUsers)"\s*:/
/** What MongoDB writes of any object, and what its users and articles have beside it; texts of comments they have none. */
const OF_MONGO = /"\$oid"\s*:\s*"/
const OWN_ID = /,\s*"id"\s*:\s*"/
const OWN_TEXT = /"(?:text|body|content|comment|message)"\s*:\s*"/
const CORAL_TABLE =
  /^"?id"?,"?(?:author_?id"?,"?story_?id"?,"?created_?at"?,"?body|url"?,"?title"?,"?author"?,"?published_?at"?,"?closed_?at)\b/i

/** A row of such a table, which may have no header: who, where and when, or an address, stand in no header. */
const CORAL_ROW = /^"?[^",\s]{1,200}"?,"?(?:https?:\/\/|[^",\s]{0,200}"?,"?[^",\s]{1,200}"?,"?\d{4}-\d\d-\d\dT\d\d:\d\d)/i

/** What programs write above the statements that would fill a database: remarks, or a client's own commands. */
const SQL_REMARKS = /^(?:(?:--|#|\\)[^\n]*\n|\/\*[^]*?\*\/;?|USE\b[^\n]*\n|GO\b|\s)*/
/** And the statements that they begin with. */
const SQL_DUMP =
  /^(?:(?:SET\s+(?:@|NAMES\b|\w+\s*(?:=|TO\b))|CREATE\s+(?:TABLE|DATABASE|SCHEMA|TYPE|EXTENSION)\b|DROP\s+(?:TABLE|DATABASE)\b|INSERT\s+(?:IGNORE\s+)?(?:INTO\b|\[)|REPLACE\s+INTO\b|LOCK\s+TABLES\b|START\s+TRANSACTION;|BEGIN(?:\s+TRANSACTION)?;|SELECT\s+pg_catalog\.|COPY\s+\S+\s*(?:\(|FROM\b))|PRAGMA\s+\w+\s*=|(?:create\s+table|drop\s+table)\s|insert\s+into\s+\S+\s*(?:\(|values\b))/
/** Or the remark itself says so. */
const SQL_REMARK = /^(?:(?:--|\/\*M?!)[^\n]*\n){0,2}(?:--|\/\*)[^\n]*\b(?:[Dd]ump|SQL)\b/

/** A row of four cells or more, each set apart by the same sign. */
const TABLE_ROW = /^"?\d{1,19}"?(?:(?:\t[^\t]*){3}|(?:;[^;]*){3}|(?:,(?=\S)[^,]*){3})/

/** The head of a page that a browser saved with its pictures in one file. */
const WEB_ARCHIVE = /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*){1,12}?Content-Type:\s*multipart\/related/i

/** The element that Disqus puts around all, or what only WordPress declares. Programs that write a file anew choose prefixes of their own. */
const XML_ROOT = /<(?:[\w.-]{1,50}:)?disqus\b|\bxmlns:wp\s*=|\bxmlns:[\w.-]{1,50}\s*=\s*["']https?:\/\/wordpress\.org\/export\//i

/** How much of a file's beginning is looked at, in bytes. */
export const HEAD_BYTES = 64 * 1024

const SIGNATURES: readonly { bytes: string; what: string }[] = [
  { bytes: '%PDF', what: 'a PDF' },
  { bytes: 'PK\x03\x04', what: 'a ZIP archive or an office document. Unpack it, or save the table as CSV' },
  { bytes: '\x89PNG', what: 'a picture' },
  { bytes: '\xff\xd8\xff', what: 'a picture' },
  { bytes: 'GIF8', what: 'a picture' },
  { bytes: 'BZh', what: 'a compressed file. Unpack it first' },
  { bytes: '\xfd7zXZ', what: 'a compressed file. Unpack it first' },
  { bytes: '\x28\xb5\x2f\xfd', what: 'a compressed file. Unpack it first' },
  { bytes: 'SQLite format 3', what: 'a database' },
  { bytes: '\xd0\xcf\x11\xe0', what: 'an old Excel or Word document. Save the table as CSV' },
]

/**
 * Which format a file has, from its first bytes; the name decides only between text that could be several.
 *
 * @throws DomainError invalid_input when it is empty, unsupported_format when it is none of ours, saying what it looks like
 */
export function detectFormat(name: string, head: Buffer): ImportFormat {
  const text = readHead(head)
  const first = text.trimStart()
  if (first === '') throw new DomainError('invalid_input', 'This file is empty. Nothing was imported.')
  if (/^[[{]/.test(first) && isOfCoral(first)) return 'coral'
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase()
  if (COMMENTO.test(first) && COMMENTO_KEY.test(first)) return 'commento'
  if (first.startsWith('{')) return isForeignJson(first, extension) ? 'json' : 'ndjson'
  if (first.startsWith('[') && JSON_BEGINNING.test(first)) return 'json'
  if (first.startsWith('[') && extension?.startsWith('json')) throw refuse('JSON without an object in it')
  // An export with a stray character before it is still an export.
  if (/^[^<]{0,8}<(?:\?xml|(?:[\w.-]{1,50}:)?disqus|rss)\b/i.test(first)) {
    // Whichever begins first is what the file is: a post may write of the other.
    const root = XML_ROOT.exec(first)?.[0]
    if (root !== undefined) return root.startsWith('<') ? 'disqus' : 'wordpress'
  }
  if (/^<(?:!doctype\s+html|html|head|body|!--|\?xml[^>]*>\s*(?:<!doctype\s+html|<html))/i.test(first)) return 'html'
  if (/^<(?:!doctype|\?xml|rss)\b/i.test(first)) throw refuse('XML of another system')
  if (SQL_DUMP.test(first.replace(SQL_REMARKS, '')) || SQL_REMARK.test(first) || extension === 'sql') return 'sql'
  if (WEB_ARCHIVE.test(first)) throw refuse('a web archive of a browser. Save the page as HTML instead')
  // Remarks may stand above a header.
  const line = first.split(/[\r\n]+/).find((one) => !one.startsWith('#') || isCsvHeader(one)) ?? ''
  if (CORAL_TABLE.test(line) || (extension === 'csv' && CORAL_ROW.test(line))) return 'coral'
  if (extension === 'ndjson' || extension === 'jsonl') return 'ndjson'
  if (extension === 'csv' || extension === 'tsv' || isCsvHeader(line) || DELIMITER_LINE.test(line) || isRow(line)) return 'csv'
  return 'article-text'
}

function isOfCoral(first: string): boolean {
  return CORAL.test(first) || (OF_MONGO.test(first) && OWN_ID.test(first) && !OWN_TEXT.test(first))
}

/** Whether a line is a row as databases dump it: without a header, with \N where there is nothing or a number before all. */
function isRow(line: string): boolean {
  return TABLE_ROW.test(line) || (/\t/.test(line) && line.split('\t').includes('\\N'))
}

/** Whether what begins with a brace is of another system, and not our own lines or, in a file of lines, one that is damaged. */
function isForeignJson(first: string, extension: string | undefined): boolean {
  if (OURS.test(first) || !JSON_BEGINNING.test(first)) return false
  const isOfLines = extension === 'ndjson' || extension === 'jsonl'
  const [line = '', ...more] = first.split(/\r?\n/)
  return !isOfLines || more.length === 0 || parseJsonValue(line) !== undefined
}

/** Whether a format can be told by what such a file, and no other, begins with; else it may be read as another that somebody names. */
export function isCertain(format: ImportFormat): boolean {
  return format === 'disqus' || format === 'wordpress' || format === 'sql'
}

function readHead(head: Buffer): string {
  const raw = head.toString('latin1')
  const known = SIGNATURES.find(({ bytes }) => raw.startsWith(bytes))
  if (known) throw refuse(known.what)
  const mark = readEncoding(head)
  if (mark !== null) return new TextDecoder(mark.encoding).decode(head)
  // One stray control character is damage; many are no text.
  const controls = raw.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0
  if (controls > 2 && controls * 100 > raw.length) throw refuse('binary data')
  return head.toString('utf8')
}

function refuse(what: string): DomainError {
  return new DomainError(
    'unsupported_format',
    `This file looks like ${what}. Parley reads saved pages (HTML or their plain text), NDJSON, CSV, JSON, SQL dumps, and exports of Commento, Coral, Disqus and WordPress. Nothing was imported.`,
  )
}
