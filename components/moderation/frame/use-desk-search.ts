import { usePathname, useRouter } from 'next/navigation'
import { parseAsString, useQueryStates } from 'nuqs'

/** What the address searches for, on the pages that have a search, and how to search for something else from any page. */
export function useDeskSearch(): { q: string; searchFor: (q: string) => void } {
  const path = usePathname()
  const router = useRouter()
  const [search, setSearch] = useQueryStates({ q: parseAsString.withDefault(''), comment: parseAsString })
  const isHere = isSearchable(path)
  function searchFor(q: string): void {
    if (isHere) void setSearch({ q: q === '' ? null : q, comment: null }, { history: 'push', shallow: path === '/queue' })
    else router.push(`/search?q=${encodeURIComponent(q)}`)
  }
  return { q: isHere ? search.q : '', searchFor }
}

/** Whether the page at this path shows what its address searches for. */
const isSearchable = (path: string): boolean => path === '/queue' || path === '/search'
