import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'

interface KeptListProps<Item> {
  items: readonly Item[]
  /** What the list is called, what the button says that adds to it, and what stands there when nothing is in it. */
  words: { list: string; add: string; none: string; noneWhy: string }
  onAdd: () => void
  row: (item: Item) => ReactNode
}

/** What a site keeps of a kind, with a button for another one. */
export function KeptList<Item>({ items, words, onAdd, row }: KeptListProps<Item>) {
  const add = (
    <Button look="solid" onClick={onAdd}>
      <Plus aria-hidden />
      {words.add}
    </Button>
  )
  if (items.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-panel">
        <EmptyState kind="nothing-yet" title={words.none} next={add}>
          {words.noneWhy}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <div className="mb-3 flex justify-end">{add}</div>
      <ul aria-label={words.list} className="divide-y divide-line rounded-lg border border-line bg-panel">
        {items.map(row)}
      </ul>
    </>
  )
}
