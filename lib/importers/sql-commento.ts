import { CommentoReader } from './commento'
import type { ImportRecord } from './import-record'
import type { Spool } from './spool'
import type { SqlRecord } from './sql-record'

type Role = 'comments' | 'commenters' | 'pages'

/** Commento's comments from the tables of its database, as from its export. */
export async function* tellCommento(find: (role: Role) => readonly { rows: Spool<SqlRecord> }[]): AsyncGenerator<ImportRecord> {
  const rowsOf = (role: Role) => find(role).map(({ rows }) => rows)
  const titles = new Map<string, string>()
  for (const rows of rowsOf('pages'))
    for await (const { cells } of rows.read())
      if (cells['title']) titles.set(`${cells['domain'] ?? ''}${cells['path'] ?? ''}`, cells['title'])
  const reader = new CommentoReader(titles)
  try {
    for (const rows of rowsOf('commenters'))
      for await (const { line, cells } of rows.read())
        yield* reader.addCommenter(line, { commenterHex: cells['commenterhex'], name: cells['name'] })
    for (const rows of rowsOf('comments'))
      for await (const { line, cells } of rows.read()) yield* reader.addComment(line, toCommentoItem(cells))
    yield* reader.tellAll()
  } finally {
    await reader.close()
  }
}

/** Commento's database calls its page a path, and keeps times in UTC without saying so. */
function toCommentoItem(cells: Record<string, string>): object {
  const time = cells['creationdate'] ?? ''
  return {
    commentHex: cells['commenthex'],
    domain: cells['domain'],
    url: cells['path'] ?? cells['url'] ?? '',
    commenterHex: cells['commenterhex'],
    markdown: cells['markdown'],
    html: cells['html'],
    parentHex: cells['parenthex'],
    state: cells['state'],
    creationDate: /\d$/.test(time) && !/[+-]\d\d(?::?\d\d)?$/.test(time.slice(10)) ? `${time}Z` : time,
    deleted: /^(?:t|true|1)$/i.test(cells['deleted'] ?? ''),
  }
}
