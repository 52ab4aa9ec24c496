import { useState } from 'react'

/** What was begun to be written on comments and commenters and not added, by their ids: whoever comes back to one finds it. */
const drafts = new Map<string, string>()

/** The note that is being written on a comment or a commenter. */
export function useNoteDraft(id: string): [text: string, write: (text: string) => void] {
  const [text, setText] = useState(drafts.get(id) ?? '')
  function write(written: string): void {
    if (written === '') drafts.delete(id)
    else drafts.set(id, written)
    setText(written)
  }
  return [text, write]
}
