import { useState } from 'react'
import { useStable } from '../use-stable'

/** Whether all of the thread is shown, and not only what is near; each comment begins with what is near. */
export function useWholeThread(currentId: string | null): readonly [isWhole: boolean, showWhole: (isWhole: boolean) => void] {
  const [wholeOf, setWholeOf] = useState<string | null>(null)
  const showWhole = useStable((isWhole: boolean) => setWholeOf(isWhole ? currentId : null))
  return [wholeOf !== null && wholeOf === currentId, showWhole]
}
