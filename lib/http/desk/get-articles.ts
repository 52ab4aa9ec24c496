import type { ArticleListRow } from '../../contracts/article-list'
import { exportArticles, listArticlePage } from '../../services/article/list-page'
import { handle, json } from '../handler'
import { readFormat, tableFile } from '../table-file'
import { whileTaken } from '../taken-file'

const COLUMNS: Record<string, (row: ArticleListRow) => string | number | boolean | null> = {
  title: (row) => row.title,
  section: (row) => row.section,
  author: (row) => row.author,
  state: (row) => row.state,
  published: (row) => row.publishedAt,
  comments: (row) => row.comments,
  voices: (row) => row.voices,
  waiting: (row) => row.waiting,
  rejected: (row) => row.rejected,
  // As on the page: of comments that nobody has looked at there is no share of marks.
  'off-topic share': (row) => (row.judged === 0 ? null : row.offTopicShare),
  'uncivil share': (row) => (row.judged === 0 ? null : row.uncivilShare),
  civility: (row) => row.civility,
  'median wait (s)': (row) => row.medianWaitSeconds,
  'p90 wait (s)': (row) => row.p90WaitSeconds,
  'last comment': (row) => row.lastCommentAt,
}

/**
 * `GET /api/v1/desk/articles?sort=&order=&section=&author=&state=&q=&from=&to=&waiting=&cursor=&limit=`: articles with the figures of
 * their discussions; with `format=csv` or `json` all of them as a file.
 */
export const getArticles = handle(async (ctx, request) => {
  const asked = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  const format = readFormat(request)
  if (format === null) return json(await listArticlePage(ctx, asked))
  return tableFile('articles', format, COLUMNS, whileTaken(request, 'read', exportArticles(ctx, asked)))
})
