import { useCallback, useRef, useState } from 'react'

/** Does one thing at a time: what is asked for again while it is being done, as by a second Enter, is not done twice. */
export function useBusy(): { isBusy: boolean; run: (work: () => Promise<void>) => void } {
  const isRunning = useRef(false)
  const [isBusy, setBusy] = useState(false)
  const run = useCallback((work: () => Promise<void>) => {
    if (isRunning.current) return
    isRunning.current = true
    setBusy(true)
    void work().finally(() => {
      isRunning.current = false
      setBusy(false)
    })
  }, [])
  return { isBusy, run }
}
