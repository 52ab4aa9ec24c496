import type { LoggedDecision } from '../../contracts/decision-log'
import { writeCell } from '../../domain/csv-cell'
import { exportDecisionLog, listDecisionLog } from '../../services/decision/list'
import { handle, json } from '../handler'

/** `GET /api/v1/desk/decisions?kind=&by=&article=&batch=&from=&to=&cursor=`: the decision log; with `format=csv` or `json` all of it as a file. */
export const getDecisionLog = handle(async (ctx, request) => {
  const { format, ...query } = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  if (format !== 'csv' && format !== 'json') return json(await listDecisionLog(ctx, query))
  const pages = exportDecisionLog(ctx, query)
  // The first page before the headers: a refusal is an answer of its own.
  const first = await pages.next()
  return fileOf(format, first, pages)
})

function fileOf(format: 'csv' | 'json', first: IteratorResult<LoggedDecision[]>, pages: AsyncGenerator<LoggedDecision[]>): Response {
  const write = format === 'csv' ? writeRow : (decision: LoggedDecision) => `${JSON.stringify(decision)}\n`
  let next = first
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(Buffer.from(format === 'csv' ? `${COLUMNS.join(',')}\r\n` : '')),
    pull: async (controller) => {
      if (next.done) return controller.close()
      controller.enqueue(Buffer.from(next.value.map(write).join('')))
      next = await pages.next()
    },
    cancel: async () => void (await pages.return(undefined)),
  })
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/x-ndjson'
  const name = `decisions.${format === 'csv' ? 'csv' : 'ndjson'}`
  return new Response(body, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store' },
  })
}

const COLUMNS = [
  'at',
  'by',
  'decision',
  'reason',
  'mark',
  'kind',
  'note',
  'status before',
  'status after',
  'commenter',
  'comment',
  'article',
  'batch',
  'undone',
]

function writeRow(decision: LoggedDecision): string {
  const { at, by, kind, reason, mark, markKind, note, statusBefore, statusAfter, comment, article, batch, isUndone } = decision
  const cells = [
    at,
    by,
    kind,
    reason,
    mark,
    markKind,
    note,
    statusBefore,
    statusAfter,
    comment?.commenterName,
    comment?.excerpt,
    article.title,
    batch?.title,
  ]
  return `${[...cells.map((cell) => writeCell(cell ?? '')), isUndone ? 'yes' : 'no'].join(',')}\r\n`
}
