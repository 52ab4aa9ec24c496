import { findMeant } from '@/lib/domain/search/meant'
import { useWords } from '../../words/words-context'

/** What somebody may have meant by a part of a search that is not understood. */
export function SearchMeant({ part }: { part: string }) {
  const t = useWords('desk')
  const meant = findMeant(part)
  if (meant === null) return null
  return t.parts('problem.meant', {
    meant: (
      <bdi key="meant" className="font-[580]">
        {meant}
      </bdi>
    ),
  })
}
