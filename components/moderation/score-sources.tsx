import type { CommentContext } from '@/lib/contracts/queue'

type Score = Pick<CommentContext['scores'][number], 'scorer' | 'version'>

/** Whose the numbers are: this newsroom's judgement, learnt from its decisions, or the shipped models'. */
export function ScoreSources({ scores }: { scores: readonly Score[] }) {
  const learnt = scores.find(({ scorer }) => scorer === 'newsroom')
  const number = learnt?.version.split('+').at(-1)
  return (
    <p className="mt-2.5 text-sm text-ink-3">
      {learnt
        ? `How likely a moderator here sets the mark: this newsroom’s judgement ${number ?? ''}, learnt from its decisions.`
        : 'Scores of the shipped models and of this site’s word list.'}
    </p>
  )
}
