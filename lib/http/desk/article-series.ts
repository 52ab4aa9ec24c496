import { z } from 'zod'
import type { ArticleThreadEntry } from '../../contracts/article-thread'
import { parseInput } from '../../contracts/parse'
import type { CsvValue } from '../../domain/csv-cell'
import { readDriftMap } from '../../services/article/drift'
import { getArticlePage } from '../../services/article/page'
import { listArticleThread } from '../../services/article/thread'
import { readStandingWords } from '../../services/article/words'
import type { Context } from '../../services/context'
import { handle, segmentAfter } from '../handler'
import { onePage, tableFile } from '../table-file'
import { whileTaken } from '../taken-file'

type SeriesRow = Record<string, string | number | boolean | null>

/** What an article's page draws or tells, as rows. */
const SERIES = {
  volume: async (ctx, id) => (await getArticlePage(ctx, id)).volume.buckets.map((bucket) => ({ ...bucket })),
  hours: async (ctx, id) => (await getArticlePage(ctx, id)).hours.map((hour) => ({ ...hour })),
  distributions: async (ctx, id) => {
    const { incivility, offTopic } = (await getArticlePage(ctx, id)).distributions
    const steps = incivility.counts.map((count, step) => ({ from: step / 10, to: (step + 1) / 10, incivility: count }))
    return [
      ...steps.map((step, index) => ({ ...step, offTopic: offTopic.counts[index] ?? 0 })),
      { from: null, to: null, incivility: incivility.unknown, offTopic: offTopic.unknown },
    ]
  },
  waits: async (ctx, id) => (await getArticlePage(ctx, id)).waits.histogram.map((step) => ({ ...step })),
  voices: async (ctx, id) => (await getArticlePage(ctx, id)).voices.top.map((voice) => ({ ...voice })),
  sizes: async (ctx, id) => (await getArticlePage(ctx, id)).voices.sizes.map((size) => ({ ...size })),
  drift: async (ctx, id) => (await readDriftMap(ctx, id)).nodes.map((node) => ({ ...node })),
  words: async (ctx, id) => (await readStandingWords(ctx, id)).words.map(({ word, here, ratio, z }) => ({ word, here, ratio, z })),
  featuring: async (ctx, id) =>
    (await getArticlePage(ctx, id)).candidates.map(({ reasons, ...candidate }) => ({ ...candidate, reasons: reasons.join(' ') })),
  decisions: async (ctx, id) => (await getArticlePage(ctx, id)).decided.rows.map((row) => ({ ...row })),
  acts: async (ctx, id) => (await getArticlePage(ctx, id)).acts.map((act) => ({ ...act })),
} satisfies Record<string, (ctx: Context, id: string) => Promise<SeriesRow[]>>

/** What the file of the discussion itself tells of a comment. */
const COMMENT: Record<string, (entry: ArticleThreadEntry) => CsvValue> = {
  id: (entry) => entry.id,
  parentId: (entry) => entry.parentId,
  depth: (entry) => entry.depth,
  postedAt: (entry) => entry.postedAt,
  commenter: (entry) => entry.commenterName,
  status: (entry) => entry.status,
  offTopic: (entry) => entry.offTopic,
  uncivil: (entry) => entry.uncivil,
  body: (entry) => entry.body,
}

/** The discussion in reading order, read page by page. */
async function* readComments(ctx: Context, articleId: string): AsyncGenerator<ArticleThreadEntry[]> {
  for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
    const page = await listArticleThread(ctx, articleId, cursor === null ? {} : { cursor })
    yield page.entries
    cursor = page.nextCursor
  }
}

const FILES = ['comments', ...(Object.keys(SERIES) as (keyof typeof SERIES)[])] as const
const Query = z.object({ series: z.enum(FILES), format: z.enum(['csv', 'json']) })

/** `GET /api/v1/desk/articles/{id}/export?series=…&format=csv|json`: the comments, or one of SERIES, as a file. */
export const getSeries = handle(async (ctx, request) => {
  const { series, format } = parseInput(Query, Object.fromEntries(new URL(request.url).searchParams))
  const articleId = segmentAfter(request, 'articles')
  if (series === 'comments') return tableFile(series, format, COMMENT, whileTaken(request, 'read', readComments(ctx, articleId)))
  const rows: SeriesRow[] = await SERIES[series](ctx, articleId)
  const names = Object.keys(rows[0] ?? {})
  const columns = Object.fromEntries(names.map((name) => [name, (row: SeriesRow) => row[name] ?? null]))
  return tableFile<SeriesRow>(series, format, columns, onePage(rows))
})
