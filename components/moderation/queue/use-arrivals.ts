import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { isInQueue } from '@/lib/domain/queues'
import type { Desk } from './use-desk'

/**
 * How many comments the queue gained since its list was loaded: what the counts say now, against what they said then,
 * less what left by decisions taken here. An estimate for the pill; colleagues' decisions make it too low, never too high.
 */
export function useArrivals(desk: Desk): number {
  const { counts, countedAt, rows, filters, summary, loads } = desk
  const { queue } = filters
  const key = useMemo(() => JSON.stringify([filters, loads]), [filters, loads])
  const base = useRef<{ key: string; count: number } | null>(null)
  const [arrived, setArrived] = useState({ key, count: 0 })
  const left = useMemo(
    () => rows.filter(({ row }) => !isInQueue(queue, { ...row.state, isReply: row.parent !== null, isMine: true })).length,
    [rows, queue],
  )

  const count = useEffectEvent(() => {
    if (counts === undefined || summary.isSaving) return
    const now = counts[queue]
    if (base.current?.key !== key) base.current = { key, count: now + left }
    setArrived({ key, count: Math.max(0, now - (base.current.count - left)) })
  })
  // Only new counts may change the figure: a decision is on screen before the counts know of it.
  useEffect(() => count(), [countedAt, key])

  return arrived.key === key ? arrived.count : 0
}
