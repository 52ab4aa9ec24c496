import type { LoggedDecision } from '../../contracts/decision-log'
import { exportDecisionLog, listDecisionLog } from '../../services/decision/list'
import type { CsvValue } from '../../domain/csv-cell'
import { handle, json } from '../handler'
import { tableFile } from '../table-file'
import { whileTaken } from '../taken-file'

/** `GET /api/v1/desk/decisions?kind=&by=&reason=&article=&batch=&commenter=&author=&from=&to=&cursor=`: the decision log; with `format=csv` or `json` all of it as a file. */
export const getDecisionLog = handle(async (ctx, request) => {
  const { format, ...query } = Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''))
  if (format !== 'csv' && format !== 'json') return json(await listDecisionLog(ctx, query))
  return tableFile('decisions', format, COLUMNS, whileTaken(request, 'read', exportDecisionLog(ctx, query)))
})

const COLUMNS: Record<string, (decision: LoggedDecision) => CsvValue> = {
  at: ({ at }) => at,
  by: ({ by }) => by,
  decision: ({ kind }) => kind,
  reason: ({ reason }) => reason,
  mark: ({ mark }) => mark,
  kind: ({ markKind }) => markKind,
  note: ({ note }) => note,
  'status before': ({ statusBefore }) => statusBefore,
  'status after': ({ statusAfter }) => statusAfter,
  commenter: ({ comment }) => comment?.commenterName,
  comment: ({ comment }) => comment?.excerpt,
  article: ({ article }) => article.title,
  batch: ({ batch }) => batch?.title,
  appeal: ({ appeal }) => appeal,
  undone: ({ isUndone }) => (isUndone ? 'yes' : 'no'),
}
