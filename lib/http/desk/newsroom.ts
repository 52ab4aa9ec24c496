import type { Comparison, GroupFigures, ModeratorWork } from '../../contracts/compare'
import { compareDiscussions } from '../../services/article/compare'
import { readOverview } from '../../services/newsroom/overview'
import { readWorkload } from '../../services/newsroom/workload'
import { handle, json } from '../handler'
import { onePage, readFormat, tableFile } from '../table-file'

/** The figures of a group of discussions, as columns of a file. */
const FIGURES = {
  articles: ({ figures }) => figures.articles,
  comments: ({ figures }) => figures.comments,
  replies: ({ figures }) => figures.replies,
  waiting: ({ figures }) => figures.waiting,
  rejected: ({ figures }) => figures.rejected,
  'off-topic share': ({ figures }) => figures.offTopicShare,
  'uncivil share': ({ figures }) => figures.uncivilShare,
  civility: ({ figures }) => figures.civility,
  'median wait (s)': ({ figures }) => figures.medianWaitSeconds,
  'p90 wait (s)': ({ figures }) => figures.p90WaitSeconds,
} satisfies Record<string, (row: { figures: GroupFigures }) => number | null>

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
      ...FIGURES,
      voices: (row) => row.voices,
    },
    onePage(comparison.groups),
  )
})

/**
 * `GET /api/v1/desk/overview?from=&to=`: the site by section and by day; with `format=` its sections, or with `table=days`
 * its days, or with `table=articles` its busiest articles, as a file.
 */
export const getOverview = handle(async (ctx, request) => {
  const { table, ...asked } = Object.fromEntries(new URL(request.url).searchParams)
  const overview = await readOverview(ctx, asked)
  const format = readFormat(request)
  if (format === null) return json(overview)
  const name = `overview-${overview.from}-${overview.to}`
  if (table === 'days') {
    type Day = (typeof overview.days)[number]
    return tableFile<Day>(`${name}-days`, format, { day: (row) => row.day, ...FIGURES }, onePage(overview.days))
  }
  if (table === 'articles') {
    type Busy = (typeof overview.busiest)[number]
    const { articles: _one, ...figures } = FIGURES
    const columns = { title: (row: Busy) => row.title, section: (row: Busy) => row.section, ...figures }
    return tableFile<Busy>(`${name}-articles`, format, columns, onePage(overview.busiest))
  }
  type Section = (typeof overview.sections)[number]
  return tableFile<Section>(name, format, { section: (row) => row.section, ...FIGURES }, onePage(overview.sections))
})

/** `GET /api/v1/desk/workload?from=&to=`: what each person decided, for leads; with `format=` as a file. */
export const getWorkload = handle(async (ctx, request) => {
  const workload = await readWorkload(ctx, Object.fromEntries(new URL(request.url).searchParams))
  const format = readFormat(request)
  if (format === null) return json(workload)
  return tableFile<ModeratorWork>(
    `workload-${workload.from}-${workload.to}`,
    format,
    {
      name: (row) => row.name,
      decisions: (row) => row.decisions,
      approved: (row) => row.approved,
      rejected: (row) => row.rejected,
      marked: (row) => row.marked,
      undone: (row) => row.undone,
      'seen again': (row) => row.seenAgain,
      overturned: (row) => row.overturned,
      agreement: (row) => row.agreement,
    },
    onePage(workload.people),
  )
})
