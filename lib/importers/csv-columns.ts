import type { ColumnChoice, CsvField } from '../contracts/import'

/** What a column of a CSV file can hold, by the names that exports give it, in English and German. */
export const CSV_FIELDS = {
  externalId: ['id', 'comment_id', 'external_id', 'comment_external_id', 'comment_no', 'kommentar_id', 'kommentar_nr'],
  articleExternalId: [
    'article_id',
    'article_external_id',
    'article',
    'story_id',
    'post_id',
    'comment_post_id',
    'page_id',
    'thread_id',
    'topic_id',
    'video_id',
    'artikel_id',
  ],
  articleTitle: ['article_title', 'title', 'story_title', 'post_title', 'headline', 'artikel', 'artikel_titel', 'titel', 'überschrift'],
  articleUrl: ['article_url', 'story_url', 'post_url', 'page_url', 'url', 'artikel_url', 'adresse'],
  parentExternalId: [
    'parent_id',
    'parent',
    'parent_external_id',
    'parent_comment_id',
    'comment_parent',
    'reply_to',
    'in_reply_to',
    'antwort_auf',
    'antwort_auf_nr',
    'reply_to_no',
  ],
  authorName: [
    'author',
    'author_name',
    'name',
    'user_name',
    'user',
    'commenter',
    'commenter_name',
    'display_name',
    'comment_author',
    'autor',
    'verfasser',
    'nutzer',
    'nutzername',
    'benutzer',
    'benutzername',
  ],
  authorExternalId: ['author_id', 'author_external_id', 'user_id', 'commenter_id', 'autor_id', 'nutzer_id', 'benutzer_id'],
  body: [
    'text',
    'body',
    'comment',
    'comment_text',
    'comment_body',
    'comment_content',
    'content',
    'message',
    'kommentar',
    'kommentartext',
    'inhalt',
    'raw',
    'cooked',
  ],
  postedAt: [
    'created_at',
    'posted_at',
    'published_at',
    'date',
    'comment_date_gmt',
    'comment_date',
    'comment_create_timestamp',
    'time',
    'timestamp',
    'created',
    'posted',
    'datum',
    'zeit',
    'zeitpunkt',
    'erstellt_am',
    'verfasst_am',
  ],
  language: ['language', 'lang', 'locale', 'sprache'],
  revision: ['revision', 'version'],
  status: ['status', 'state', 'approved', 'is_approved', 'comment_approved', 'comment_status', 'moderation_status', 'freigegeben'],
  deleted: ['deleted', 'is_deleted', 'deleted_at', 'removed', 'gelöscht', 'gelöscht_am'],
  spam: ['spam', 'is_spam'],
} as const satisfies Record<CsvField, readonly string[]>

const BY_NAME: ReadonlyMap<string, CsvField> = new Map(
  (Object.entries(CSV_FIELDS) as [CsvField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name) => [foldName(name), field] as const),
  ),
)

/** How tables number their rows. That is an id only where replies refer to it, and within one article only. */
const NUMBERS = /^(?:#|nr|no|num|number|nummer|lfdnr|laufendenummer)$/

/** Which column holds what; `unknown` are the headers that mean nothing to us. */
export interface CsvColumns {
  at: Partial<Record<CsvField, number>>
  unknown: string[]
  /** Whether the ids count the rows of one table. */
  isNumbered: boolean
}

/**
 * Reads a header row. Case, spaces, hyphens and underscores do not matter. Of two columns for one field the first counts, of two times
 * that in UTC; what `choice` says of a field or a column counts before any name.
 */
export function readColumns(header: readonly string[], choice: ColumnChoice = {}): CsvColumns {
  const columns: CsvColumns = { at: {}, unknown: [], isNumbered: false }
  const chosen = new Map((Object.entries(choice) as [CsvField, string][]).map(([field, name]) => [foldName(name), field]))
  for (const [index, name] of header.entries()) {
    const known = BY_NAME.get(foldName(name))
    const field = chosen.get(foldName(name)) ?? (known !== undefined && choice[known] === undefined ? known : undefined)
    const before = field === undefined ? undefined : columns.at[field]
    const isBetter = field === 'postedAt' && before !== undefined && isOfUtc(name) && !isOfUtc(header[before] ?? '')
    const isTaken = before !== undefined && (!isBetter || choice.postedAt !== undefined)
    if (field === undefined || isTaken) columns.unknown.push(name.trim())
    else {
      if (before !== undefined) columns.unknown.push(header[before]?.trim() ?? '')
      columns.at[field] = index
    }
  }
  const numbers = header.findIndex((name) => NUMBERS.test(name.trim() === '#' ? '#' : foldName(name)))
  const isNumbered = columns.at.externalId === undefined && columns.at.parentExternalId !== undefined && numbers !== -1
  if (!isNumbered) return columns
  const unknown = columns.unknown.filter((name) => name !== header[numbers]?.trim())
  return { at: { ...columns.at, externalId: numbers }, unknown, isNumbered }
}

/** Whether a column of times says that they are in UTC, as WordPress does. */
export function isOfUtc(name: string): boolean {
  return /_(?:gmt|utc)\s*$/i.test(name)
}

/** Those of the chosen columns that the header does not have. */
export function findMissing(header: readonly string[], choice: ColumnChoice): string[] {
  const names = new Set(header.map(foldName))
  return Object.values(choice).filter((name) => !names.has(foldName(name)))
}

const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** What spreadsheets write above a header, to say which delimiter the table has. */
export const DELIMITER_LINE = /^"?sep=([,;\t|])"?\s*$/i

/** The delimiter a first line names or, as the header, uses: comma, semicolon, tab or bar. */
export function readDelimiter(line: string): Delimiter {
  const named = DELIMITER_LINE.exec(line)?.[1]
  if (named !== undefined) return named as Delimiter
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).delimiter
}

/** The names that a header has. */
export function splitHeader(line: string, delimiter: Delimiter): string[] {
  return line.split(delimiter).map((name) => name.replace(/^"|"$/g, ''))
}

/** Whether a first line is the header of a CSV file of comments: it names a text and one thing more. */
export function isCsvHeader(line: string): boolean {
  const { at } = readColumns(splitHeader(line, readDelimiter(line)))
  return at.body !== undefined && Object.keys(at).length >= 2
}

/** A name as it is compared: in lower case, letters and digits only. */
export function foldName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
