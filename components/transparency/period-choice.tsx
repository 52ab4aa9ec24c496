import { addressPeriod, PERIOD_CHOICES, type ReportingPeriod } from '@/lib/domain/reporting-period'
import { Button } from '../ui/button'
import { ChoiceLink } from '../ui/choice-link'
import { Input } from '../ui/input'
import type { Words } from '../words/rooms'

interface PeriodChoiceProps {
  t: Words<'transparency'>
  periods: Record<(typeof PERIOD_CHOICES)[number], ReportingPeriod>
  current: ReportingPeriod
}

/** Which period: by one click, or from day to day. All of it is in the address, and none of it needs a script. */
export function PeriodChoice({ t, periods, current }: PeriodChoiceProps) {
  return (
    <div className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3 print:hidden">
      <nav aria-label={t('period')} className="flex flex-wrap gap-1.5">
        {PERIOD_CHOICES.map((name) => (
          <ChoiceLink
            key={name}
            href={`/overview/transparency?${addressPeriod(periods[name])}`}
            isChosen={periods[name].name === current.name}
          >
            {t(`period.${name}`)}
          </ChoiceLink>
        ))}
      </nav>
      <form
        action="/overview/transparency"
        aria-label={t('period.days')}
        className="flex flex-wrap items-center gap-1.5 text-sm text-ink-3"
      >
        <Day name="from" label={t('period.from')} day={current.from} />
        <span aria-hidden>–</span>
        <Day name="to" label={t('period.to')} day={current.to} />
        <Button size="sm" type="submit">
          {t('period.show')}
        </Button>
      </form>
    </div>
  )
}

function Day({ name, label, day }: { name: string; label: string; day: string }) {
  return (
    <span className="w-36">
      <Input key={day} type="date" name={name} aria-label={label} defaultValue={day} required />
    </span>
  )
}
