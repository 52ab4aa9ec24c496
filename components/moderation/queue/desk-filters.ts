import { createParser, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { COMMENT_STATUSES } from '@/lib/domain/comment'
import { QUEUES, QUEUE_SORTS } from '@/lib/domain/queues'
import type { QueueFilters } from '../desk-api'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** An id out of an address somebody may have mistyped: what cannot be one counts as none. */
const parseAsId = createParser({ parse: (value) => (UUID.test(value) ? value.toLowerCase() : null), serialize: (value: string) => value })

/** What the address of the queue says; the same names as the API's. `pane` is the one pane a phone shows. */
export const DESK_ADDRESS = {
  queue: parseAsStringLiteral(QUEUES).withDefault('review'),
  article: parseAsId,
  commenter: parseAsId,
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(QUEUE_SORTS),
  status: parseAsNativeArrayOf(parseAsStringLiteral(COMMENT_STATUSES)),
  comment: parseAsId,
  pane: parseAsStringLiteral(['context'] as const),
  /** One comment at a time, large. */
  mode: parseAsStringLiteral(['one'] as const),
}

/** Whether anything narrows the queue down. */
export function isFiltered(filters: QueueFilters): boolean {
  return filters.article !== null || filters.commenter !== null || filters.status.length > 0 || filters.q.trim() !== ''
}
