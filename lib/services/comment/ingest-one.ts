import type { AcceptedComment } from '../../contracts/ingest'
import { authorize } from '../../domain/actor'
import { readAhead } from '../../scoring/score-batch'
import type { Context } from '../context'
import { expectOne } from './ingest'
import { parseItem, type ParsedItem } from './parse-items'
import { writeComments, type WrittenItem } from './write-batch'

/** What one commit takes at most. */
const MAX_GROUP = 200

interface Waiting {
  item: ParsedItem
  settle: (written: WrittenItem) => void
  fail: (error: unknown) => void
}

/** Single comments that wait for the write before theirs, by site. */
const queues = new Map<string, Waiting[]>()

/**
 * Takes in one comment, in one transaction with the others of the site that arrive while an earlier one is being
 * written: fifty clients share a commit, and one client alone waits for nobody. The answer is given after the COMMIT,
 * never before it.
 *
 * @throws DomainError forbidden, invalid_input, conflict
 */
export async function ingestComment(ctx: Context, input: unknown): Promise<AcceptedComment> {
  authorize(ctx.actor, 'ingest')
  const item = parseItem(input, ctx.now())
  if (!('sent' in item)) return expectOne([{ outcome: 'invalid', ...item }])
  return expectOne([await waitForGroup(ctx, item)])
}

function waitForGroup(ctx: Context, item: ParsedItem): Promise<WrittenItem> {
  const { siteId } = ctx.actor
  return new Promise((settle, fail) => {
    const queue = queues.get(siteId)
    if (queue) {
      // The database is at work on others meanwhile.
      if ('sent' in item) readAhead(item.sent.body)
      return queue.push({ item, settle, fail })
    }
    const started: Waiting[] = [{ item, settle, fail }]
    queues.set(siteId, started)
    void writeGroups(ctx, started)
  })
}

/** Writes group after group until nobody waits. */
async function writeGroups(ctx: Context, queue: Waiting[]): Promise<void> {
  while (queue.length > 0) await writeGroup(ctx, queue.splice(0, MAX_GROUP))
  queues.delete(ctx.actor.siteId)
}

async function writeGroup(ctx: Context, group: Waiting[]): Promise<void> {
  try {
    const written = await writeComments(
      ctx,
      group.map(({ item }) => item),
    )
    group.forEach(({ settle, fail }, at) => {
      const result = written[at]
      if (result) settle(result)
      else fail(new Error('A comment was sent and nothing became of it.'))
    })
  } catch (error) {
    // What one comment breaks must not fall back on the others: each is tried by itself.
    if (group.length === 1) group[0]?.fail(error)
    else for (const waiting of group) await writeGroup(ctx, [waiting])
  }
}
