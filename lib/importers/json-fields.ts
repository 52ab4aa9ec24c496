import type { ColumnChoice, CsvField } from '../contracts/import'
import { CSV_FIELDS, foldName } from './csv-columns'
import { readSkipReason } from './csv-status'
import type { JsonCell } from './json-cells'

/** What objects call things beside the names that tables give them, best first. */
const MORE_NAMES: Partial<Record<CsvField, readonly string[]>> = {
  externalId: ['objectid', 'uuid', 'guid', 'cmtid', 'commenthex', 'nodeid'],
  articleExternalId: ['pageidentifier', 'pagekey', 'postslug', 'topicid', 'topicsourceid', 'discussionid', 'post', 'article', 'threadid'],
  articleTitle: ['pagetitle', 'threadtitle', 'topictitle', 'subject'],
  articleUrl: ['threadurl', 'topicurl', 'contenturl', 'pagelink', 'uri', 'page', 'permalink', 'htmlurl', 'href', 'path'],
  parentExternalId: ['pid', 'replyid', 'replytoid', 'inreplytoid', 'repliedto', 'parentuuid', 'quotereply', 'rid'],
  authorName: ['nick', 'nickname', 'bynickname', 'byname', 'login', 'postedby', 'createdby', 'owner', 'authordisplayname', 'fullname'],
  authorExternalId: ['uid', 'memberid', 'ownerid', 'authoruserid', 'createdbyid'],
  body: ['markdown', 'msg', 'bodytext', 'plaintext', 'orig', 'html', 'bodyhtml', 'texthtml', 'contenthtml', 'parsedcontent', 'textdisplay'],
  postedAt: [
    'dategmt',
    'createdtime',
    'createtime',
    'creationdate',
    'creationtime',
    'datecreated',
    'insertedat',
    'ctime',
    'publishdate',
    'ts',
  ],
  status: ['approve', 'verified', 'mode', 'commentstate'],
  deleted: ['delete', 'isremoved', 'trashed', 'istrashed', 'removedat', 'trashedat'],
  spam: ['markedasspam', 'flaggedasspam'],
}
/** What says yes of a comment that is not shown, and what says no of it. */
export const HELD = new Set([
  'pending',
  'ispending',
  'hidden',
  'ishidden',
  'unapproved',
  'isunapproved',
  'isminimized',
  'private',
  'isprivate',
  'held',
])
const SHOWN = new Set(['visible', 'isvisible', 'public', 'ispublic', 'published', 'ispublished', 'enabled'])

/** What an object within an object is about, by its name, and what is read of it. */
const GROUPS: { names: ReadonlySet<string>; fields: Partial<Record<CsvField, readonly string[]>> }[] = [
  {
    names: new Set(['user', 'author', 'commenter', 'from', 'member', 'owner', 'profile', 'createdby', 'postedby', 'writer', 'sender']),
    fields: {
      authorName: ['displayname', 'name', 'fullname', 'nickname', 'nick', 'username', 'login', 'handle'],
      authorExternalId: ['id', 'userid', 'uid', 'guid'],
    },
  },
  {
    names: new Set(['page', 'article', 'story', 'post', 'thread', 'topic', 'locator', 'asset', 'discussion', 'subject', 'entry']),
    fields: {
      articleExternalId: ['identifier', 'externalid', 'slug', 'id', 'key'],
      articleTitle: ['title', 'headline', 'name'],
      articleUrl: ['url', 'link', 'uri', 'permalink', 'href', 'path'],
    },
  },
  {
    names: new Set(['parent', 'replyto', 'inreplyto', 'parentcomment', 'repliedto']),
    fields: { parentExternalId: ['id', 'uuid', 'externalid'] },
  },
  {
    names: new Set(['content', 'body', 'text', 'comment', 'message']),
    fields: { body: ['raw', 'text', 'plain', 'plaintext', 'value', 'markdown', 'body', 'rendered', 'html', 'processed'] },
  },
  { names: new Set(['created', 'date', 'time', 'timestamp', 'createdat']), fields: { postedAt: ['seconds', 'datetime', 'value', 'time'] } },
]
/** Names that mean the comment's own address as often as its page's. */
const WEAK_ADDRESSES = new Set(['url', 'uri', 'permalink', 'htmlurl', 'href', 'path', 'title', 'subject'])

/** What a cell may be, and how good a source of it: the lower the better. */
interface Meaning {
  field: CsvField
  rank: number
}

const OWN = new Map<string, Meaning>()
for (const [field, names] of Object.entries(CSV_FIELDS) as [CsvField, readonly string[]][])
  for (const [rank, name] of [...names, ...(MORE_NAMES[field] ?? [])].entries()) {
    const folded = foldName(name)
    if (!OWN.has(folded)) OWN.set(folded, { field, rank })
  }

/** What an object says of a comment. */
export interface JsonRow {
  cells: Partial<Record<CsvField, JsonCell>>
  /** What it says of not being shown: every flag and status in it. */
  status: string
  /** Whether its article is named by a field that could as well mean the comment itself. */
  isArticleWeak: boolean
}

/** Reads the cells of an object by their names, or by what `choice` says of them. */
export function readJsonRow(given: readonly JsonCell[], choice: ColumnChoice): JsonRow {
  const chosen = new Map((Object.entries(choice) as [CsvField, string][]).map(([field, name]) => [foldName(name), field]))
  const best: Partial<Record<CsvField, { cell: JsonCell; rank: number }>> = {}
  const states: string[] = []
  for (const cell of given) {
    const field = chosen.get(foldName(cell.name))
    const meanings =
      field === undefined ? findMeanings(cell).filter((meaning) => choice[meaning.field] === undefined) : [{ field, rank: -1 }]
    for (const { field: meant, rank } of meanings) {
      if (meant === 'status') states.push(readState(cell))
      const next = { cell, rank: rank + worseness(meant, cell) }
      const known = best[meant]
      if (known === undefined || next.rank < known.rank) best[meant] = next
    }
    if (field === undefined) states.push(readFlag(cell))
  }
  if (best.authorExternalId?.cell.text === '0') delete best.authorExternalId
  const cells = Object.fromEntries(Object.entries(best).map(([name, { cell }]) => [name, cell])) as JsonRow['cells']
  return { cells, status: chooseState(states), isArticleWeak: isWeak(cells) }
}

/** What the names of an object's values are taken for. */
export function nameFields(cells: readonly JsonCell[], choice: ColumnChoice): Map<string, CsvField> {
  const { cells: read } = readJsonRow(cells, choice)
  return new Map((Object.entries(read) as [CsvField, JsonCell][]).map(([field, { name }]) => [name, field]))
}

/** What says nothing counts last, a page's path after its whole address, and a time of no known offset after one of UTC. */
function worseness(field: CsvField, { type, text, path }: JsonCell): number {
  if (text.trim() === '' || (field === 'authorExternalId' && type === 'number' && text === '0')) return 1000
  if (field === 'articleUrl') return /^https?:\/\//i.test(text) ? 0 : 500
  return field === 'postedAt' && /(?:gmt|utc)$/.test(path.at(-1) ?? '') ? -500 : 0
}

function findMeanings(cell: JsonCell): Meaning[] {
  const [group, name] = cell.path.length > 1 ? cell.path.slice(-2) : [undefined, cell.path[0]]
  if (name === undefined) return []
  if (group === undefined) {
    const own = OWN.get(name)
    if (own === undefined) return []
    // A number in the author's place is their id.
    if (own.field === 'authorName' && cell.type === 'number') return [{ field: 'authorExternalId', rank: 100 + own.rank }]
    return fits(own.field, cell) ? [own] : []
  }
  return GROUPS.filter(({ names }) => names.has(group)).flatMap(({ fields }) =>
    (Object.entries(fields) as [CsvField, readonly string[]][]).flatMap(([field, names]) => {
      const rank = names.indexOf(name)
      return rank === -1 || !fits(field, cell) ? [] : [{ field, rank: rank + 0.5 }]
    }),
  )
}

/** Whether a value can be what its name says: a text is no number, a time no yes. */
function fits(field: CsvField, { type, text }: JsonCell): boolean {
  if (type === 'null') return true
  if (field === 'body' || field === 'articleTitle' || field === 'articleUrl' || field === 'authorName' || field === 'language')
    return type === 'text'
  if (field === 'revision') return type === 'number' && /^\d{1,9}$/.test(text)
  return type !== 'boolean' || field === 'status' || field === 'deleted' || field === 'spam'
}

/** Isso keeps its states as numbers of one bit. */
export const MODES: ReadonlyMap<string, string> = new Map([
  ['1', 'approved'],
  ['2', 'pending'],
  ['4', 'deleted'],
])

function readState({ path, text }: JsonCell): string {
  return path.at(-1) === 'mode' ? (MODES.get(text) ?? '') : text
}

function readFlag(cell: JsonCell): string {
  const name = cell.path[0] ?? ''
  if (cell.path.length > 1) return ''
  if (HELD.has(name)) return cell.text === 'true' || cell.text === '1' ? 'pending' : ''
  return SHOWN.has(name) && cell.type === 'boolean' && cell.text === 'false' ? 'pending' : ''
}

/** Of several the one that hides the comment, else the one that means nothing to us. */
function chooseState(states: readonly string[]): string {
  const read = states.map((state) => ({ state, why: readSkipReason({ status: state, deleted: '', spam: '' }) }))
  return (read.find(({ why }) => why !== null && why !== undefined) ?? read.find(({ why }) => why === undefined))?.state ?? ''
}

function isWeak({ articleExternalId, articleTitle, articleUrl }: JsonRow['cells']): boolean {
  const isOwn = (cell: JsonCell | undefined) =>
    cell !== undefined && cell.text !== '' && !(cell.path.length === 1 && WEAK_ADDRESSES.has(cell.path[0] ?? ''))
  return !isOwn(articleExternalId) && !isOwn(articleTitle) && !isOwn(articleUrl)
}
