import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { whenIdle } from '../../ui/when-idle'
import { commentQuery } from './desk-queries'
import { listNextOpen, type DeskRow } from './desk-row'

const AHEAD = 4
/** Asking costs a part of the frame in which the key is drawn; so much later is early enough. */
const PREFETCH_WITHIN_MS = 100

/** Has the context of the next comments ready before the cursor gets there. */
export function usePrefetch(rows: readonly DeskRow[], index: number): void {
  const client = useQueryClient()
  const ahead = useMemo(() => listNextOpen(rows, index, AHEAD).join(' '), [rows, index])
  const latest = useRef(ahead)
  const waiting = useRef<(() => void) | null>(null)
  useEffect(() => {
    latest.current = ahead
    // Not put off when the cursor goes on: whoever decides faster than this needs them the more.
    waiting.current ??= whenIdle(() => {
      waiting.current = null
      for (const id of latest.current === '' ? [] : latest.current.split(' ')) void client.prefetchQuery(commentQuery(id))
    }, PREFETCH_WITHIN_MS)
  }, [ahead, client])
  useEffect(
    () => () => {
      waiting.current?.()
      waiting.current = null
    },
    [],
  )
}
