/** The columns of the importer's tables, in their order. A table may end earlier where the last ones are new. */
const COMMENTS = ['id', 'authorID', 'storyID', 'createdAt', 'body', 'parentID', 'status', 'rating']
const STORIES = ['id', 'url', 'title', 'author', 'publishedAt', 'closedAt', 'mode']
const USERS = ['id', 'email', 'username', 'role', 'banned', 'createdAt']

type Row = { line: number; value: unknown } | { line: number; message: string; isLost: boolean }

/**
 * One row of `comments.csv`, `stories.csv` or `users.csv` as the object that Coral keeps of it. Which table it is of
 * shows in the row itself: a story's second cell is an address, a user's an e-mail address. A header is passed over.
 */
export function readCoralRow(line: number, cells: readonly string[]): Row {
  const [id = '', second = ''] = cells.map((cell) => cell.trim())
  if (id === '' && cells.every((cell) => cell.trim() === '')) return { line, value: null }
  if (id.toLowerCase() === 'id') return { line, value: null }
  if (/^https?:\/\//i.test(second)) return { line, value: readStory(name(STORIES, cells)) }
  if (second.includes('@') && cells.length === USERS.length) return { line, value: name(USERS, cells) }
  if (cells.length < COMMENTS.length - 1 || cells.length > COMMENTS.length) {
    return {
      line,
      message: `This row has ${cells.length} cells; a comment has ${COMMENTS.length - 1} or ${COMMENTS.length}.`,
      isLost: true,
    }
  }
  return { line, value: readComment(name(COMMENTS, cells)) }
}

function name(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? '']))
}

function readComment({ body = '', createdAt, status = '', ...row }: Record<string, string>): object {
  return { ...row, createdAt, status: status.toUpperCase() || 'NONE', revisions: [{ body, createdAt }] }
}

function readStory({ id, url, title, author, publishedAt }: Record<string, string>): object {
  return { id, url, metadata: { title, author, publishedAt } }
}
