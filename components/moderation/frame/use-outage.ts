import { useEffect, useRef, useState } from 'react'

const EVERY_MS = 5000

/** Whether the database is away, as the server says itself; when it is back, `retry` is called. */
export function useOutage(retry: () => void): boolean {
  const [isAway, setAway] = useState(false)
  const goOn = useRef(retry)
  useEffect(() => {
    goOn.current = retry
  })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    async function look(wasAway: boolean): Promise<void> {
      const status = await fetch('/api/health').then(
        (answer) => answer.status,
        () => null,
      )
      if (isOver) return
      if (status === 503) setAway(true)
      // Where the server itself is gone, it is known what for only if it said so before.
      if (status === 503 || (status === null && wasAway)) timer = setTimeout(() => void look(true), EVERY_MS)
      else if (wasAway) goOn.current()
    }
    void look(false)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [])
  return isAway
}
