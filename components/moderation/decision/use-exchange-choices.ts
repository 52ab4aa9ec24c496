import { useState } from 'react'
import type { ExchangeInput } from '@/lib/contracts/exchange'
import type { ThreadEntry } from '@/lib/contracts/queue'
import { readAct, writeAct } from './act-choice'

/** Chosen for the comment as it stood then. */
interface Choice {
  value: string
  seen: string
}

/** What a choice is made on: one that was made before a colleague decided, or the text was edited, counts no more. */
const describeSeen = ({ body, state: { status, marks, isReviewed } }: ThreadEntry) => JSON.stringify([body, status, marks, isReviewed])

/** What is chosen for each comment of an exchange, whether it takes replies from now on, and what that comes to. */
export function useExchangeChoices(entries: readonly ThreadEntry[]) {
  const [choices, setChoices] = useState<Record<string, Choice>>({})
  const seen = Object.fromEntries(entries.map((entry) => [entry.id, describeSeen(entry)]))
  const isChanged = (id: string) => choices[id] !== undefined && choices[id].seen !== seen[id]
  const choiceOf = (id: string) => (isChanged(id) ? '' : (choices[id]?.value ?? ''))
  const choose = (values: Record<string, string>) => {
    const made = Object.entries(values).map(([id, value]): [string, Choice] => [id, { value, seen: seen[id] ?? '' }])
    setChoices({ ...choices, ...Object.fromEntries(made) })
  }
  const [replies, setReplies] = useState<Record<string, boolean>>({})
  const areRepliesClosed = (entry: ThreadEntry) => replies[entry.id] ?? entry.areRepliesClosed
  const items = entries.flatMap((entry): ExchangeInput['items'] => {
    const { id, version } = entry
    const act = readAct(choiceOf(id))
    // Nothing is left to do where a colleague closed them meanwhile.
    const switched = areRepliesClosed(entry) === entry.areRepliesClosed ? {} : { areRepliesClosed: areRepliesClosed(entry) }
    if (act === null && switched.areRepliesClosed === undefined) return []
    return [{ id, version, ...(act === null ? {} : { act }), ...switched }]
  })
  return {
    items,
    isChanged,
    choiceOf,
    choose,
    areRepliesClosed,
    closeReplies: (id: string, areClosed: boolean) => setReplies({ ...replies, [id]: areClosed }),
    suggested: listSuggested(entries),
  }
}

/** For each comment that nobody has decided the mark that is suggested; incivility, where both are. */
function listSuggested(entries: readonly ThreadEntry[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ id, state: { status, isReviewed, suggestions } }) => {
      if (isReviewed || status === 'removed') return []
      if (suggestions.uncivil !== null) return [[id, writeAct({ kind: 'mark', mark: 'uncivil', uncivilKind: suggestions.uncivil.kind })]]
      return suggestions.offTopic === null ? [] : [[id, writeAct({ kind: 'mark', mark: 'off_topic' })]]
    }),
  )
}
