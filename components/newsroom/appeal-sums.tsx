import type { AppealFigures } from '@/lib/contracts/appeal'
import { nameReason } from '../articles/discussion/names-of-decisions'
import { useFigures } from '../articles/use-figures'
import { useWords } from '../words/words-context'

/** How many appeals came in, what share was granted and how long an answer took; and of which reasons decisions were taken back. */
export function AppealSums({ appeals: { received, granted, upheld, medianAnswerSeconds, reasons } }: { appeals: AppealFigures }) {
  const t = useWords('newsroom')
  const names = { glossary: useWords('glossary') }
  const say = useFigures()
  const answered = granted + upheld
  const sums = [
    { name: t('appeals.received'), value: say.count(received) },
    { name: t('appeals.granted'), value: answered === 0 ? t('appeals.none') : say.share(granted / answered) },
    { name: t('appeals.median'), value: medianAnswerSeconds === null ? t('appeals.none') : say.wait(medianAnswerSeconds) },
  ]
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <dl className="grid h-fit grid-cols-3 overflow-hidden rounded-lg border border-line bg-line [gap:1px]">
        {sums.map(({ name, value }) => (
          <div key={name} className="bg-panel px-3.5 py-3">
            <dt className="text-sm text-ink-3">{name}</dt>
            <dd className="text-xl font-[620] tracking-tight">{value}</dd>
          </div>
        ))}
      </dl>
      {reasons.length > 0 && (
        <ul aria-label={t('appeals.reasons')} className="text-sm">
          {reasons.map(({ reason, appeals, granted: back }) => (
            <li key={reason} className="flex justify-between gap-3 border-b border-line py-1.5 last:border-b-0">
              <bdi className="min-w-0 truncate">{nameReason(names, reason)}</bdi>
              <span className="shrink-0 text-ink-2">{t('appeals.of', { granted: say.count(back), appeals: say.count(appeals) })}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
