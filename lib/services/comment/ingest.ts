import {
  MAX_COMMENTS_PER_REQUEST,
  type AcceptedComment,
  type IngestAnswer,
  type IngestOutcome,
  type IngestResult,
} from '../../contracts/ingest'
import { refuseInput } from '../../contracts/parse'
import { toPointer } from '../../contracts/problem'
import { authorize } from '../../domain/actor'
import { DomainError } from '../../domain/errors'
import type { Context } from '../context'
import { forecastScores } from './forecast-scores'
import { parseItem } from './parse-items'
import { writeComments, type WrittenItem } from './write-batch'

/**
 * Takes in up to 1,000 comments. Each is created, updated, unchanged, stale or invalid by itself: one that is wrong
 * takes nothing else with it. The results are in the order of the request; problems name places within their item. `isBroughtIn`: from a file, in which only those stand that
 * were public; what holds a comment for being new holds none of these.
 *
 * @throws DomainError forbidden, invalid_input (an empty array), too_large (more than 1,000), conflict (other requests
 *   keep writing the same comments; nothing was kept)
 */
export async function ingestComments(ctx: Context, items: unknown[], isBroughtIn = false): Promise<IngestAnswer> {
  authorize(ctx.actor, 'ingest')
  if (items.length === 0) throw new DomainError('invalid_input', 'The array is empty. Send at least one comment.')
  if (items.length > MAX_COMMENTS_PER_REQUEST) {
    const limit = MAX_COMMENTS_PER_REQUEST.toLocaleString('en')
    throw new DomainError('too_large', `One request takes at most ${limit} comments. Nothing of it was kept.`)
  }
  const parsed = items.map((item) => parseItem(item, ctx.now()))
  // Before the discussion is locked: requests that wait for it are scored meanwhile.
  const written = await writeComments(ctx, parsed, await forecastScores(ctx, parsed), isBroughtIn)
  const counts: Record<IngestOutcome, number> = { created: 0, updated: 0, unchanged: 0, stale: 0, invalid: 0 }
  for (const item of written) counts[item.outcome] += 1
  return { items: written.map(toResult), counts }
}

/** The only result of a request with one comment. @throws DomainError invalid_input with its problems */
export function expectOne(written: WrittenItem[]): AcceptedComment {
  const [item] = written
  if (!item) throw new Error('A comment was sent and nothing became of it.')
  if (item.outcome !== 'invalid') return item
  throw refuseInput(item.problems)
}

/** A written item as the API tells it. */
export function toResult(item: WrittenItem): IngestResult {
  if (item.outcome !== 'invalid') return item
  return { ...item, problems: item.problems.map(({ path, message }) => ({ path: toPointer(path), message })) }
}
