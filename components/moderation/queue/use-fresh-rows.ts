import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useStable } from '../use-stable'
import type { DecisionStore } from '../decision/decision-store'
import type { FreshRows } from './fresh-rows'

/** What reads rows again; its code comes when the first of them has changed. */
export function useFreshRows(store: DecisionStore): (work: (rows: FreshRows) => void) => void {
  const client = useQueryClient()
  const rows = useRef<Promise<FreshRows | null> | null>(null)
  useEffect(() => () => void rows.current?.then((there) => there?.forget()), [])
  return useStable((work) => {
    // What cannot be fetched now is fetched with the next change.
    rows.current ??= import('./fresh-rows').then(
      (module) => new module.FreshRows(client, store),
      () => (rows.current = null),
    )
    void rows.current.then((there) => there && work(there))
  })
}
