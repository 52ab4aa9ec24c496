import type { ScoreHistory } from '@/lib/contracts/score-history'
import { countBetween, weighThreshold } from '@/lib/domain/threshold'
import { useFormats, useWords } from '../words/words-context'
import { formatLoad, formatScore, formatShare } from './words'

/** What the threshold does, beside what the one in force does; and what the queue would have been. */
export function ThresholdFigures({ history, threshold }: { history: ScoreHistory; threshold: number }) {
  const t = useWords('scores')
  const formats = useFormats()
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
          name={t('right')}
          value={formatShare(formats, now.precision)}
          was={isOther ? formatShare(formats, then.precision) : null}
          hint={t(`rightHint.${mark}`, { found: now.found, named: now.found + now.wrong })}
        />
        <Figure
          name={t('found')}
          value={formatShare(formats, now.recall)}
          was={isOther ? formatShare(formats, then.recall) : null}
          hint={t('foundHint', { count: now.missed })}
        />
        <Figure
          name={t('load')}
          value={t('perDay', { load: formatLoad(formats, loadAt(threshold)) })}
          was={isOther ? formatLoad(formats, loadAt(inForce)) : null}
          hint={t('loadHint')}
        />
      </dl>
      <p className="mt-3 text-sm text-ink-2">
        {t.parts('wouldHold', {
          score: formatScore(formats, threshold),
          held: (
            <strong key="held" className="font-[600]">
              {formats.number(perMonth)}
            </strong>
          ),
          total: month.total,
          count: days,
        })}
        {isOther && ` ${t('asItIs', { held: countBetween(month.suggested, inForce), score: formatScore(formats, inForce) })}`}
        {month.isCut && ` ${t('isCut')}`}
      </p>
    </>
  )
}

function Figure({ name, value, was, hint }: { name: string; value: string; was: string | null; hint: string }) {
  const t = useWords('scores')
  return (
    <div className="rounded-md border border-line px-3 py-2">
      <dt className="text-sm text-ink-3">{name}</dt>
      <dd>
        <span data-figures className="text-lg font-[620]">
          {value}
        </span>
        {was !== null && <span className="ms-2 text-sm text-ink-3">{t('now', { value: was })}</span>}
        <span className="block text-sm text-ink-3">{hint}</span>
      </dd>
    </div>
  )
}
