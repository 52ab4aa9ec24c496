import type { SearchProblem as Problem } from '@/lib/domain/search/parse'
import { useWords } from '../../words/words-context'

/** "is:wave: wave is none of pending, …": the part of a search that is not understood, and why. */
export function SearchProblem({ text, problem }: { text: string; problem: Problem }) {
  const t = useWords('desk')
  const part = text.slice(problem.at, problem.end).replace(/:$/, '')
  const why = t(problem.fault, problem)
  // Said once where the words begin with it.
  return part === problem.value && why.replaceAll(/[\u2066-\u2069]/g, '').startsWith(part)
    ? why
    : t.parts('problem', { part: <bdi key="part">{part}</bdi>, why })
}
