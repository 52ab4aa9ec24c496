'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { parseAsIsoDateTime, parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import type { HourPoint } from '@/lib/contracts/article-page'
import type { DriftMap } from '@/lib/contracts/drift-map'
import { drawMarks, type DriftGrain, type DriftMark } from '@/lib/domain/drift/marks'
import { drawOverview, findThreads, listShown, toDriftNodes, WHOLE_VIEW, type DriftView } from './drift-data'

/** What the address says of the map. */
const DRIFT_ADDRESS = { from: parseAsIsoDateTime, to: parseAsIsoDateTime, thread: parseAsString }

export interface Drift {
  map: DriftMap
  view: DriftView
  setView: (view: DriftView) => void
  grain: DriftGrain | 'overview'
  marks: DriftMark[]
  names: ReadonlyMap<string, string | null>
  tops: ReadonlyMap<string, string>
  isLoading: boolean
  isFailed: boolean
}

/** The part of the map that the address asks for: out of what came with the page, or fetched where that is not all of it. */
export function useDrift(articleId: string, start: DriftMap, hours: readonly HourPoint[], mostMarks: number): Drift {
  const [address, setAddress] = useQueryStates(DRIFT_ADDRESS, { history: 'push', scroll: false })
  const view = useMemo<DriftView>(
    () => ({ from: address.from?.getTime() ?? null, to: address.to?.getTime() ?? null, thread: address.thread }),
    [address],
  )
  const isNarrowed = view.from !== null || view.to !== null || view.thread !== null
  const query = useQuery({
    queryKey: ['drift', articleId, view.from, view.to],
    queryFn: () => fetchDrift(articleId, view),
    enabled: !start.isWhole && (view.from !== null || view.to !== null),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  const map = start.isWhole ? start : (query.data ?? start)
  const tops = useMemo(() => findThreads(map.nodes), [map])
  const names = useMemo(() => new Map(map.nodes.map((node) => [node.id, node.commenterName])), [map])
  const drawn = useMemo(() => {
    if (!start.isWhole && !isNarrowed) return { grain: 'overview' as const, marks: drawOverview(hours) }
    return drawMarks(toDriftNodes(listShown(map.nodes, view, tops)), mostMarks)
  }, [start.isWhole, isNarrowed, hours, map, view, tops, mostMarks])
  return {
    map,
    view,
    setView: (next) =>
      void setAddress({
        from: next.from === null ? null : new Date(next.from),
        to: next.to === null ? null : new Date(next.to),
        thread: next.thread,
      }),
    ...drawn,
    names,
    tops,
    isLoading: query.isFetching,
    isFailed: query.isError,
  }
}

async function fetchDrift(articleId: string, { from, to }: DriftView): Promise<DriftMap> {
  const query = new URLSearchParams()
  if (from !== null) query.set('from', new Date(from).toISOString())
  if (to !== null) query.set('to', new Date(to).toISOString())
  const answer = await fetch(`/api/v1/desk/articles/${articleId}/drift?${query.toString()}`, { headers: { accept: 'application/json' } })
  if (!answer.ok) throw new Error(`The map was answered with ${answer.status}`)
  return (await answer.json()) as DriftMap
}

/** Half as much time around a mark, or twice as much; by numbers of marks, since busy hours are wider. */
export function zoomView(
  view: DriftView,
  marks: readonly { at: number; from: number; to: number }[],
  at: number,
  factor: 0.5 | 2,
): DriftView {
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last) return WHOLE_VIEW
  const whole = { from: Math.min(...marks.map((mark) => mark.from)), to: Math.max(...marks.map((mark) => mark.to)) }
  if (factor === 2) {
    const span = Math.max(60_000, whole.to - whole.from)
    return view.from === null && view.to === null
      ? { ...view, thread: null }
      : { ...view, from: whole.from - span / 2, to: whole.to + span / 2 }
  }
  const middle = marks.findIndex((mark) => mark.at >= at)
  const reach = Math.max(3, Math.ceil(marks.length / 4))
  const low = marks[Math.max(0, middle - reach)] ?? first
  const high = marks[Math.min(marks.length - 1, middle + reach)] ?? last
  return { ...view, from: low.from, to: high.to }
}

/** The same length of time, before or after. */
export function panView(view: DriftView, marks: readonly { from: number; to: number }[], direction: -1 | 1): DriftView {
  const from = view.from ?? Math.min(...marks.map((mark) => mark.from))
  const to = view.to ?? Math.max(...marks.map((mark) => mark.to))
  const step = (direction * (to - from)) / 2
  return { ...view, from: from + step, to: to + step }
}
