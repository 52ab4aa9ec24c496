import type { ScoreHistory } from '@/lib/contracts/score-history'
import { countBetween, weighThreshold } from '@/lib/domain/threshold'
import { formatLoad, formatScore, formatShare, MARK_WORDS } from './words'

/** What the threshold does, beside what the one in force does; and what the queue would have been. */
export function ThresholdFigures({ history, threshold }: { history: ScoreHistory; threshold: number }) {
  const { mark, decided, month, inForce } = history
  const at = (value: number) => weighThreshold(decided.marked, decided.kept, decided.unscored.marked, value)
  const loadAt = (value: number) => countBetween(month.suggested, value) / month.days
  const [now, then] = [at(threshold), at(inForce)]
  const isOther = threshold !== inForce
  const perMonth = countBetween(month.suggested, threshold)
  const days = Math.round(month.days)
  return (
    <>
      <dl aria-live="polite" className="mt-5 grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Figure
          name="Right"
          value={formatShare(now.precision)}
          was={isOther ? formatShare(then.precision) : null}
          hint={`${now.found.toLocaleString('en')} of ${(now.found + now.wrong).toLocaleString('en')} named were marked ${MARK_WORDS[mark].lower}`}
        />
        <Figure
          name="Found"
          value={formatShare(now.recall)}
          was={isOther ? formatShare(then.recall) : null}
          hint={`${now.missed.toLocaleString('en')} marked comments are below it`}
        />
        <Figure
          name="Queue load"
          value={`${formatLoad(loadAt(threshold))} a day`}
          was={isOther ? formatLoad(loadAt(inForce)) : null}
          hint="suggestions, as in the last month"
        />
      </dl>
      <p className="mt-3 text-sm text-ink-2">
        From {formatScore(threshold)}, the queue would have held <strong className="font-[600]">{perMonth.toLocaleString('en')}</strong> of{' '}
        {month.total.toLocaleString('en')} comments of the last {days === 1 ? 'day' : `${days} days`}
        {isOther && `, where it is ${countBetween(month.suggested, inForce).toLocaleString('en')} from ${formatScore(inForce)}`}.
        {month.isCut && ' More arrived than are looked at here, so these are the newest.'}
      </p>
    </>
  )
}

function Figure({ name, value, was, hint }: { name: string; value: string; was: string | null; hint: string }) {
  return (
    <div className="rounded-md border border-line px-3 py-2">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd>
        <span data-figures className="text-lg font-[620]">
          {value}
        </span>
        {was !== null && <span className="ms-2 text-sm text-ink-3">now {was}</span>}
        <span className="block text-sm text-ink-3">{hint}</span>
      </dd>
    </div>
  )
}
