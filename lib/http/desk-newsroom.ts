import type { ArticlePage } from '../contracts/article-page'
import type { Comparison } from '../contracts/compare'
import { parseInput } from '../contracts/parse'
import { z } from 'zod'
import { compareDiscussions } from '../services/article/compare'
import { getArticlePage } from '../services/article/page'
import { readOverview } from '../services/newsroom/overview'
import { readWorkload } from '../services/newsroom/workload'
import { handle, json, segmentAfter } from './handler'
import { onePage, readFormat, tableFile } from './table-file'

/** `GET /api/v1/desk/compare?of=articles&id=&id=` · `of=sections&section=&section=&from=&to=` · `of=weeks&week=&week=&section=`; with `format=` its groups as a file. */
export const getComparison = handle(async (ctx, request) => {
  const { searchParams } = new URL(request.url)
  const one = Object.fromEntries(searchParams)
  const of = searchParams.get('of')
  const many =
    of === 'articles'
      ? { id: searchParams.getAll('id') }
      : of === 'weeks'
        ? { week: searchParams.getAll('week') }
        : { section: searchParams.getAll('section') }
  const comparison = await compareDiscussions(ctx, { ...one, ...many })
  const format = readFormat(request)
  if (format === null) return json(comparison)
  return tableFile<Comparison['groups'][number]>(
    `comparison-${of ?? ''}`,
    format,
    {
      title: (row) => row.title,
      articles: (row) => row.figures.articles,
      comments: (row) => row.figures.comments,
      replies: (row) => row.figures.replies,
      voices: (row) => row.voices,
      waiting: (row) => row.figures.waiting,
      rejected: (row) => row.figures.rejected,
      'off-topic share': (row) => row.figures.offTopicShare,
      'uncivil share': (row) => row.figures.uncivilShare,
      civility: (row) => row.figures.civility,
      'median wait (s)': (row) => row.figures.medianWaitSeconds,
      'p90 wait (s)': (row) => row.figures.p90WaitSeconds,
    },
    onePage(comparison.groups),
  )
})

/** `GET /api/v1/desk/overview?from=&to=`: the site by section and by day; with `format=` its sections as a file. */
export const getOverview = handle(async (ctx, request) => {
  const overview = await readOverview(ctx, Object.fromEntries(new URL(request.url).searchParams))
  const format = readFormat(request)
  if (format === null) return json(overview)
  type Row = (typeof overview.sections)[number]
  return tableFile<Row>(
    `overview-${overview.from}-${overview.to}`,
    format,
    {
      section: (row) => row.section,
      articles: (row) => row.figures.articles,
      comments: (row) => row.figures.comments,
      waiting: (row) => row.figures.waiting,
      rejected: (row) => row.figures.rejected,
      'off-topic share': (row) => row.figures.offTopicShare,
      'uncivil share': (row) => row.figures.uncivilShare,
      civility: (row) => row.figures.civility,
      'median wait (s)': (row) => row.figures.medianWaitSeconds,
      'p90 wait (s)': (row) => row.figures.p90WaitSeconds,
    },
    onePage(overview.sections),
  )
})

/** `GET /api/v1/desk/workload?from=&to=`: what each person decided, for leads. */
export const getWorkload = handle(async (ctx, request) =>
  json(await readWorkload(ctx, Object.fromEntries(new URL(request.url).searchParams))),
)

const Series = z.object({ series: z.enum(['volume', 'hours', 'waits', 'voices', 'decisions']), format: z.enum(['csv', 'json']) })

/** `GET /api/v1/desk/articles/{id}/export?series=volume|hours|waits|voices|decisions&format=csv|json`: one series of its page as a file. */
export const getSeries = handle(async (ctx, request) => {
  const { series, format } = parseInput(Series, Object.fromEntries(new URL(request.url).searchParams))
  const rows = listRows(await getArticlePage(ctx, segmentAfter(request, 'articles')), series)
  const names = Object.keys(rows[0] ?? {})
  const columns = Object.fromEntries(names.map((name) => [name, (row: SeriesRow) => row[name] ?? null]))
  return tableFile<SeriesRow>(series, format, columns, onePage(rows))
})

type SeriesRow = Record<string, string | number | boolean | null>

function listRows(page: ArticlePage, series: z.infer<typeof Series>['series']): SeriesRow[] {
  switch (series) {
    case 'volume':
      return page.volume.buckets.map((bucket) => ({ ...bucket }))
    case 'hours':
      return page.hours.map((hour) => ({ ...hour }))
    case 'waits':
      return page.waits.histogram.map((step) => ({ ...step }))
    case 'voices':
      return page.voices.top.map((voice) => ({ ...voice }))
    case 'decisions':
      return page.decided.rows.map((row) => ({ ...row }))
  }
}
