import type { GroupFigures } from '../../contracts/compare'
import type { GroupSums } from '../../db/stats/stat-groups'
import { DomainError } from '../../domain/errors'
import { estimateWait, type WaitBucket } from '../../domain/waits'
import { share } from '../article/figures'

const DAY_MS = 86_400_000
const MAX_DAYS = 366

/** The figures of a group from its sums and its waits. */
export function toGroupFigures(sums: GroupSums, waits: readonly WaitBucket[]): GroupFigures {
  const { comments, replies, articles, waiting, rejected, decided } = sums
  return {
    ...{ comments, replies, articles, waiting, rejected, decided },
    offTopicShare: sums.judged === 0 ? null : share(sums.off_topic, comments),
    uncivilShare: sums.judged === 0 ? null : share(sums.uncivil, comments),
    civility: comments === 0 ? null : 1 - sums.incivility_sum / 1000 / comments,
    medianWaitSeconds: estimateWait(waits, 0.5),
    p90WaitSeconds: estimateWait(waits, 0.9),
  }
}

/** Days in UTC, the last one included, as times from and up to. @throws DomainError invalid_input */
export function readDays(from: string, to: string, most = MAX_DAYS): { from: Date; to: Date; days: string[] } {
  const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)]
  const count = (last - first) / DAY_MS + 1
  if (!(count >= 1) || count > most) {
    const message = count > most ? `is more than ${most} days after from` : 'is before from'
    throw new DomainError('invalid_input', `to ${message}`, { problems: [{ path: ['to'], message }] })
  }
  const days = Array.from({ length: count }, (_, index) => new Date(first + index * DAY_MS).toISOString().slice(0, 10))
  return { from: new Date(first), to: new Date(last + DAY_MS), days }
}
