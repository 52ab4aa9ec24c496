import type { DecisionLogPage, LoggedDecision } from '@/lib/contracts/decision-log'
import { postUndo, ProblemError, sendDesk } from '../desk-api'

/** What is older is taken back in the log, where one sees what it was. */
const MINUTES = 15
/** Those of appeals and of whole discussions are taken back where they were taken. */
const KINDS: readonly LoggedDecision['kind'][] = [
  'approve',
  'reject',
  'mark',
  'clear_mark',
  'feature',
  'unfeature',
  'close_replies',
  'open_replies',
]

/** What the server would not take back, as when a colleague has decided since: what was decided before it comes next. */
const refused = new Set<string>()
/** Pressed again, the key is about what was decided before that. */
let turn: Promise<unknown> = Promise.resolve()

interface Ways {
  /** Takes a whole batch back, and tells what it came to. */
  undoBatch: (id: string) => Promise<void>
  /** A decision on one comment was taken back. */
  onUndone: (comment: NonNullable<LoggedDecision['comment']>) => void
  onNothing: () => void
  onFailed: (error: unknown) => void
}

/** Takes back what this person decided last on a page that has been left or loaded anew since, if it was minutes ago. */
export function undoEarlier(viewerId: string, ways: Ways): Promise<void> {
  const own = turn.then(() => undoLast(viewerId, ways))
  turn = own
  return own
}

async function undoLast(viewerId: string, { undoBatch, onUndone, onNothing, onFailed }: Ways): Promise<void> {
  let last: LoggedDecision | null = null
  try {
    last = await findLast(viewerId)
    if (last === null) return onNothing()
    if (last.batch !== null) {
      await undoBatch(last.batch.id)
      refused.add(last.batch.id)
    } else {
      await postUndo(last.id)
      if (last.comment !== null) onUndone(last.comment)
    }
  } catch (error) {
    if (last !== null && error instanceof ProblemError && error.problem.status < 500) refused.add(last.id)
    onFailed(error)
  }
}

async function findLast(viewerId: string): Promise<LoggedDecision | null> {
  const since = Date.now() - MINUTES * 60_000
  const query = new URLSearchParams({ by: viewerId, limit: '100' })
  const { decisions } = await sendDesk<DecisionLogPage>('GET', `decisions?${query.toString()}`)
  const stands = ({ id, kind, batch, comment, appeal, isUndone, at }: LoggedDecision) =>
    !isUndone &&
    KINDS.includes(kind) &&
    comment !== null &&
    appeal === null &&
    batch?.isUndone !== true &&
    !refused.has(batch?.id ?? id) &&
    Date.parse(at) > since
  return decisions.find(stands) ?? null
}
