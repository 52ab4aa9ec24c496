import type { ColumnChoice, CsvField } from '../contracts/import'
import { foldName, readColumns } from './csv-columns'
import { isOfDrupalComments, isOfDrupalTexts } from './sql-drupal'
import { findWordPressRole, type WordPressRole } from './sql-wordpress'

/** What a table is for, as its columns tell. */
export type SqlRole =
  | { kind: 'wordpress'; role: WordPressRole; prefix: string }
  | { kind: 'commento'; role: 'comments' | 'commenters' | 'pages' }
  | { kind: 'drupal'; role: 'comments' | 'texts' }
  | { kind: 'comments' }
  | { kind: 'facts' }

/** What tables in databases call things beside the names that other tables give them, best first. */
const MORE_NAMES: Partial<Record<CsvField, readonly string[]>> = {
  externalId: ['cid', 'uuid', 'guid', 'commenthex'],
  articleExternalId: [
    'tid',
    'page_key',
    'post',
    'entry_id',
    'comment_entry_id',
    'news_id',
    'entity_id',
    'node_id',
    'nid',
    'object_id',
    'object_pk',
    'commentable_id',
    'external_ref',
    'resource_id',
    'content_id',
    'item_id',
    'discussion_id',
    'slug',
  ],
  parentExternalId: ['pid', 'reply_id', 'reply_to_id', 'in_reply_to_id', 'rid', 'comment_parent_id'],
  authorName: ['nick', 'firstname', 'post_username', 'nickname', 'by_nickname', 'by_name', 'login', 'poster', 'fullname'],
  authorExternalId: ['uid', 'member_id', 'poster_id'],
  body: ['markdown', 'html', 'msg', 'body_text', 'comment_body_value', 'post_text'],
  postedAt: [
    'created_on',
    'comment_created_on',
    'inserted_at',
    'creation_date',
    'created_time',
    'create_time',
    'ctime',
    'post_time',
    'submit_date',
    'date_added',
    'added_at',
  ],
  deleted: ['is_removed', 'removed_at', 'trashed_at'],
  status: ['published', 'visible', 'is_public', 'comment_visible', 'mode', 'verified'],
}
const TITLES = ['title', 'headline', 'display_name', 'post_title', 'name', 'subject', 'full_name', 'username', 'nick', 'login']
const ADDRESSES = ['url', 'uri', 'link', 'permalink']

/** Names that mean something else where they stand beside each other: in phpBB, and in TYPO3, where every table has such. */
const TOGETHER: readonly { names: readonly string[]; choice: ColumnChoice; others: readonly string[] }[] = [
  { names: ['post_id', 'topic_id', 'post_text'], choice: { externalId: 'post_id', articleExternalId: 'topic_id' }, others: [] },
  { names: ['uid', 'pid', 'crdate'], choice: { externalId: 'uid', postedAt: 'crdate' }, others: ['pid', 'tstamp'] },
]

/** What is known of a table's columns: which holds what, and how they are called where one means something else than in a table alone. */
export interface SqlColumns {
  header: string[]
  choice: ColumnChoice
  fields: Partial<Record<CsvField, string>>
}

/** Reads the names of columns as those of a table that stands by itself (csv-columns.ts), and by what databases call them. */
export function readSqlColumns(all: readonly string[], given: ColumnChoice): SqlColumns {
  const together = TOGETHER.find(({ names }) => names.every((name) => all.some((one) => one.toLowerCase() === name)))
  return readNames(all, { ...together?.choice, ...given }, together?.others ?? [])
}

function readNames(columns: readonly string[], given: ColumnChoice, others: readonly string[]): SqlColumns {
  const taken = new Set([...others, ...Object.values(given)].map(foldName))
  const isNamed = readColumns(columns, given).at
  const folded = columns.map(foldName)
  const choice: ColumnChoice = { ...given }
  for (const [field, names] of Object.entries(MORE_NAMES) as [CsvField, readonly string[]][]) {
    const name = names.map(foldName).find((one) => folded.includes(one) && !taken.has(one))
    if (isNamed[field] === undefined && choice[field] === undefined && name !== undefined)
      choice[field] = columns[folded.indexOf(name)] ?? name
  }
  const hasArticle = isNamed.articleExternalId !== undefined || choice.articleExternalId !== undefined
  const isChosen = (name: string) => Object.values(given).some((one) => foldName(one) === foldName(name))
  // Beside the article's number, an address is that of who wrote, and a title the comment's own.
  const header = columns.map((name) => (hasArticle && !isChosen(name) && /^(?:url|title)$/i.test(name) ? `own_${name}` : name))
  const { at } = readColumns(header, choice)
  const fields = Object.fromEntries((Object.entries(at) as [CsvField, number][]).map(([field, index]) => [field, columns[index]]))
  return { header, choice, fields }
}

/** What a table is for. Null when it holds nothing that comments need. */
export function findSqlRole(table: string, columns: readonly string[], choice: ColumnChoice): SqlRole | null {
  const names = new Set(columns.map(foldName))
  const has = (...wanted: string[]) => wanted.every((name) => names.has(name))
  const isChosen = choice.body !== undefined && names.has(foldName(choice.body))
  const wordPress = choice.body === undefined ? findWordPressRole(columns) : null
  if (wordPress !== null) return { kind: 'wordpress', role: wordPress, prefix: table.replace(/[a-z]+$/i, '') }
  if (choice.body === undefined && has('commenthex', 'domain', 'parenthex')) return { kind: 'commento', role: 'comments' }
  if (isOfDrupalTexts(columns)) return { kind: 'drupal', role: 'texts' }
  if (isOfDrupalComments(columns)) return { kind: 'drupal', role: 'comments' }
  if (has('commenterhex', 'name', 'provider')) return { kind: 'commento', role: 'commenters' }
  if (has('domain', 'path', 'title')) return { kind: 'commento', role: 'pages' }
  const { fields } = readSqlColumns(columns, choice)
  if (isChosen || (choice.body === undefined && fields.body !== undefined && isOfComments(table, fields))) return { kind: 'comments' }
  return findFacts(columns) === null ? null : { kind: 'facts' }
}

const OF_COMMENTS = /comment|kommentar|coment|repl(?:y|ies)|reacti|discuss|guestbook/i
/** What is kept beside comments and tells of them. */
const BESIDE = /meta$|likes?$|votes?$|flags?$|reports?$|logs?$|histor(?:y|ies)$|revisions?$|drafts?$|subscri|setting|notification/i

/** Whether a table with a text holds comments: it is called so, or its rows have an author or a time, and something that they are about. */
function isOfComments(table: string, fields: SqlColumns['fields']): boolean {
  if (BESIDE.test(table)) return false
  if (OF_COMMENTS.test(table)) return Object.keys(fields).length > 1
  const isSaid = fields.authorName ?? fields.authorExternalId ?? fields.postedAt
  return isSaid !== undefined && (fields.parentExternalId ?? fields.articleExternalId) !== undefined
}

/** How well a table fits: one that is called so before others, then the one that says more of each comment. */
export function rankTable(table: string, columns: readonly string[], choice: ColumnChoice): number {
  const { fields } = readSqlColumns(columns, choice)
  const isAboutSomething = (fields.articleExternalId ?? fields.articleUrl ?? fields.articleTitle) !== undefined
  return (OF_COMMENTS.test(table) ? 100 : 0) + (isAboutSomething ? 10 : 0) + Object.keys(fields).length
}

/** Where a table says what its rows are called and where they are to be found. Null when it says neither. */
export function findFacts(columns: readonly string[]): { title: string | undefined; address: string | undefined } | null {
  const find = (names: readonly string[]) => {
    const name = names.map(foldName).find((one) => columns.some((column) => foldName(column) === one))
    return columns.find((column) => foldName(column) === name)
  }
  const [title, address] = [find(TITLES), find(ADDRESSES)]
  return title === undefined && address === undefined ? null : { title, address }
}
