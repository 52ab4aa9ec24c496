import { useRouter } from 'next/navigation'
import type { RefObject } from 'react'
import { listSorts, type Queue } from '@/lib/domain/queues'
import { useStable } from '../use-stable'
import { focusList } from './use-kept-focus'
import { isOnePane } from './one-pane'
import type { FilterChange } from './queue-filters'
import { focusSearch } from './search-box'
import type { Desk } from './use-desk'

export type DeskWays = ReturnType<typeof useDeskWays>

interface Ways {
  desk: Desk
  contextPane: RefObject<HTMLElement | null>
  /** What is being chosen is chosen no more: another list is coming. */
  onLeaving: () => void
  onFilterOpen: (isOpen: boolean) => void
}

/** The ways about the desk: from queue to queue, from comment to comment, from the list to the comment and back. They stay the same functions. */
export function useDeskWays({ desk, contextPane, onLeaving, onFilterOpen }: Ways) {
  const { address, setAddress, filters, rows, index, select } = desk
  const router = useRouter()
  const changeFilters = useStable((change: FilterChange) => {
    onLeaving()
    // Each view is a step in the history: the back button leads to the one before, not out of the desk.
    void setAddress({ ...change, comment: null }, { history: 'push' })
  })
  const chooseQueue = useStable((queue: Queue) => {
    onLeaving()
    const sort = filters.sort !== null && listSorts(queue).includes(filters.sort) ? filters.sort : null
    if (queue !== filters.queue) void setAddress({ queue, sort, comment: null }, { history: 'push' })
  })
  const openView = useStable((query: string) => router.push(`/queue?${query}`))
  const selectRow = useStable((id: string) => {
    onLeaving()
    select(id)
  })
  const step = (by: number) => {
    const row = rows[index + by]
    if (row !== undefined) selectRow(row.id)
  }
  const goBack = useStable(() => step(-1))
  const goOn = useStable(() => step(1))
  /** To a comment that need not be in the list. */
  const selectAround = useStable(select)
  const openContext = useStable((id?: string) => {
    if (id !== undefined) select(id)
    // A step of its own in the history: the phone's back button leads back to the list.
    if (isOnePane()) void setAddress({ pane: 'context' }, { history: 'push' })
    requestAnimationFrame(() => contextPane.current?.focus({ preventScroll: true }))
  })
  const leaveContext = useStable(() => {
    if (address.pane === 'context') void setAddress({ pane: null })
    else if (address.mode === 'one') void setAddress({ mode: null })
    focusList()
  })
  const leaveFilter = useStable(() => {
    onFilterOpen(false)
    focusList()
  })
  /** To the list from wherever in the desk one is, with its filters and at its comment. */
  const goToList = useStable(() => {
    onLeaving()
    if (address.pane === 'context') void setAddress({ pane: null })
    focusList()
  })
  const switchMode = useStable(() => void setAddress({ mode: address.mode === 'one' ? null : 'one' }).then(focusList))
  const showSearch = useStable(() => {
    if (focusSearch()) return
    onFilterOpen(true)
    requestAnimationFrame(focusSearch)
  })
  return {
    ...{ changeFilters, chooseQueue, openView, selectRow, goBack, goOn, selectAround },
    ...{ openContext, leaveContext, leaveFilter, goToList, switchMode, showSearch },
  }
}
