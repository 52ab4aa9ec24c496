import { useEffect } from 'react'
import type { DeskEntries } from '../decision/desk-entries'

/** The browser asks before a page is left while a decision is still to be saved, as those are that wait for the connection. */
export function useLeaveGuard(entries: DeskEntries): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => entries.isSaving() && event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => {
      // On another page of the desk they go on being sent, and until then are lost with it.
      const end = () => {
        if (entries.isSaving()) return
        window.removeEventListener('beforeunload', ask)
        stop()
      }
      const stop = entries.subscribe(end)
      end()
    }
  }, [entries])
}
