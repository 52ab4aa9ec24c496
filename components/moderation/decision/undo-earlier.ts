import type { DecisionLogPage, LoggedDecision } from '@/lib/contracts/decision-log'
import { postUndo, ProblemError, sendDesk } from '../desk-api'
import type { Desk } from '../queue/use-desk'
import type { TakenBatch } from './taken-batches'
import type { useDecisionToasts } from './use-decision-toasts'

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

/** What tells of what is taken back, and does it for many at once. */
export interface Undoing {
  say: ReturnType<typeof useDecisionToasts>
  recount: (id: string) => void
  /** Whether that is settled: done, or refused for good. */
  undoBatch: (id: TakenBatch['id']) => Promise<boolean>
  tellNotUndone: (error: unknown) => void
}

/** Takes back what this person decided last on a page that has been left or loaded anew since, if it was minutes ago. */
export function undoEarlier(ways: Undoing & { desk: Desk }): Promise<void> {
  const own = turn.then(() => undoLast(ways))
  turn = own
  return own
}

async function undoLast({ desk, say, recount, undoBatch, tellNotUndone }: Undoing & { desk: Desk }): Promise<void> {
  let last: LoggedDecision | null = null
  try {
    last = await findLast(desk.viewer.id)
    if (last === null) return say.nothing()
    const { batch, comment } = last
    if (batch !== null) {
      if (await undoBatch(batch.id)) refused.add(batch.id)
      return
    }
    await postUndo(last.id)
    if (comment === null) return
    say.undone(comment.commenterName === null ? null : { name: comment.commenterName })
    recount(comment.id)
    await desk.refresh()
    desk.select(comment.id)
  } catch (error) {
    if (last !== null && error instanceof ProblemError && error.problem.status < 500) refused.add(last.id)
    tellNotUndone(error)
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
