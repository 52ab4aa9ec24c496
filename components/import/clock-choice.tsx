'use client'

import { useState } from 'react'
import type { ImportOptions } from '@/lib/contracts/import'
import { Section } from '../settings/section'
import { Button } from '../ui/button'
import { Field } from '../ui/field'
import { useWords } from '../words/words-context'
import { ZoneInput } from './zone-input'

interface ClockChoiceProps {
  /** As it was read last. */
  options: ImportOptions
  /** What the server found wrong with them, by their paths. */
  faults: Record<string, string>
  isBusy: boolean
  onRead: (options: ImportOptions) => void
}

/** Whose clock the times of an export are of, where it is no table and some of them name no offset. */
export function ClockChoice({ options, faults, isBusy, onRead }: ClockChoiceProps) {
  const t = useWords('import')
  const [before] = useState(options.timeZone ?? '')
  const [zone, setZone] = useState(before)
  const timeZone = zone.trim()

  function read(): void {
    const { timeZone: _zone, ...rest } = options
    onRead({ ...rest, ...(timeZone === '' ? {} : { timeZone }) })
  }

  return (
    <Section title={t('clock')} hint={t('clockHint')}>
      <div className="grid items-start gap-x-6 gap-y-3 sm:grid-cols-2">
        <Field label={t('timeZone')} hint={t('timeZoneHint')} error={faults['options/timeZone']}>
          {(control) => <ZoneInput {...control} value={zone} onChange={(event) => setZone(event.currentTarget.value)} />}
        </Field>
      </div>
      <div className="mt-4">
        <Button disabled={timeZone === before || isBusy} onClick={read}>
          {t('readClock')}
        </Button>
      </div>
    </Section>
  )
}
