import { useRef, useState } from 'react'
import { useStable } from '../use-stable'
import type { Choosing } from './choices'

/** Opens a list, or closes it: with `isChosen` what was written went with the choice. */
export type Choose = (choosing: Choosing | null, isChosen?: boolean) => void

/**
 * The list of kinds or reasons that is open. It is about the comment it was opened for: when the cursor goes elsewhere, as it may
 * when the next page arrives, a digit must not decide on what stands there. The note that was begun for a comment is there again
 * when a list is opened for it.
 */
export function useChoosing(currentId: string | null): readonly [Choosing | null, Choose] {
  const [asked, setAsked] = useState<{ choosing: Choosing; at: string | null } | null>(null)
  const notes = useRef(new Map<string | null, string>())
  const setChoosing = useStable((choosing: Choosing | null, isChosen = false) => {
    if (isChosen) notes.current.delete(currentId)
    if (choosing?.note !== undefined) notes.current.set(currentId, choosing.note)
    const note = notes.current.get(currentId)
    setAsked(choosing && { choosing: note ? { ...choosing, note } : choosing, at: currentId })
  })
  return [asked !== null && asked.at === currentId ? asked.choosing : null, setChoosing]
}
