'use client'

import Link from 'next/link'
import type { ScoreHistory } from '@/lib/contracts/score-history'
import { countBetween, toHundredth, writeBandSearch } from '@/lib/domain/threshold'
import { Section } from '../settings/section'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { Input } from '../ui/input'
import { useWords } from '../words/words-context'
import { MARKS } from './words'

interface Band {
  from: number
  to: number
}

/** A band of scores whose open comments are opened on the desk, where a batch shows what it would do before it does it. */
export function BandPicker({ history, band, onBand }: { history: ScoreHistory; band: Band; onBand: (band: Band) => void }) {
  const t = useWords('scores')
  const { mark, section, month } = history
  const count = band.from < band.to ? countBetween(month.open, band.from, band.to === 1 ? Infinity : band.to) : 0
  // What is older was not counted, and is not decided on unseen.
  const search = writeBandSearch(MARKS[mark].operator, { ...band, section, days: month.days })
  const change = (part: Partial<Record<keyof Band, number | null>>) => onBand({ from: part.from ?? band.from, to: part.to ?? band.to })
  return (
    <Section title={t('band')} hint={t('bandHint')}>
      <div className="flex flex-wrap items-end gap-3">
        <Bound label={t('bandFrom')} value={band.from} max={band.to} onChange={(from) => change({ from })} />
        <Bound label={t('bandTo')} value={band.to} max={1} onChange={(to) => change({ to })} />
        {band.from < band.to ? (
          <Button asChild>
            <Link href={`/queue?${new URLSearchParams({ queue: 'newest', q: search }).toString()}`}>{t('bandOpen')}</Link>
          </Button>
        ) : (
          <p role="alert" className="py-1.5 text-sm text-rose">
            {t('bandEmpty')}
          </p>
        )}
      </div>
      <p aria-live="polite" className="mt-2 text-sm text-ink-3">
        {t('bandCount', { count })}
      </p>
    </Section>
  )
}

function Bound({ label, value, max, onChange }: { label: string; value: number; max: number; onChange: (value: number | null) => void }) {
  return (
    <Field label={label} className="w-28">
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          max={max}
          step={0.01}
          value={value}
          onChange={(event) => onChange(toHundredth(event.currentTarget.valueAsNumber))}
        />
      )}
    </Field>
  )
}
