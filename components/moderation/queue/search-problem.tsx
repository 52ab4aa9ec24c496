import type { SearchProblem as Problem } from '@/lib/domain/search/parse'
import { useWords } from '../../words/words-context'

/** "is:wave: wave is none of pending, …": the part of a search that is not understood, and why. */
export function SearchProblem({ text, problem }: { text: string; problem: Problem }) {
  const t = useWords('desk')
  return t.parts('problem', {
    part: <bdi key="part">{text.slice(problem.at, problem.end).replace(/:$/, '')}</bdi>,
    why: t(problem.fault, problem),
  })
}
