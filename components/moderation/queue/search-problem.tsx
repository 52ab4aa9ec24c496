import type { SearchProblem as Problem } from '@/lib/domain/search/parse'
import { later } from '../../ui/later'
import { useWords } from '../../words/words-context'

/** Few mistype anything: its code comes with the first who does. */
const SearchMeant = later(
  () => import('./search-meant').then((module) => module.SearchMeant),
  null,
  () => null,
)

/** "is:pendin: pendin is none of pending, … Did you mean is:pending?": the part of a search that is not understood, and why. */
export function SearchProblem({ text, problem }: { text: string; problem: Problem }) {
  const t = useWords('desk')
  const part = text.slice(problem.at, problem.end)
  return (
    <>
      {t.parts('problem', {
        part: <bdi key="part">{part.replace(/:$/, '')}</bdi>,
        why: t.language === 'en' ? problem.message : t('problem.notUnderstood'),
      })}
      <SearchMeant key={part} part={part} />
    </>
  )
}
