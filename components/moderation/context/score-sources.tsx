import type { CommentContext } from '@/lib/contracts/queue'
import { useWords } from '../../words/words-context'

type Score = Pick<CommentContext['scores'][number], 'scorer' | 'version'>

/** Whose the numbers are: this newsroom's judgement, learnt from its decisions, or the shipped models'. */
export function ScoreSources({ scores }: { scores: readonly Score[] }) {
  const t = useWords('context')
  const learnt = scores.find(({ scorer }) => scorer === 'newsroom')
  const number = learnt?.version.split('+').at(-1)
  return <p className="mt-2.5 text-sm text-pretty text-ink-3">{learnt ? t('why.learnt', { number: number ?? '' }) : t('why.shipped')}</p>
}
