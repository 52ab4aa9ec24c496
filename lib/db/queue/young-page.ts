import type { QueueSort } from '../../domain/queues'
import { highestPrioritySince } from '../../domain/priority'
import type { Term } from '../../domain/search/terms'
import type { CommentFilter, Values } from './comment-filter'

/** These have an index of their own, or words, and leave so little that it is picked first whatever its age. */
const PICKED: readonly Term['field'][] = ['author', 'article', 'words']

/** When the youngest time begins that a filter leaves; null where it asks for no such time. */
function findStart({ terms, now }: CommentFilter): Date | null {
  const starts = terms.flatMap((term) => {
    if (term.isNot) return []
    if (term.field === 'time' && term.side === 'after') return [term.at.getTime()]
    if (term.field === 'age' && term.comparison.startsWith('<')) return [now.getTime() - term.ms]
    return []
  })
  return starts.length === 0 ? null : new Date(Math.max(...starts))
}

/** Whether only young comments are wanted, and are picked first and sorted: in orders by urgency, or where little is left whatever its age. */
export function isPickedByAge(query: CommentFilter & { sort: QueueSort }): boolean {
  const { sort, article, commenter, terms } = query
  if (findStart(query) === null || sort === 'oldest' || sort === 'newest') return false
  const isWalked = sort === 'priority' && article === undefined && commenter === undefined
  return !isWalked || terms.some(({ field, isNot }) => !isNot && PICKED.includes(field))
}

/**
 * The source of a page of which only young comments are wanted. They stand at the far end of an order by urgency. By priority, nobody who
 * is that young stands before a certain place (lib/domain/priority.ts): the walk begins there, and passes over what is older within the
 * index. In other orders they are picked by age first, and sorted. Adds to the conditions, or takes them along.
 */
export function writeYoung(query: CommentFilter & { sort: QueueSort }, source: string, conditions: string[], values: Values): string {
  if (isPickedByAge(query)) return `(SELECT c.* FROM ${source} c WHERE ${conditions.splice(0).join(' AND ')} OFFSET 0)`
  const start = findStart(query)
  if (start !== null && query.sort === 'priority') conditions.push(`c.priority <= ${values.bind(highestPrioritySince(start))}::float8`)
  return source
}
