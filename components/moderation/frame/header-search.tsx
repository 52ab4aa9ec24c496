import { SearchBox } from '../queue/search-box'
import { useDeskSearch } from './use-desk-search'

/** The search of the header, by itself: with every comment the address changes, and the rest of the header need not be drawn. */
export function HeaderSearch({ keyName }: { keyName: string }) {
  const { q, searchFor } = useDeskSearch()
  return (
    <SearchBox
      className="mx-auto w-full max-w-xl min-w-40 flex-1 max-md:hidden"
      value={q}
      onSearch={searchFor}
      onLeave={() => document.querySelector<HTMLElement>('[role="grid"], main')?.focus({ preventScroll: true })}
      keyName={keyName}
    />
  )
}
