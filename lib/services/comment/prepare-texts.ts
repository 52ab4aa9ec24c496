import { setImmediate as nextTurn } from 'node:timers/promises'
import { prepareParent, prepareText } from '../../scoring/score-comment'
import type { WatchedWordRule } from '../../scoring/scorer'
import type { ParsedItem } from './parse-items'

/** So many texts take about half a millisecond. */
const AT_ONCE = 12

/**
 * Does the part of scoring that needs the texts alone, a few at a time between other work: while the database writes one
 * batch, the next is prepared here.
 */
export async function prepareTexts(items: readonly ParsedItem[], watchedWords: readonly WatchedWordRule[]): Promise<void> {
  const sent = items.flatMap((item) => ('sent' in item ? [item.sent] : []))
  const bodies = new Map(sent.map(({ externalId, body }) => [externalId, body]))
  for (const [at, { body, parentExternalId }] of sent.entries()) {
    if (at % AT_ONCE === 0) await nextTurn()
    prepareText(body, watchedWords)
    const parent = parentExternalId === null ? undefined : bodies.get(parentExternalId)
    if (parent !== undefined) prepareParent(parent)
  }
}
