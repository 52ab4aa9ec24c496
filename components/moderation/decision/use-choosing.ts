import { useState } from 'react'
import { useStable } from '../use-stable'
import type { Choosing } from './choices'

/**
 * The list of kinds or reasons that is open. It is about the comment it was opened for: when the cursor goes elsewhere, as it may
 * when the next page arrives, a digit must not decide on what stands there.
 */
export function useChoosing(currentId: string | null): readonly [Choosing | null, (choosing: Choosing | null) => void] {
  const [asked, setAsked] = useState<{ choosing: Choosing; at: string | null } | null>(null)
  const setChoosing = useStable((choosing: Choosing | null) => setAsked(choosing && { choosing, at: currentId }))
  return [asked !== null && asked.at === currentId ? asked.choosing : null, setChoosing]
}
