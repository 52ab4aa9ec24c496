import { useState } from 'react'

/** What somebody has put in the place of a value, shown until whoever keeps the value says another: a page that is on its way, say. */
export function useDraft(value: string): [string, (text: string) => void] {
  const [draft, setDraft] = useState({ of: value, text: value })
  if (draft.of !== value) setDraft({ of: value, text: value })
  return [draft.of === value ? draft.text : value, (text) => setDraft({ of: value, text })]
}
