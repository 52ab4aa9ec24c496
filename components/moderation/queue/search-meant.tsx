import { findMeant } from '@/lib/domain/search/meant'
import type { SearchProblem } from '@/lib/domain/search/parse'
import { useWords } from '../../words/words-context'

/** What somebody may have meant by a part of a search that is not understood. */
export function SearchMeant({ text, problem }: { text: string; problem: SearchProblem }) {
  const t = useWords('desk')
  const meant = findMeant(text.slice(problem.at, problem.end))
  if (meant === null) return null
  return t.parts('problem.meant', {
    meant: (
      <bdi key="meant" className="font-[580]">
        {meant}
      </bdi>
    ),
  })
}
