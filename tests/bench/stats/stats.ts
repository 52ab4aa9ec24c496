import { parseArgs } from 'node:util'
import { uuidv7 } from 'uuidv7'
import { ARTICLE_LIST_SORTS } from '@/lib/domain/article-list'
import { getDb } from '@/lib/db/connection'
import { compareDiscussions } from '@/lib/services/article/compare'
import { readDriftMap } from '@/lib/services/article/drift'
import { listArticlePage } from '@/lib/services/article/list-page'
import { getArticlePage } from '@/lib/services/article/page'
import { listArticleThread } from '@/lib/services/article/thread'
import { createContext } from '@/lib/services/create-context'
import { readOverview } from '@/lib/services/newsroom/overview'
import { print, summarise } from '../desk/measure'
import { withOwnDatabase } from '../own-database'
import { measureHotArticle, measureIngest } from './ingest'
import { measureReport } from './report'
import { seedStats } from './seed'

// npm run bench:stats [-- --comments 10000000 --articles 10000 --large 300000 --runs 200]: what the editor's pages cost, of
// discussions of 100, 10,000 and 300,000 comments turn by turn, the list of all articles in every order, comparisons, the overview and the transparency report, and what keeping the
// figures adds to ingest, with and without in the same run. On an embedded PostgreSQL of its own.
const { values: options } = parseArgs({
  options: {
    comments: { type: 'string', default: '200000' },
    articles: { type: 'string', default: '10000' },
    large: { type: 'string', default: '300000' },
    runs: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '15' },
    only: { type: 'string' },
  },
})
const SECTIONS = ['Section 1', 'Section 2', 'Section 3']
const RUNS = Number(options.runs)
const wants = (part: string) => options.only === undefined || options.only.split(',').includes(part)

await withOwnDatabase(async (url, dir) => {
  if (wants('ingest')) {
    // About a second of comments each, after which the job folds.
    await measureIngest(dir, Number(options.rounds), 100, 60)
    await measureIngest(dir, Number(options.rounds), 1, 500)
  }
  if (wants('pages') || wants('list') || wants('compare') || wants('report') || wants('hot')) await measurePages(url, dir)
})

async function measurePages(url: string, dir: string): Promise<void> {
  const siteId = uuidv7()
  await getDb().prisma.site.create({ data: { id: siteId, slug: 'bench', name: 'Bench' } })
  const started = performance.now()
  const size = { articles: Number(options.articles), comments: Number(options.comments), discussions: [100, 10_000, Number(options.large)] }
  const { articles } = await seedStats(getDb(), url, siteId, size)
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`${size.comments.toLocaleString('en')} comments under ${size.articles.toLocaleString('en')} articles seeded in ${seconds} s`)
  const ctx = createContext({ kind: 'user', id: uuidv7(), name: 'Ines', role: 'editor', siteId, sessionId: uuidv7() })
  if (wants('pages')) {
    for (const [what, read] of [
      ['page', (id: string) => getArticlePage(ctx, id)],
      ['thread', (id: string) => listArticleThread(ctx, id)],
      ['drift map', (id: string) => readDriftMap(ctx, id)],
    ] as const) {
      const times = new Map(articles.map(({ comments }) => [comments, [] as number[]]))
      for (let run = -10; run < RUNS; run += 1) {
        for (const { id, comments } of articles) {
          const from = performance.now()
          await read(id)
          if (run >= 0) times.get(comments)?.push(performance.now() - from)
        }
      }
      const sums = [...times].map(([comments, list]) => ({ comments, ...summarise(list) }))
      for (const sum of sums)
        print(
          `${what} of a discussion of ${sum.comments.toLocaleString('en')}`,
          sum,
          `${(sum.p50 / (sums[0]?.p50 ?? 1)).toFixed(2)} × the smallest`,
        )
    }
  }
  if (wants('list')) {
    for (const sort of ARTICLE_LIST_SORTS) {
      const measured: number[] = []
      let cursor: string | null | undefined
      for (let run = -5; run < RUNS / 2; run += 1) {
        const from = performance.now()
        const page = await listArticlePage(ctx, { sort, ...(cursor === null || cursor === undefined ? {} : { cursor }) })
        if (run >= 0) measured.push(performance.now() - from)
        cursor = run % 20 === 0 ? undefined : page.nextCursor
      }
      print(`list by ${sort}, pages of 50`, summarise(measured))
    }
    const section: number[] = []
    for (let run = -5; run < RUNS / 2; run += 1) {
      const from = performance.now()
      await listArticlePage(ctx, { section: 'Section 3', sort: 'uncivil' })
      if (run >= 0) section.push(performance.now() - from)
    }
    print('list of one section by uncivil', summarise(section))
  }
  if (wants('compare')) {
    const day = (before: number) => new Date(Date.now() - before * 86_400_000).toISOString().slice(0, 10)
    for (const [what, read] of [
      ['compare three articles', () => compareDiscussions(ctx, { of: 'articles', id: articles.map(({ id }) => id) })],
      ['compare three sections, 28 days', () => compareDiscussions(ctx, { of: 'sections', section: SECTIONS, from: day(27), to: day(0) })],
      ['overview of 28 days', () => readOverview(ctx, { from: day(27), to: day(0) })],
      ['overview of 92 days', () => readOverview(ctx, { from: day(91), to: day(0) })],
    ] as const) {
      const measured: number[] = []
      for (let run = -6; run < RUNS / 2; run += 1) {
        const from = performance.now()
        await read()
        if (run >= 0) measured.push(performance.now() - from)
      }
      print(what, summarise(measured))
    }
  }
  if (wants('report')) await measureReport(url, dir, ctx, Math.min(RUNS, 10))
  if (wants('hot')) await measureHotArticle(url, siteId, articles[1]?.id ?? '', 50, 50)
}
